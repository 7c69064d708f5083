import { expect, type Page } from '@playwright/test';
import type { CaseRow } from '../../../shared/domain/audit-case.ts';
import { ask } from './ask.ts';
import { campaign, decide, drawnCases, judge, toReview } from './audit-campaign-scenes.ts';
import { go } from './desk.ts';
import { type Scene, scene } from './scene.ts';

/** A drawn case whose decision waits for its letter, which a run holds since nothing reaches its member. Made once. */
export async function heldDecision(page: Page): Promise<CaseRow> {
  await campaign(page);
  const cases = await drawnCases(page);
  const known = cases.find(({ owner }) => owner === 'Held');
  if (known !== undefined) return known;
  const chosen =
    cases.findLast(({ state }) => state === 'selected' || state === 'notice-sent') ?? cases.at(-1);
  if (chosen === undefined) throw new Error('No case was drawn.');
  const { audit, memberNo } = chosen;
  await ask(page, 'audits.assign', { audits: [audit], owner: 'Held' });
  await toReview(page, audit);
  await judge(page, audit, 'rejected');
  await decide(page, audit, 'non-compliant');
  await ask(page, 'audits.second', { audit, by: 'Ben Okafor', agrees: true, note: '' });
  await ask(page, 'members.saveContact', {
    ...{ memberNo, email: '', phone: '', mailOk: false, emailOk: false },
    address: {
      address1: '1 Main St',
      address2: '',
      city: 'Peoria',
      state: 'IL',
      zip: '61602',
      country: 'US',
    },
  });
  await ask(page, 'audits.prepareLetters', { kind: 'audit-non-compliant' });
  const held = async () =>
    (await ask(page, 'audits.case', { audit })).letters.some(({ state }) => state === 'held');
  await expect.poll(held).toBe(true);
  return chosen;
}

/** The letters that wait, and what can be done while one does. */
export const AUDIT_LETTER_SCENES: readonly Scene[] = [
  scene('audit-letters', '/audits', async ({ page }) => {
    await heldDecision(page);
    await go(page, '/audits?tab=letters');
    await page.getByRole('list', { name: 'Letters by kind' }).waitFor();
  }),
  scene('audit-letters-drop', '/audits', async ({ page }) => {
    await campaign(page);
    await go(page, '/audits?tab=letters');
    await page
      .getByRole('button', { name: /^Drop the letter to/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
  }),
  scene('audit-case-letter-held', '/audits', async ({ page }) => {
    const { audit } = await heldDecision(page);
    await go(page, `/audits/cases/${audit}`);
    await page.getByRole('button', { name: 'Declare it final…' }).waitFor();
  }),
  scene('audit-case-withdraw', '/audits', async ({ page }) => {
    const { audit } = await heldDecision(page);
    await go(page, `/audits/cases/${audit}`);
    await page.getByRole('button', { name: 'Withdraw the decision…' }).click();
    await page.getByRole('dialog').waitFor();
  }),
  scene('audit-case-declare', '/audits', async ({ page }) => {
    const { audit } = await heldDecision(page);
    await go(page, `/audits/cases/${audit}`);
    await page.getByRole('button', { name: 'Declare it final…' }).click();
    await page.getByRole('dialog').waitFor();
  }),
];
