import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { CeOfferingToEnter } from '../../../shared/domain/ce.ts';
import { ask } from './ask.ts';
import { type Desk, go } from './desk.ts';
import { answerOpenDialog } from './dialogs.ts';
import type { Scene } from './scenes.ts';

const CATALOGUE: readonly Pick<CeOfferingToEnter, 'title' | 'points' | 'listCents' | 'memberCents'>[] = [
  { title: 'Capillary and venous blood collection', points: 2, listCents: 49_00, memberCents: 29_00 },
  { title: 'Electrocardiography in the office', points: 3, listCents: 65_00, memberCents: 45_00 },
  { title: 'Ethics and the law of health care', points: 1, listCents: 25_00, memberCents: 0 },
];

/** A catalogue to look at. */
export async function fillCatalogue(page: Page): Promise<void> {
  const { total } = await ask(page, 'ce.offerings', {
    text: '',
    on: '2026-11-22',
    openOnly: false,
    offset: 0,
    limit: 1,
  });
  if (total > 0) return;
  for (const one of CATALOGUE)
    await ask(page, 'ce.enter', {
      ...one,
      externalId: '',
      provider: 'AMT',
      category: 'professional-education',
      from: '2026-01-01',
      to: null,
    });
}

/** Templates set, and the badges of three members asked for; one of them is held. */
export async function askForBadges(page: Page): Promise<void> {
  await ask(page, 'badges.saveTemplates', { templates: { RMA: 'cfaf2910-ea5f-46f1-89a5-db525dad6e58' } });
  const { rows } = await ask(page, 'members.query', {
    filter: {},
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 30,
  });
  const held = rows.flatMap(({ memberNo, certifications }) =>
    certifications.map(({ code }) => ({ memberNo, code })),
  );
  const rma = held.filter(({ code }) => code === 'RMA').slice(0, 2);
  const other = held.filter(({ code }) => code !== 'RMA').slice(0, 1);
  for (const asked of [...rma, ...other]) await ask(page, 'badges.request', { ...asked, reason: null });
}

/** Credly's list with a badge of Rosa under another name, and one of nobody. */
export function credlyList(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'standing-credly-')), 'issued-badges.csv');
  const template = 'cfaf2910-ea5f-46f1-89a5-db525dad6e58';
  writeFileSync(
    file,
    [
      'Badge ID,Badge Template ID,Recipient Email,Issued To First Name,Issued To Last Name,State,Issued At,Issuer Earner ID',
      `b1,${template},rosa.featherstonehaugh@example.org,Rosa,Feather,accepted,2019-05-01,700412`,
      'b2,0000-unknown,someone@example.org,Some,One,pending,2026-05-01,',
    ].join('\n'),
  );
  return file;
}

/** Answers the assistant's questions from the one that is shown. */
async function answer(page: Page, ...answers: readonly string[]): Promise<void> {
  for (const given of answers) {
    const question = page.locator('.question h2');
    const before = await question.textContent();
    const button = page.getByRole('button', { name: given, exact: true });
    if ((await button.count()) > 0) await button.click();
    else {
      await page.locator('.question input').fill(given);
      await page.locator('.question input').press('Enter');
    }
    await expect(question).not.toHaveText(before ?? '');
  }
}

/** Badges, the CE catalogue and the eligibility assistant. */
export const BADGE_SCENES: readonly Scene[] = [
  at('badges', '/badges', async ({ page }) => {
    await askForBadges(page);
    await page.getByRole('table', { name: 'Badge requests' }).waitFor();
  }),
  at('badges-credly', '/badges?tab=credly', async ({ app, page }) => {
    await askForBadges(page);
    await answerOpenDialog(app, credlyList());
    await page.getByRole('button', { name: 'Import Credly’s export…' }).click();
    await page.getByText(/^2 rows: /).waitFor();
    await page.getByRole('button', { name: 'Compare now' }).click();
    await page.getByRole('table', { name: 'Differences' }).waitFor();
  }),
  at('badges-setup', '/badges?tab=setup', ({ page }) =>
    page.getByRole('table', { name: 'Columns of the bulk-issue file' }).waitFor(),
  ),
  at('ce', '/ccp?tab=ce', async ({ page }) => {
    await fillCatalogue(page);
    await page.getByRole('table', { name: 'Continuing education' }).waitFor();
  }),
  at('ce-member', '/ccp?tab=ce&member=700412', async ({ page }) => {
    await fillCatalogue(page);
    await page.getByText(/pays the (member|list) price/).waitFor();
    await page.getByRole('table', { name: 'Continuing education' }).waitFor();
  }),
  at('ce-offering', '/ccp?tab=ce', async ({ page }) => {
    await fillCatalogue(page);
    await page
      .getByRole('button', { name: /^Change…/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
  }),
  at('eligibility', '/eligibility?code=RMA', async ({ page }) => {
    await answer(page, 'Yes, and it has lapsed', '4');
  }),
  at('eligibility-result', '/eligibility?code=RMA', async ({ page }) => {
    await answer(page, 'Yes, and it has lapsed', '12', 'A medical assisting program at an accredited school');
    await answer(page, '800', '3', '2', '0');
    await page.getByRole('button', { name: 'Save the result as PDF…' }).waitFor();
  }),
];

function at(name: string, place: string, then: (desk: Desk) => Promise<unknown>): Scene {
  return {
    name,
    async show(desk) {
      await go(desk.page, place);
      await then(desk);
    },
  };
}
