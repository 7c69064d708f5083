import { expect, type Page } from '@playwright/test';
import type { CaseRow } from '../../../shared/domain/audit-case.ts';
import type { AuditOutcome } from '../../../shared/domain/facts.ts';
import { cover, PROOF, writeBatch } from '../../services/intake/pages.ts';
import { ask } from './ask.ts';
import { workedCases } from './audit-case-scenes.ts';
import { go } from './desk.ts';
import { tempFolder } from './office.ts';
import { type Scene, scene } from './scene.ts';

const TODAY = '2026-11-22';

/** Cases of the campaign by the part they play in a scene. */
interface Played {
  /** In review, with pages filed to it. */
  readonly reviewed: number;
  /** In review, with everything judged. */
  readonly ready: number;
  /** Proposed as non-compliant. */
  readonly proposed: number;
  /** Decided as non-compliant by two reviewers, its letter mailed. */
  readonly failed: number;
}

/**
 * The audit of 2026 under way: notices prepared, printed and mailed, some decided and their letters sent, one in review with pages. Worked
 * once for all scenes.
 */
export async function campaign(page: Page): Promise<Played> {
  const [reviewed = 0] = await workedCases(page);
  const { runs, step, month } = await ask(page, 'audits.notices', { year: 2026, draw: 1 });
  const drawn = await drawnCases(page);
  const [ready, proposed, passed, more, ...others] = drawn.map(({ audit }) => audit);
  if (runs.every(({ mailedOn }) => mailedOn === null)) {
    await ask(page, 'office.saveManagers', { names: ['Ben Okafor'] });
    if (runs.length === 0) await ask(page, 'renewals.prepare', { step: step ?? '', month, again: false });
    const prepared = async () => (await ask(page, 'audits.notices', { year: 2026, draw: 1 })).runs[0]?.run;
    await expect.poll(prepared).toBeDefined();
    await printAndMail(page, (await prepared()) ?? '');
    for (const audit of [ready, proposed, passed, more, ...others.slice(0, 2)])
      await toReview(page, audit ?? 0);
    await judge(page, ready ?? 0, 'rejected');
    await judge(page, passed ?? 0, 'accepted');
    const { computed } = await ask(page, 'audits.case', { audit: passed ?? 0 });
    if (computed.outcome === 'compliant') await decide(page, passed ?? 0, 'compliant');
    for (const audit of [proposed ?? 0, ...others.slice(0, 2)]) {
      await judge(page, audit, 'rejected');
      await decide(page, audit, 'non-compliant');
      if (audit !== proposed)
        await ask(page, 'audits.second', { audit, by: 'Ben Okafor', agrees: true, note: '' });
    }
    await ask(page, 'audits.prepareLetters', { kind: 'audit-non-compliant' });
    const letters = async () =>
      (await ask(page, 'renewals.runs', undefined)).find(({ kind }) => kind === 'audit-non-compliant')?.run;
    await expect.poll(letters).toBeDefined();
    await printAndMail(page, (await letters()) ?? '');
    const note = 'A certificate with the hours on it';
    await ask(page, 'audits.step', { audit: more ?? 0, to: 'more-asked', on: TODAY, note });
    const file = await writeBatch(tempFolder(), 'scan-0931.pdf', [cover(reviewed), PROOF, PROOF]);
    await ask(page, 'intake.take', { files: [file], channel: 'dropped' });
    const pages = async () => (await ask(page, 'audits.case', { audit: reviewed })).documents.length;
    await expect.poll(pages, { timeout: 20_000 }).toBeGreaterThan(0);
  }
  // Whichever of the two got the letter on paper.
  const failed = (await drawnCases(page)).find(
    ({ state, outcome }) => state === 'decided' && outcome === 'non-compliant',
  );
  return {
    reviewed,
    ready: ready ?? 0,
    proposed: proposed ?? 0,
    failed: failed?.audit ?? 0,
  };
}

async function printAndMail(page: Page, run: string): Promise<void> {
  const summary = () => ask(page, 'renewals.run', { run });
  await ask(page, 'renewals.print', { run, from: null, to: null });
  await expect.poll(async () => (await summary())?.printedOn ?? null).not.toBeNull();
  await ask(page, 'renewals.markMailed', { run, on: TODAY, count: (await summary())?.toPrint ?? 0 });
}

