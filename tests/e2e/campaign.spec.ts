import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { CaseView } from '../../shared/domain/audit-case.ts';
import { ask, numberIn } from './support/ask.ts';
import { acceptAll, agree, confirmOutcome, nextStep, openCase, rejectFrom } from './support/case-keys.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';
import { pagesIn, textOf } from './support/pdf.ts';
import { batchOf, proofPage, scanOf } from './support/scan-covers.ts';

// The annual audit from its draw to its report: each specification goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

const desk = deskForFile();
const DRAWN = 9;

/** The cases that are worked, by what becomes of them. */
const played = { compliant: 0, mended: 0, reversed: 0, failed: 0 };
let notices = '';

const caseOf = (audit: number) => ask(desk.page, 'audits.case', { audit });

/** Prints a run from its page, counts its sheets and marks it as mailed. */
async function printAndMail(page: Page): Promise<number> {
  await page.getByRole('button', { name: /^Print \d+ notices?$/ }).press('Enter');
  const counted = page.getByLabel('Sheets counted');
  await counted.waitFor({ timeout: 20_000 });
  const mark = page.getByRole('button', { name: /^Mark \d+ as mailed$/ });
  const sheets = numberIn(await mark.textContent());
  await counted.fill(String(sheets));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /mailed on 22 November 2026\.$/ })).toBeVisible();
  return sheets;
}

/** Prepares the run of a kind of letter from the list of those that wait, prints and mails it. */
async function sendLetters(page: Page, title: string): Promise<number> {
  await go(page, '/audits?tab=letters');
  await page.getByRole('button', { name: `Prepare the run: ${title}` }).press('Enter');
  await expect(screenTitle(page)).toHaveText(`November 2026: ${title}`);
  return printAndMail(page);
}

