import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ask } from './ask.ts';
import { AUDIT_CAMPAIGN_SCENES } from './audit-campaign-scenes.ts';
import { AUDIT_CASE_SCENES } from './audit-case-scenes.ts';
import { AUDIT_LETTER_SCENES } from './audit-letter-scenes.ts';
import { BADGE_SCENES } from './badge-scenes.ts';
import { type Desk, go } from './desk.ts';
import { answerOpenDialog } from './dialogs.ts';
import { INTAKE_SCENES } from './intake-scenes.ts';
import { tempFolder } from './office.ts';
import { PAPERS_SCENES } from './papers-scenes.ts';
import { PAYMENT_SCENES } from './payment-scenes.ts';
import { POINTS_SCENES } from './points-scenes.ts';
import { POLICY_SCENES } from './policy-scenes.ts';
import { approved, examOnly, halfFilled, WAY_SCENES } from './recertification-scenes.ts';
import { type Scene, scene } from './scene.ts';
import { openRosa, rowsThere } from './there.ts';
import { WORKLIST_SCENES } from './worklist-scenes.ts';

export type { Scene } from './scene.ts';

const RUN = '2026-12-A';

/** Prepares and prints a run, so that there is one to look at. */
export async function prepareScenes({ page }: Pick<Desk, 'page'>): Promise<void> {
  await ask(page, 'renewals.prepare', { month: '2026-12', again: false });
  await expect.poll(() => ask(page, 'renewals.run', { run: RUN })).not.toBeNull();
  await ask(page, 'renewals.print', { run: RUN, from: null, to: null });
  const printed = async () => (await ask(page, 'renewals.run', { run: RUN }))?.printedOn ?? null;
  await expect.poll(printed).not.toBeNull();
  await ask(page, 'renewals.prepare', { month: '2027-01', again: false });
  await expect.poll(() => ask(page, 'renewals.run', { run: '2027-01-A' })).not.toBeNull();
}

/** Takes away what a scene left open. */
export async function clearScene(page: Page): Promise<void> {
  for (let n = 0; n < 2; n++) await page.keyboard.press('Escape');
  await page.reload();
  await page.locator('h1').first().waitFor();
}