/** Those that the draw selected, whoever has most points on record first. */
export async function drawnCases(page: Page): Promise<readonly CaseRow[]> {
  const { rows } = await ask(page, 'audits.worklist', {
    state: 'all',
    owner: null,
    text: '',
    sort: { by: 'member', descending: false },
    report: {
      year: 2026,
      group: 'drawn',
      part: 'all',
      code: null,
      verdict: null,
      reason: null,
      reviewer: null,
    },
    offset: 0,
    limit: 50,
  });
  const points = new Map<number, number>();
  for (const { audit } of rows) {
    const { activities } = await ask(page, 'audits.case', { audit });
    points.set(
      audit,
      activities.reduce((sum, { counted }) => sum + counted, 0),
    );
  }
  return rows.toSorted(
    (a, b) => (points.get(b.audit) ?? 0) - (points.get(a.audit) ?? 0) || a.audit - b.audit,
  );
}

/** Takes a case to its review. */
export async function toReview(page: Page, audit: number): Promise<void> {
  for (const to of ['notice-sent', 'received', 'in-review'] as const) {
    const { next } = await ask(page, 'audits.case', { audit });
    if (next.includes(to)) await ask(page, 'audits.step', { audit, to, on: TODAY, note: '' });
  }
}

/** Gives every activity of a case the same finding. */
export async function judge(page: Page, audit: number, verdict: 'accepted' | 'rejected'): Promise<void> {
  const { activities } = await ask(page, 'audits.case', { audit });
  for (const { activity, excluded } of activities)
    if (excluded === null)
      await ask(page, 'audits.find', {
        audit,
        activity,
        verdict,
        points: null,
        reason: verdict === 'rejected' ? 'not-related' : null,
        note: '',
      });
}

/** Confirms an outcome. */
export async function decide(page: Page, audit: number, outcome: AuditOutcome): Promise<void> {
  await ask(page, 'audits.decide', { audit, outcome, reason: '', citation: null });
}

/** A case of the campaign with one of its dialogs open. */
function dialogScene(name: string, part: keyof Played, open: (page: Page) => Promise<unknown>): Scene {
  return scene(name, '/audits', async ({ page }) => {
    const audit = (await campaign(page))[part];
    await go(page, `/audits/cases/${audit}`);
    await page.getByRole('region', { name: 'Claimed activities' }).waitFor();
    await open(page);
    await page.getByRole('dialog').waitFor();
  });
}

/** The campaign from its draw to its report, and every dialog of a case. */
export const AUDIT_CAMPAIGN_SCENES: readonly Scene[] = [
  scene('audit-draw', '/audits', async ({ page }) => {
    await campaign(page);
    await go(page, '/audits/draws/2026/1');
    await page.getByRole('table', { name: 'Audits' }).waitFor();
  }),
  scene('audit-report', '/audits', async ({ page }) => {
    await campaign(page);
    await go(page, '/audits/reports/2026');
    await page.getByRole('list', { name: 'How far the audit has come' }).waitFor();
  }),
  scene('audit-report-cases', '/audits', async ({ page }) => {
    await campaign(page);
    await go(page, '/audits?audit=2026&part=non-compliant');
    await page.getByText('Audit of 2026: non-compliant').waitFor();
    await page.getByRole('row').nth(1).waitFor();
  }),
  scene('audit-case-pages', '/audits', async ({ page }) => {
    const { reviewed } = await campaign(page);
    await go(page, `/audits/cases/${reviewed}`);
    await page.getByRole('img', { name: /^Page / }).waitFor();
  }),
  scene('audit-case-decided', '/audits', async ({ page }) => {
    const { failed } = await campaign(page);
    await go(page, `/audits/cases/${failed}`);
    await page.getByRole('region', { name: 'Trail' }).waitFor();
  }),
  dialogScene('audit-case-more', 'reviewed', (page) =>
    page.getByRole('button', { name: 'Ask for more…' }).press('Enter'),
  ),
  dialogScene('audit-case-extension', 'reviewed', (page) =>
    page.getByRole('button', { name: 'Grant an extension…' }).press('Enter'),
  ),
  dialogScene('audit-case-give', 'reviewed', (page) => page.keyboard.press('g')),
  dialogScene('audit-case-decide', 'ready', (page) => page.keyboard.press('d')),
  dialogScene('audit-case-reduce', 'reviewed', (page) => page.keyboard.press('r')),
  dialogScene('audit-case-substitute', 'reviewed', async (page) => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('u');
  }),
  dialogScene('audit-case-second', 'proposed', (page) => page.keyboard.press('o')),
  dialogScene('audit-case-appeal', 'failed', (page) =>
    page.getByRole('button', { name: 'Appeal…' }).press('Enter'),
  ),
];
