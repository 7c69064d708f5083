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
  /** Decided as non-compliant by two reviewers. */
  readonly failed: number;
}

/** The audit of 2026 under way: notices prepared and printed, some decided, one in review with pages. Worked once for all scenes. */
async function campaign(page: Page): Promise<Played> {
  const [reviewed = 0] = await workedCases(page);
  await ask(page, 'office.saveManagers', { names: ['Ben Okafor'] });
  const { runs } = await ask(page, 'audits.notices', { year: 2026, draw: 1 });
  const drawn = await drawnCases(page);
  const [proposed, failed, passed, more, ready] = drawn;
  const played = {
    reviewed,
    ready: ready?.audit ?? 0,
    proposed: proposed?.audit ?? 0,
    failed: failed?.audit ?? 0,
  };
  if (runs.length > 0) return played;

  const { step, month } = await ask(page, 'audits.notices', { year: 2026, draw: 1 });
  await ask(page, 'renewals.prepare', { step: step ?? '', month, again: false });
  const prepared = async () => (await ask(page, 'audits.notices', { year: 2026, draw: 1 })).runs.length;
  await expect.poll(prepared).toBe(1);
  for (const { audit } of drawn.slice(0, 6)) await toReview(page, audit);
  await judge(page, played.ready, 'rejected');
  await judge(page, played.proposed, 'rejected');
  await decide(page, played.proposed, 'non-compliant');
  await judge(page, played.failed, 'rejected');
  await decide(page, played.failed, 'non-compliant');
  await ask(page, 'audits.second', { audit: played.failed, by: 'Ben Okafor', agrees: true, note: '' });
  if (passed !== undefined) {
    await judge(page, passed.audit, 'accepted');
    const { computed } = await ask(page, 'audits.case', { audit: passed.audit });
    if (computed.outcome === 'compliant') await decide(page, passed.audit, 'compliant');
  }
  if (more !== undefined)
    await ask(page, 'audits.step', {
      audit: more.audit,
      to: 'more-asked',
      on: TODAY,
      note: 'A certificate with the hours on it',
    });
  const file = await writeBatch(tempFolder(), 'scan-0931.pdf', [cover(reviewed), PROOF, PROOF]);
  await ask(page, 'intake.take', { files: [file], channel: 'dropped' });
  const pages = async () => (await ask(page, 'audits.case', { audit: reviewed })).documents.length;
  await expect.poll(pages, { timeout: 20_000 }).toBeGreaterThan(0);
  return played;
}

/** Those that the draw selected, whoever has most points on record first. */
async function drawnCases(page: Page): Promise<readonly CaseRow[]> {
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

async function toReview(page: Page, audit: number): Promise<void> {
  for (const to of ['notice-sent', 'received', 'in-review'] as const) {
    const { next } = await ask(page, 'audits.case', { audit });
    if (next.includes(to)) await ask(page, 'audits.step', { audit, to, on: TODAY, note: '' });
  }
}

async function judge(page: Page, audit: number, verdict: 'accepted' | 'rejected'): Promise<void> {
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

async function decide(page: Page, audit: number, outcome: AuditOutcome): Promise<void> {
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
