import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { sheetCodeText } from '../../shared/domain/sheet-code.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { dropFiles } from './support/drop-files.ts';
import { tempFolder } from './support/office.ts';

const desk = deskForFile();
const ROSA = '700412';

/** Nobody touches the mouse from now on; `untouched` tells whether that held. */
async function watchTheMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-touched', ''));
  });
}

async function untouched(page: Page): Promise<boolean> {
  return (await page.locator('html').getAttribute('data-touched')) === null;
}

/** Types one thing after the other, going on with Tab. */
async function typeOn(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}

test('an activity is judged as it is typed, entered, corrected and withdrawn by keyboard alone', async () => {
  const { page } = desk;
  await watchTheMouse(page);
  await go(page, '/ccp?tab=enter');
  await expect(page.getByRole('combobox', { name: 'Whose activity' })).toBeFocused();
  await page.keyboard.type(ROSA);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title')).toBeFocused();
  // A date as its parts are typed, in the order of this computer.
  await typeOn(page, 'Blood culture collection', 'County College', '07032025');
  const said = page.getByRole('region', { name: 'What the rules say' });
  await page.getByLabel('Hours or credits').focus();
  await page.keyboard.type('6');
  await expect(said).toContainText('It meets none of the three criteria.');
  await expect(said).toContainText(
    'An activity qualifies if at least one of the three criteria of SC-CCP-1 holds.',
  );
  await page.getByLabel('(a) Helps to do the job better').focus();
  await page.keyboard.press(' ');
  await expect(said).toContainText('6 points granted');
  await expect(said).toContainText('RMA');
  await expect(said).toContainText('counts: 6 points');
  await expect(said).toContainText('which has rolled; nothing is carried into the next one');
  await expect(said).toContainText('not confirmed yet');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Entered just now' })).toContainText('RMA 6');
  await expect(page.getByLabel('Title')).toBeFocused();

  await typeOn(page, 'Blood culture collection', 'County College', '07032025', '', '', '6');
  await expect(said).toContainText('is recorded already with 6 points (Dana)');

  await go(page, `/members/${ROSA}?tab=points`);
  const activities = page.getByRole('table', { name: 'Activities' });
  const row = activities.getByRole('row', { name: /Blood culture collection/ });
  await expect(row).toContainText('RMA 6');
  const drawn = page.getByRole('group', { name: 'Cycle of RMA with its activities' });
  await drawn.getByRole('img').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(
    drawn.getByRole('img', { name: /Blood culture collection, 3 July 2025: 6 points/ }),
  ).toBeVisible();

  await row.getByRole('button', { name: /^Correct…/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hours or credits').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('4');
  await expect(dialog.getByRole('region', { name: 'What would change' })).toContainText('of 30');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Say in a few words why');
  await dialog.getByLabel('Reason').focus();
  await page.keyboard.type('four hours, not six');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(activities).toContainText('four hours, not six');

  await activities.getByRole('button', { name: 'Withdraw… Blood culture collection' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('never took place');
  await expect(dialog.getByRole('region', { name: 'What would change' })).toContainText('RMA');
  await page.keyboard.press('Enter');
  await expect(activities).toContainText('Withdrawn on 22 Nov 2026 by Dana: never took place');
  expect(await untouched(page)).toBe(true);
});

test('a file of the feed is dropped, another laid in the watched folder; what nobody is named by is matched by keyboard and undone', async () => {
  const { page } = desk;
  const header = 'external_id,member_no,name,email,title,completed_on,points';
  const rosa = await ask(page, 'members.page', { memberNo: ROSA });
  await go(page, '/ccp?tab=feed');
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
  const dropped = join(tempFolder(), 'dropped.csv');
  writeFileSync(
    dropped,
    `${header}\nA-1,${ROSA},,,Ethics online,2026-10-01,2\nA-2,,Rosa Featherston,,Safety online,2026-10-02,1\n`,
  );
  await dropFiles(page, [dropped]);
  await expect(
    page.getByText('dropped.csv: 1 recorded, 0 known before, 1 waiting in the queue.'),
  ).toBeVisible();

  const folder = tempFolder();
  await ask(page, 'feed.watch', { folder });
  writeFileSync(
    join(folder, 'laid.csv'),
    `${header}\nA-1,${ROSA},,,Ethics online,2026-10-01,2\nA-3,${ROSA},,,Law online,2026-10-03,1\n`,
  );
  await expect.poll(() => existsSync(join(folder, 'done', 'laid.csv')), { timeout: 20_000 }).toBe(true);
  await expect(page.getByRole('table', { name: 'Files taken' })).toContainText('laid.csv');
  const titles = async () =>
    (await ask(page, 'points.ofMember', { memberNo: ROSA })).activities
      .filter(({ counter, title }) => counter === null && title.endsWith(' online'))
      .map(({ title }) => title);
  expect(await titles()).toEqual(['Law online', 'Ethics online']);

  await watchTheMouse(page);
  const queue = page.getByRole('region', { name: 'Queue' });
  await expect(queue).toContainText('It has neither a member number nor an e-mail address.');
  await expect(queue).toContainText(rosa.name);
  await page.locator('h1').focus();
  await page.keyboard.press('1');
  await expect(page.getByText('Nothing waits')).toBeVisible();
  expect(await titles()).toEqual(['Law online', 'Safety online', 'Ethics online']);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(queue).toContainText('Safety online');
  await page.locator('h1').focus();
  await page.keyboard.press('d');
  await page.keyboard.type('taken twice');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing waits')).toBeVisible();
  expect(await titles()).toEqual(['Law online', 'Ethics online']);
  expect(await untouched(page)).toBe(true);
});

test('a signed slip is scanned and recorded; one signed after the cycle’s end is refused with the sentence', async () => {
  const { page } = desk;
  const month = '2027-01';
  await ask(page, 'renewals.prepare', { step: 'ccp-3', month, again: false });
  const prepared = async () =>
    (await ask(page, 'renewals.runs', undefined)).find((run) => run.kind === 'ccp' && run.month === month);
  await expect.poll(prepared).not.toBeUndefined();
  const run = (await prepared())?.run ?? '';
  const { rows } = await ask(page, 'renewals.pieces', {
    run,
    channel: 'print',
    reason: null,
    offset: 0,
    limit: 1,
  });
  const [piece] = rows;
  const code = sheetCodeText({ run, sheet: piece?.sheet ?? 0, purpose: 'CC' });
  await watchTheMouse(page);
  await go(page, '/ccp?tab=attestations');
  await expect(page.getByRole('combobox', { name: 'Slip' })).toBeFocused();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Attestation slip' });
  await expect(form).toContainText(`sheet ${piece?.sheet} of run ${run}`);
  await expect(page.getByLabel('Signed on')).toBeFocused();
  const box = form.getByRole('checkbox').first();
  if (!(await box.isChecked())) {
    await box.focus();
    await page.keyboard.press(' ');
  }
  await page.getByRole('button', { name: /^Record: / }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Recorded attestations' })).toContainText(
    `${run}, ${piece?.sheet}`,
  );
  const { rows: made } = await ask(page, 'attestations.list', { offset: 0, limit: 1 });
  expect(made[0]).toMatchObject({
    memberNo: piece?.memberNo,
    slip: { run, sheet: piece?.sheet },
    recordedBy: 'Dana',
  });
  expect(await untouched(page)).toBe(true);

  const { rows: lapsed } = await ask(page, 'members.query', {
    filter: { status: ['lapsed'] },
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 50,
  });
  let refused = '';
  for (const { memberNo } of lapsed) {
    const { slip } = await ask(page, 'attestations.recognise', { text: memberNo, attestedOn: '2026-11-22' });
    if (slip?.cycles.some(({ refusal }) => refusal?.text.includes('after the cycle ended') ?? false))
      refused = memberNo;
    if (refused !== '') break;
  }
  expect(refused).not.toBe('');
  await page.getByRole('combobox', { name: 'Slip' }).focus();
  await page.keyboard.type(refused);
  await page.keyboard.press('Enter');
  await expect(form).toContainText('after the cycle ended on');
  await expect(form).toContainText('by the end of the cycle (CCP attestation)');
});
