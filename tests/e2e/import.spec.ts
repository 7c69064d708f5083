import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { dropFiles } from './support/drop-files.ts';
import { makeNamedOffice, tempFolder } from './support/office.ts';
import { ONE_PIXEL_PNG } from './support/pictures.ts';

// An office hands its files over: each specification goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

const desk = deskForFile(async () => {
  const folder = join(tempFolder(), 'office');
  await makeNamedOffice(folder);
  return folder;
});

const MEMBERS = [
  'Member No;first_name;last_name;Surname at birth;E-Mail Address;Zip Code;address1;city;state',
  '700001;Zoë;O’Neil;;zoe@example.org;60018;1 Elm St;Rosemont;IL',
  '700002;Ann;Müller;;;60018;2 Elm St;Rosemont;IL',
  '700003;Bo;Li;;bo@example.org;60018;3 Elm St;Rosemont;IL',
].join('\r\n');
const CERTIFICATIONS = [
  'member_no,code,certified_on',
  '700001,RMA,05/01/2019',
  '700002,MT,2021-02-29',
  '700003,XYZ,2020-01-01',
  '700009,RMA,2020-01-01',
].join('\n');

function fileOf(name: string, content: string | Buffer): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, content);
  return file;
}

async function choose(page: Page, ...files: string[]): Promise<void> {
  await answerOpenDialog(desk.app, ...files);
  await page.getByRole('button', { name: /^(Choose files|Add files)…$/ }).click();
}

test('files are chosen; a column that is called otherwise is matched before anything is read', async () => {
  const { page } = desk;
  await go(page, '/import');
  // Handed over the wrong way round: members come first all the same.
  await choose(page, fileOf('certs.csv', CERTIFICATIONS), fileOf('people.csv', MEMBERS));
  const queue = page.getByRole('list', { name: 'Files in the order in which they are imported' });
  await expect(queue.getByRole('listitem')).toHaveText([/^Members/, /^Certifications/]);
  const file = page.getByRole('region', { name: 'people.csv' });
  await expect(file).toContainText('UTF-8 text, separated by semicolons');
  const zip = file.getByRole('combobox', { name: '“Zip Code” is taken for' });
  await expect(zip).toHaveValue('');
  await file.getByRole('button', { name: 'Use ZIP' }).click();
  await expect(zip).toHaveValue('zip');
  await file.getByRole('combobox', { name: '“E-Mail Address” is taken for' }).selectOption('email');
});

test('what an import would do is counted first, then it is done', async () => {
  const { page } = desk;
  const file = page.getByRole('region', { name: 'people.csv' });
  await expect(file.getByText('All 3 rows are good.')).toBeVisible();
  await expect(file.getByText('3 new.')).toBeVisible();
  expect((await ask(page, 'office.state', undefined)).office?.members).toBe(0);
  await file.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(file.getByText('3 rows of members imported.')).toBeVisible();
  const zoe = await ask(page, 'members.page', { memberNo: '700001' });
  expect(zoe).toMatchObject({ name: 'Zoë O’Neil', email: 'zoe@example.org' });
  expect(zoe.addresses[0]?.zip).toBe('60018');
});

test('bad rows are listed with row, column and what is wrong; they are saved as CSV; the good ones go in', async () => {
  const { app, page } = desk;
  await page.getByRole('button', { name: 'Go on to the next file' }).click();
  const file = page.getByRole('region', { name: 'certs.csv' });
  await expect(file.getByText('3 of 4 rows cannot be imported.')).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Rows that cannot be imported' });
  const rows = grid.getByRole('row');
  await expect(rows.nth(1)).toContainText('Certified on');
  await expect(rows.nth(1)).toContainText('2021-02-29');
  await expect(rows.nth(2)).toContainText('XYZ');
  await expect(rows.nth(3)).toContainText('700009');

  const saved = join(tempFolder(), 'bad.csv');
  await answerSaveDialog(app, saved);
  await file.getByRole('button', { name: 'Save the bad rows as CSV…' }).click();
  await expect(page.getByText(`Saved as ${saved}.`)).toBeVisible();
  const lines = readFileSync(saved, 'utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('2021-02-29');

  await file.getByRole('button', { name: 'Import the 1 good row' }).click();
  await expect(file.getByText('1 row of certifications imported.')).toBeVisible();
  const { certifications } = await ask(page, 'members.page', { memberNo: '700001' });
  expect(certifications).toMatchObject([{ code: 'RMA', certifiedOn: '2019-05-01' }]);
});

test('a dropped file that was imported before changes nothing', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Show the summary' }).click();
  await expect(page.getByText('4 rows of 2 files imported.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the list' }).click();
  const again = fileOf(
    'again.csv',
    MEMBERS.replace('Zip Code', 'zip').replace('E-Mail Address', 'email').replace('Member No', 'member_no'),
  );
  await dropFiles(page, [again]);
  await expect(page.getByText('Nothing to import: all 3 rows are in the office already.')).toBeVisible();
  await page.getByRole('button', { name: 'Take this file off the list' }).click();
});

const REFUSED: readonly (readonly [string, string, string | Buffer, RegExp])[] = [
  ['a picture that is called CSV', 'photo.csv', ONE_PIXEL_PNG, /is not CSV but a picture \(PNG\)/i],
  ['an empty file', 'nothing.csv', '', /empty/i],
  [
    'a file that stops in the middle of a cell',
    'cut.csv',
    'member_no,first_name,last_name\n700004,"Jo',
    /cell|quote|cut/i,
  ],
];

for (const [what, name, content, says] of REFUSED)
  test(`${what} is refused in a sentence`, async () => {
    const { page } = desk;
    await choose(page, fileOf(name, content));
    const queue = page.getByRole('list', { name: 'Files in the order in which they are imported' });
    await queue.getByRole('button').filter({ hasText: name }).click();
    await expect(page.getByRole('region', { name }).getByRole('alert')).toContainText(says);
    await page.getByRole('button', { name: 'Take this file off the list' }).click();
  });

test('a file without a required column asks which one it is', async () => {
  const { page } = desk;
  await choose(page, fileOf('short.csv', 'member_no,first_name,Shoe size\n700005,Jo,42\n'));
  const file = page.getByRole('region', { name: 'short.csv' });
  await file.getByLabel('It holds').selectOption('members');
  await expect(file.getByRole('heading', { name: 'Which column is last name?' })).toBeVisible();
  await expect(file.getByRole('button', { name: /^Import/ })).toHaveCount(0);
  await file.getByRole('button', { name: 'Leave this file out' }).click();
  expect((await ask(page, 'office.state', undefined)).office?.members).toBe(3);
  expect(existsSync(join(desk.office, 'office.db'))).toBe(true);
});
