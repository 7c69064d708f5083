import { expect, type Page } from '@playwright/test';
import { ask } from './ask.ts';
import { go } from './desk.ts';
import { type Scene, scene } from './scene.ts';

const TODAY = '2026-11-22';

/** Cases in several states, made once: one notice overdue, one in review with findings, one decided by two reviewers. */
export async function workedCases(page: Page): Promise<readonly number[]> {
  const { rows } = await ask(page, 'audits.worklist', {
    state: 'all',
    owner: null,
    text: 'Weatherspoon',
    sort: { by: 'due', descending: false },
    offset: 0,
    limit: 1,
  });
  const audit = rows[0]?.audit ?? 0;
  const draws = await ask(page, 'audits.draws', undefined);
  if (!draws.some(({ campaign }) => campaign === '2026')) {
    await ask(page, 'audits.make', { year: 2026, rate: null, size: 12, seed: 'a lottery', reason: null });
    await expect.poll(async () => (await ask(page, 'audits.draws', undefined))[0]?.campaign).toBe('2026');
  }
  const open = await ask(page, 'audits.worklist', {
    state: 'selected',
    owner: null,
    text: '',
    sort: { by: 'member', descending: false },
    offset: 0,
    limit: 4,
  });
  if (rows[0]?.state === 'selected') {
    const others = open.rows.filter((row) => row.audit !== audit);
    await ask(page, 'audits.assign', { audits: [audit], owner: 'Ana Lindqvist' });
    await ask(page, 'audits.assign', { audits: others.map((row) => row.audit), owner: 'Ben Okafor' });
    for (const to of ['notice-sent', 'received', 'in-review'] as const)
      await ask(page, 'audits.step', { audit, to, on: TODAY, note: '' });
    const { activities } = await ask(page, 'audits.case', { audit });
    const [first, second, third] = activities.filter(({ excluded }) => excluded === null);
    const find = { audit, points: null, note: '' };
    if (first !== undefined)
      await ask(page, 'audits.find', {
        ...find,
        activity: first.activity,
        verdict: 'accepted',
        reason: null,
      });
    if (second !== undefined)
      await ask(page, 'audits.find', {
        ...find,
        activity: second.activity,
        verdict: 'rejected',
        reason: 'name-missing',
        note: 'Page 2 names somebody else',
      });
    if (third !== undefined) {
      await ask(page, 'audits.evidence', { audit, activity: third.activity, items: ['name'], shown: true });
      await ask(page, 'audits.evidence', { audit, activity: third.activity, items: ['hours'], shown: false });
      await ask(page, 'audits.find', {
        ...find,
        activity: third.activity,
        verdict: 'reduced',
        points: 1.5,
        reason: 'hours-not-shown',
      });
    }
  }
  return [audit];
}

/** The worklist of the audit and the page of a case. */
export const AUDIT_CASE_SCENES: readonly Scene[] = [
  scene('audits', '/audits', async ({ page }) => {
    await workedCases(page);
    await go(page, '/audits');
    await page.getByRole('row').nth(2).waitFor();
  }),
  scene('audit-case', '/audits', async ({ page }) => {
    const [audit] = await workedCases(page);
    await go(page, `/audits/cases/${audit}`);
    await page.getByRole('region', { name: 'Claimed activities' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
  }),
  scene('audit-case-reject', '/audits', async ({ page }) => {
    const [audit] = await workedCases(page);
    await go(page, `/audits/cases/${audit}`);
    await page.getByRole('region', { name: 'Claimed activities' }).waitFor();
    await page.keyboard.press('x');
    await page.getByRole('dialog').waitFor();
  }),
];