test('it is drawn, and its notices are prepared, printed and mailed', async () => {
  const { page } = desk;
  await ask(page, 'office.saveManagers', { names: ['Ben Okafor'] });
  await go(page, '/audits?tab=draws');
  await page.getByRole('list', { name: 'Draws' }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('How many to draw').fill(String(DRAWN));
  await page.keyboard.press('Tab');
  await page.keyboard.type('lottery of 9 January');
  await page.keyboard.press('Enter');
  await expect(screenTitle(page)).toHaveText('Audit of 2026');
  await page.getByRole('button', { name: 'Prepare the notices' }).press('Enter');
  await expect(screenTitle(page)).toHaveText('November 2026 audit notices');
  const [run] = (await ask(page, 'audits.notices', { year: 2026, draw: 1 })).runs;
  notices = run?.run ?? '';
  const mailed = await printAndMail(page);
  expect(mailed).toBeGreaterThan(4);

  // Whoever got it on paper and has enough on record, those with least to judge first.
  const { rows } = await ask(page, 'renewals.pieces', {
    run: notices,
    channel: 'print',
    reason: null,
    offset: 0,
    limit: 50,
  });
  const drawn = await ask(page, 'audits.cases', {
    state: null,
    of: { year: 2026, draw: 1 },
    offset: 0,
    limit: 50,
  });
  const onPaper = new Set(rows.map(({ memberNo }) => memberNo));
  const views: CaseView[] = [];
  for (const { audit, memberNo } of drawn.rows) if (onPaper.has(memberNo)) views.push(await caseOf(audit));
  for (const view of views) expect(view.state).toBe('notice-sent');
  const enough = views
    .filter(({ activities, required }) => activities.reduce((sum, one) => sum + one.counted, 0) >= required)
    .toSorted((a, b) => a.activities.length - b.activities.length);
  const [one, two, three] = enough;
  const four = views.find((view) => !enough.slice(0, 3).includes(view));
  if (one === undefined || two === undefined || three === undefined || four === undefined)
    throw new Error('The draw selected too few with activities on record.');
  Object.assign(played, {
    mended: one.audit,
    reversed: two.audit,
    compliant: three.audit,
    failed: four.audit,
  });
});

test('what the members send back, each behind a cover sheet of their notice, files itself', async () => {
  const { page, app, office } = desk;
  const summary = await ask(page, 'renewals.run', { run: notices });
  const pdf = join(office, 'runs', notices, `${notices}.pdf`);
  const pages = summary?.pagesBySheet ?? [];
  expect(pagesIn(pdf)).toBe(pages.reduce((sum, one) => sum + one, 0));
  const { rows } = await ask(page, 'renewals.pieces', {
    run: notices,
    channel: 'print',
    reason: null,
    offset: 0,
    limit: 50,
  });
  const folder = tempFolder();
  const scans: Buffer[] = [];
  for (const audit of [played.compliant, played.mended, played.reversed]) {
    const { memberNo } = await caseOf(audit);
    const sheet = rows.find((row) => row.memberNo === memberNo)?.sheet ?? 1;
    // Its notice, then the cover sheet of the case, then one for each activity.
    const cover = pages.slice(0, sheet - 1).reduce((sum, one) => sum + one, 0) + 2;
    scans.push(
      await scanOf(pdf, folder, cover),
      proofPage(),
      await scanOf(pdf, folder, cover + 1),
      proofPage(),
    );
  }
  await go(page, '/intake');
  await answerOpenDialog(app, await batchOf(folder, 'post of Monday.pdf', scans));
  await page.getByRole('button', { name: 'Choose files…' }).press('Enter');
  await expect(page.getByText(/^1 file in 6 parts: 6 filed/)).toBeVisible({ timeout: 40_000 });
  for (const audit of [played.compliant, played.mended, played.reversed]) {
    const { documents } = await caseOf(audit);
    expect(documents.map(({ activity }) => activity === null)).toEqual([true, false]);
  }
});

test('a case is judged beside its papers and decided as compliant', async () => {
  const { page } = desk;
  await openCase(page, played.compliant);
  await nextStep(page, 'Received');
  await nextStep(page, 'In review');
  await expect(page.getByRole('img', { name: /^Page \d+ of post of Monday\.pdf$/ })).toBeVisible({
    timeout: 20_000,
  });
  await page.keyboard.press('n');
  await acceptAll(page);
  await confirmOutcome(page, 'Decide: compliant');
  expect(await caseOf(played.compliant)).toMatchObject({ state: 'letter-waiting', outcome: null });
});

test('another is reduced and rejected, asked for more, given a substitute, and then compliant', async () => {
  const { page } = desk;
  await openCase(page, played.mended);
  await nextStep(page, 'Received');
  await nextStep(page, 'In review');
  await page.keyboard.press('r');
  await page.keyboard.type('0.5');
  await expect(page.getByRole('dialog')).toContainText('0.5 of');
  await page.keyboard.press('Enter');
  await expect(page.getByText('◐ Reduced: hours not shown')).toBeVisible();
  await rejectFrom(page, 1, 'name-missing');
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('More can be asked');
  await nextStep(page, 'More asked', 'Certificates with the name on them');
  await nextStep(page, 'Received');
  await nextStep(page, 'In review');

  await page.keyboard.press('u');
  const dialog = page.getByRole('dialog', { name: /^In the place of/ });
  await dialog.getByLabel('Title').fill('Sterile technique refresher');
  const { cycleStart, cycleEnd } = await caseOf(played.mended);
  await dialog.getByLabel('Completed on').fill('2021-01-05');
  await dialog.getByLabel('Hours or credits').fill('4');
  await dialog.getByLabel('(a) Helps to do the job better').check();
  await expect(dialog.getByRole('region', { name: 'What the rules say' })).toContainText('SC-CCP-5');
  expect('2021-01-05' < cycleStart).toBe(true);
  await dialog.getByLabel('Completed on').fill(cycleEnd);
  await expect(dialog.getByRole('region', { name: 'What the rules say' })).toContainText('4 points granted');
  await dialog.getByRole('button', { name: 'Put in its place' }).press('Enter');
  await expect(dialog).toBeHidden();
  await acceptAll(page);
  await confirmOutcome(page, 'Decide: compliant');
  const { activities, state } = await caseOf(played.mended);
  expect(state).toBe('letter-waiting');
  expect(activities.some(({ substituteFor }) => substituteFor !== null)).toBe(true);
  expect(activities.some(({ earlier }) => earlier.length > 0)).toBe(true);
});

test('two are non-compliant by two reviewers; with the letter, and only then, they lapse by audit', async () => {
  const { page } = desk;
  for (const audit of [played.reversed, played.failed]) {
    await openCase(page, audit);
    await nextStep(page, 'Received');
    await nextStep(page, 'In review');
    await rejectFrom(page, 0, 'not-related');
    await confirmOutcome(page, 'Propose: non-compliant');
    await agree(page);
    const { state, standing } = await caseOf(audit);
    expect(state).toBe('letter-waiting');
    expect(standing.lapse?.cause).not.toBe('audit');
  }
  expect(await sendLetters(page, 'Audit decision: compliant')).toBe(2);
  expect(await sendLetters(page, 'Audit decision: non-compliant')).toBe(2);
  const { memberNo, standing } = await caseOf(played.reversed);
  expect(standing.lapse).toMatchObject({ cause: 'audit', since: '2026-11-22' });
  await go(page, `/members/${memberNo}`);
  await expect(page.locator('#screen')).toContainText('Lapsed');
  await expect(page.locator('#screen')).toContainText('audit');
});

test('an appeal reverses one of them, and the member stands as before once its letter is mailed', async () => {
  const { page } = desk;
  await openCase(page, played.reversed);
  await page.getByRole('button', { name: 'Appeal…' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('The certificates were of the certification after all');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await acceptAll(page);
  await confirmOutcome(page, 'Decide: compliant', 'The provider confirmed what the courses were about');
  await sendLetters(page, 'Audit: decision on the appeal');
  const { memberNo, outcome, standing } = await caseOf(played.reversed);
  expect(outcome).toBe('compliant');
  expect(standing.lapse?.cause).not.toBe('audit');
  await go(page, `/members/${memberNo}`);
  await expect(page.locator('#screen h1')).toBeVisible();
  await expect(page.getByText('Lapsed since 22 November 2026')).toBeHidden();
});

test('the report says all of it, every figure leads to its cases, and PDF and CSV say the same', async () => {
  const { page, app } = desk;
  await go(page, '/audits/draws/2026/1');
  await page.getByRole('button', { name: 'Report' }).press('Enter');
  await expect(screenTitle(page)).toHaveText('Report on the audit of 2026');
  const report = await ask(page, 'audits.report', { year: 2026 });
  expect(report.counts).toMatchObject({
    all: DRAWN,
    returned: 4,
    decided: 4,
    compliant: 3,
    'non-compliant': 1,
    undecided: DRAWN - 4,
    'more-asked': 1,
    substituted: 1,
    appealed: 1,
    reversed: 1,
    upheld: 0,
    'second-opinion': 2,
    disagreed: 0,
    'letter-waiting': 0,
  });
  expect(report).toMatchObject({
    agreement: { opinions: 2, agreed: 2 },
    failure: { found: 1, of: 4, share: 0.25 },
    substitutions: 1,
    timesAsked: 1,
  });
  await expect(page.getByRole('region', { name: 'Share that failed' })).toContainText('25.0\u00a0%');
  await expect(page.getByText('4 are decided: 3 compliant and 1 non-compliant.')).toBeVisible();

  const csv = join(tempFolder(), 'report.csv');
  await answerSaveDialog(app, csv);
  await page.getByRole('button', { name: 'Save as CSV' }).press('Enter');
  await expect(page.getByText(`Saved as ${csv}.`)).toBeVisible();
  const lines = readFileSync(csv, 'utf8').split('\r\n');
  expect(lines).toContain(`cases,compliant,,3,${DRAWN}`);
  expect(lines).toContain(`cases,appealed and reversed,,1,${DRAWN}`);
  expect(lines).toContain('failure share,found,,0.2500,');

  const pdf = join(tempFolder(), 'report.pdf');
  await answerSaveDialog(app, pdf);
  await page.getByRole('button', { name: 'Save as PDF' }).press('Enter');
  await expect(page.getByText(`Saved as ${pdf}.`)).toBeVisible();
  const text = textOf(pdf).replace(/\s+/g, ' ');
  expect(text).toContain('4 are decided: 3 compliant and 1 non-compliant.');
  expect(text).toContain('Certificate of the draw for the annual CCP audit of 2026');
  expect(text).toContain(report.draws[0]?.populationSha256.slice(0, 32) ?? 'a hash');

  await page
    .getByRole('list', { name: 'How far the audit has come' })
    .getByRole('link', { name: /Non-compliant/ })
    .press('Enter');
  await expect(page.getByText('Audit of 2026: non-compliant')).toBeVisible();
  const { memberName } = await caseOf(played.failed);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row').nth(1)).toContainText(memberName);
});