/** Every screen with its main dialogs and states, on a sample office after `prepareScenes`. */
export const SCENES: readonly Scene[] = [
  scene('today', '/today', ({ page }) => page.locator('.today-item').first().waitFor()),
  scene('sweep', '/sweep', ({ page }) => page.getByText('Everything is up to date.').waitFor()),
  ...PAYMENT_SCENES,
  scene('lookup', '/today', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('garcia');
    await page.getByRole('option').first().waitFor();
  }),
  scene('keys', '/members', async ({ page }) => {
    await rowsThere(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys of this screen' }).waitFor();
  }),
  scene('members', '/members', ({ page }) => rowsThere(page)),
  scene('members-filter', '/members?status=past-due,lapsed&sort=-owedCents', async ({ page }) => {
    await rowsThere(page);
    await page.locator('.filters').getByRole('button', { name: 'Certification' }).click();
  }),
  scene('members-columns', '/members', async ({ page }) => {
    await rowsThere(page);
    await page.getByRole('button', { name: 'Columns' }).click();
  }),
  scene('members-picked', '/members', async ({ page }) => {
    await rowsThere(page);
    await page.getByRole('grid').focus();
    for (const key of ['ArrowDown', 'ArrowDown', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
  }),
  scene('members-none', '/members?text=zzzz', ({ page }) => page.getByText('No member matches').waitFor()),
  ...['', 'points', 'cycles', 'notices', 'addresses', 'applications', 'history'].map((tab) =>
    scene(`member${tab === '' ? '' : `-${tab}`}`, '/today', (desk) => openRosa(desk, tab)),
  ),
  scene('member-correct', '/today', async (desk) => {
    await openRosa(desk, 'cycles');
    await desk.page.getByRole('button', { name: 'Correct a date…' }).last().click();
    await desk.page.getByLabel('Right date').fill('2022-10-15');
    await desk.page.getByRole('region', { name: 'What this would change' }).waitFor();
  }),
  scene('worklist', '/ccp?list=ending', ({ page }) => rowsThere(page)),
  scene('worklist-row', '/ccp?list=ending&days=90', (desk) => workRow(desk)),
  scene('worklist-snooze', '/ccp?list=roll-blocked', async (desk) => {
    await workRow(desk);
    await desk.page.keyboard.press('s');
    await desk.page.getByRole('dialog', { name: 'Snooze' }).waitFor();
  }),
  scene('lapse', '/lapse', ({ page }) => rowsThere(page)),
  scene('lapse-past-due', '/lapse?list=past-due', ({ page }) => rowsThere(page)),
  scene('lapse-row', '/lapse?sort=-on', (desk) => workRow(desk)),
  scene('lapse-reverse', '/lapse?sort=-on', async (desk) => {
    await workRow(desk);
    await desk.page.getByRole('button', { name: 'Reverse the lapse…' }).click();
    await desk.page.getByRole('combobox', { name: 'What was wrong' }).waitFor();
  }),
  scene('member-why', '/today', async (desk) => {
    await openRosa(desk, '');
    await desk.page.keyboard.press('w');
    await desk.page.locator('.trail__quote').first().waitFor();
  }),
  scene('member-contact', '/today', async (desk) => {
    await openRosa(desk, '');
    await desk.page.keyboard.press('e');
    await desk.page.getByRole('dialog').waitFor();
  }),
  ...WORKLIST_SCENES,
  ...INTAKE_SCENES,
  ...PAPERS_SCENES,
  ...POINTS_SCENES,
  scene('member-unknown', '/members/99999999', ({ page }) => page.getByRole('alert').waitFor()),
  scene('renewals', '/renewals', ({ page }) => page.locator('a.month').first().waitFor()),
  scene('renewals-complete', '/renewals?complete=2026-12', ({ page }) =>
    page
      .getByText(/have it/)
      .first()
      .waitFor(),
  ),
  scene('renewals-schedule', '/renewals?schedule=all', async ({ page }) => {
    await page.getByRole('textbox', { name: 'Days of Reminder' }).fill('20');
    await page.getByRole('button', { name: 'Show who would get what' }).click();
    await page.getByRole('region', { name: 'Who would get what' }).waitFor();
  }),
  scene('renewals-month', '/renewals?month=2027-02', ({ page }) =>
    page.getByRole('button', { name: 'Prepare February 2027' }).waitFor(),
  ),
  scene('renewals-calendar', '/renewals?calendar=2026-11', ({ page }) =>
    page.locator('.calendar__entry').first().waitFor(),
  ),
  scene('run-prepared', '/renewals?run=2027-01-A', ({ page }) => rowsThere(page)),
  scene('run-printed', `/renewals?run=${RUN}`, ({ page }) => rowsThere(page)),
  scene('run-held', `/renewals?run=${RUN}&show=held`, ({ page }) => rowsThere(page)),
  scene('run-reprint', `/renewals?run=${RUN}`, async ({ page }) => {
    await page.getByRole('button', { name: 'Reprint sheets…' }).click();
    await page.getByRole('dialog', { name: 'Reprint sheets' }).waitFor();
  }),
  scene('run-post', `/renewals?run=${RUN}`, async ({ page }) => {
    await page.getByRole('button', { name: 'For the post…' }).click();
    await page.getByRole('table', { name: 'Trays' }).waitFor();
  }),
  scene('run-spoil', `/renewals?run=${RUN}`, async ({ page }) => {
    await page.getByRole('button', { name: 'Spoiled sheets…' }).click();
    await page.getByRole('dialog', { name: 'Spoiled sheets' }).waitFor();
  }),
  scene('sheets', `/renewals?run=${RUN}&sheets=all`, async ({ page }) => {
    await page
      .locator('.pdf-page figcaption')
      .first()
      .filter({ hasText: 'Sheet' })
      .waitFor({ state: 'attached' });
  }),
  scene('recertification', '/recertification', async ({ page }) => {
    await halfFilled(page);
    await page.locator('.board-card').first().waitFor();
  }),
  scene('recertification-list', '/recertification?tab=list', ({ page }) => rowsThere(page)),
  scene('recertification-move', '/recertification', async ({ page }) => {
    await halfFilled(page);
    await page.locator('.board-card__name').first().focus();
    await page.keyboard.press('m');
    await page.getByRole('dialog').getByText('Needs').first().waitFor();
  }),
  scene('recertification-ten-years', '/recertification', async ({ page }) => {
    await go(page, `/recertification?start=${await examOnly(page)}`);
    await page.getByText('Not open:').waitFor();
  }),
  scene('recertification-application', '/recertification', async ({ page }) => {
    await go(page, `/recertification/${(await halfFilled(page)).application}`);
    await page.getByRole('table', { name: 'Points listed' }).waitFor();
  }),
  scene('recertification-deny', '/recertification', async ({ page }) => {
    await go(page, `/recertification/${(await halfFilled(page)).application}`);
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByRole('dialog').getByLabel('Reason').waitFor();
  }),
  scene('recertification-felony', '/recertification', async ({ page }) => {
    await go(page, `/recertification/${(await halfFilled(page)).application}`);
    await page.getByRole('button', { name: 'Felony question…' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
  }),
  scene('recertification-points', '/recertification', async ({ page }) => {
    await go(page, `/recertification/${(await halfFilled(page)).application}`);
    await page.getByRole('table', { name: 'Points listed' }).waitFor();
    await page.keyboard.press('p');
    await page.getByRole('dialog').waitFor();
  }),
  scene('recertification-member', '/recertification', async ({ page }) => {
    const { memberNo } = await halfFilled(page);
    await go(page, `/members/${memberNo}?tab=applications`);
    await page.getByRole('table', { name: 'Applications for recertification' }).waitFor();
  }),
  scene('recertification-approved', '/recertification', async ({ page }) => {
    await go(page, `/recertification/${(await approved(page)).application}`);
    await page.getByText('Asked for on').waitFor();
  }),
  scene('recertification-certificate', '/recertification', async ({ page }) => {
    const { application, papers } = await approved(page);
    const certificate = papers.find(({ kind }) => kind === 'certificate')?.sha256;
    await go(page, `/recertification/${application}?paper=${certificate}`);
    await page.locator('.pdf-page figcaption').first().waitFor({ state: 'attached' });
  }),
  scene('recertification-letter', '/recertification', async ({ page }) => {
    const { application, papers } = await halfFilled(page);
    await go(page, `/recertification/${application}?paper=${papers[0]?.sha256 ?? ''}`);
    await page.locator('.pdf-page figcaption').first().waitFor({ state: 'attached' });
  }),
  scene('import', '/import', ({ page }) => page.getByRole('button', { name: 'Choose files…' }).waitFor()),
  scene('import-columns', '/import', async (desk) => {
    await chooseFile(desk, 'members.csv', 'Member No,first_name,Surname,Zip Code\n700001,Zoe,Nash,60018\n');
    await desk.page
      .getByText('2 columns have a name')
      .or(desk.page.getByText('columns have a name'))
      .waitFor();
  }),
  scene('import-bad-rows', '/import', async (desk) => {
    const bad = Array.from({ length: 30 }, (_, n) => `${900_000 + n},RMA,2021-02-29`);
    await chooseFile(desk, 'certifications.csv', ['member_no,code,certified_on', ...bad].join('\n'));
    await desk.page.getByText('30 of 30 rows cannot be imported.').waitFor();
  }),
  scene('import-refused', '/import', async (desk) => {
    await chooseFile(desk, 'photo.csv', '\x89PNG\r\n\x1a\n');
    await desk.page.locator('.queue__file').click();
    await desk.page.getByRole('alert').waitFor();
  }),
  scene('returned', '/renewals/returned', async ({ page }) => {
    const { rows } = await ask(page, 'renewals.pieces', {
      run: RUN,
      channel: 'print',
      reason: null,
      offset: 0,
      limit: 6,
    });
    const sheets = rows.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
    for (const [at, reason] of (['moved', 'unknown', 'vacant'] as const).entries()) {
      const letter = await ask(page, 'returned.letter', { text: `${RUN} ${sheets[at] ?? 1}` });
      if (letter.already === null)
        await ask(page, 'returned.record', { text: `${RUN} ${letter.sheet}`, reason, note: '' });
    }
    await page.getByLabel('Scan the code of a returned letter').fill(`${RUN} ${sheets[4] ?? 5}`);
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Why it came back' }).waitFor();
  }),
  scene('addresses', '/renewals/addresses', ({ page }) =>
    page.getByRole('table', { name: 'Addresses to find' }).waitFor(),
  ),
  scene('moves', '/renewals/moves', async ({ app, page }) => {
    const { rows } = await ask(page, 'renewals.pieces', {
      run: RUN,
      channel: 'print',
      reason: null,
      offset: 40,
      limit: 6,
    });
    const file = join(tempFolder(), 'ncoa.csv');
    const lines = rows.map(
      ({ memberNo }, at) =>
        `${memberNo},${100 + at} New Elm St,Apt ${at + 1},Springfield,IL,6270${at},202610,A`,
    );
    const header = 'member_no,new_address1,new_address2,new_city,new_state,new_zip,move_date,return code';
    const unknown = '99999999,1 Elm St,,Springfield,IL,62701,202610,A';
    writeFileSync(file, [header, ...lines, unknown].join('\n'));
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Choose the answer…' }).click();
    await page.getByLabel('The addresses were exported on').fill('2026-11-22');
    await page.getByRole('button', { name: /^Change \d+ address/ }).waitFor();
  }),
  ...BADGE_SCENES,
  ...WAY_SCENES,
  scene('letters', '/settings?tab=letters', ({ page }) => letterShown(page)),
  scene('letters-field', '/settings?tab=letters&letter=ccp', async ({ page }) => {
    await letterShown(page);
    await page.getByLabel('Closing').press('ControlOrMeta+End');
    await page.keyboard.type(' {{mem');
    await page.getByRole('listbox', { name: 'Fields' }).waitFor();
  }),
  scene('letters-fault', '/settings?tab=letters', async ({ page }) => {
    await letterShown(page);
    await page.getByLabel('Greeting').fill('Dear {{member.nmae}},');
    await page.getByText('Did you mean {{member.name}}?').waitFor();
  }),
  scene('letters-signature', '/settings?tab=letters', async ({ page }) => {
    await letterShown(page);
    await page.getByRole('button', { name: 'Add a signature…' }).click();
    await page.getByRole('dialog').waitFor();
  }),
  ...POLICY_SCENES,
  scene('envelopes', '/settings?tab=envelopes', ({ page }) => page.locator('.tap-drawing').waitFor()),
  ...AUDIT_CASE_SCENES,
  scene('audits-for-cause', '/audits', async ({ page }) => {
    await page.getByRole('button', { name: 'Audit for cause' }).click();
    await page.getByRole('dialog').waitFor();
  }),
  scene('audits-draws', '/audits?tab=draws', ({ page }) =>
    page.getByRole('list', { name: 'Draws' }).waitFor(),
  ),
  scene('audits-draw', '/audits?tab=draws', async ({ page }) => {
    await page.getByRole('button', { name: 'Draw an audit' }).click();
    await page.getByLabel('How many to draw').waitFor();
  }),
  scene('audits-drawn', '/audits?tab=draws', async ({ page }) => {
    await draw2026(page);
    await go(page, '/audits/draws/2026/1');
    await page.getByRole('table', { name: 'Audits' }).waitFor();
    await page.getByRole('heading', { name: 'Notices' }).waitFor();
  }),
  scene('audits-run', '/audits?tab=draws', async ({ page }) => {
    await draw2026(page);
    const { step, month, runs } = await ask(page, 'audits.notices', { year: 2026, draw: 1 });
    if (runs.length === 0) await ask(page, 'renewals.prepare', { step: step ?? '', month, again: false });
    await expect
      .poll(async () => (await ask(page, 'audits.notices', { year: 2026, draw: 1 })).runs.length)
      .toBe(1);
    const [run] = (await ask(page, 'audits.notices', { year: 2026, draw: 1 })).runs;
    await go(page, `/renewals?run=${run?.run}`);
    await page.getByText('cover sheets').first().waitFor();
  }),
  // After the run as it is prepared: here it is mailed.
  ...AUDIT_CAMPAIGN_SCENES,
  ...AUDIT_LETTER_SCENES,
  ...['office', 'policy', 'email', 'backup', 'appearance', 'about'].map((tab) =>
    scene(`settings-${tab}`, `/settings?tab=${tab}`, ({ page }) => page.getByRole('tabpanel').waitFor()),
  ),
];

/** The audit of 2026 is drawn, once. */
async function draw2026(page: Page): Promise<void> {
  const draws = await ask(page, 'audits.draws', undefined);
  if (draws.some(({ campaign }) => campaign === '2026')) return;
  await ask(page, 'audits.make', { year: 2026, rate: null, size: 12, seed: 'a lottery', reason: null });
  await expect.poll(async () => (await ask(page, 'audits.draws', undefined))[0]?.campaign).toBe('2026');
}

async function letterShown(page: Page): Promise<void> {
  await page
    .locator('.sheet-preview figcaption')
    .filter({ hasText: 'PREVIEW' })
    .waitFor({ state: 'attached' });
}

/** Opens the first row of a worklist, to be worked. */
async function workRow({ page }: Desk): Promise<void> {
  await rowsThere(page);
  // Rows of the place before may still stand there, from which the table starts anew.
  await expect(async () => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.work-panel .trail__quote').first().waitFor({ timeout: 2_000 });
  }).toPass();
}

async function chooseFile({ app, page }: Desk, name: string, content: string): Promise<void> {
  const file = join(tempFolder(), name);
  writeFileSync(file, content, 'latin1');
  await answerOpenDialog(app, file);
  await page.getByRole('button', { name: 'Choose files…' }).click();
}
