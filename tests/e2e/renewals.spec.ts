import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ask, numberIn } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';
import { pagesIn, textOf } from './support/pdf.ts';

// One month from beginning to end: each specification goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

const desk = deskForFile();
const RUN = '2026-12-A';
const runFolder = () => join(desk.office, 'runs', RUN);
const wholePdf = () => join(runFolder(), `${RUN}.pdf`);

function part(page: Page, id: 'print' | 'email' | 'held') {
  return page.locator(`.sum__part--${id} dd`);
}

async function summary(page: Page) {
  const run = await ask(page, 'renewals.run', { run: RUN });
  if (run === null) throw new Error('The run is prepared');
  return run;
}

/** Whether anything but white paper is drawn on a canvas. */
async function isPainted(page: Page, sheet: string): Promise<boolean> {
  return page
    .getByRole('figure', { name: sheet })
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement) || canvas.width < 100) return false;
      // A copy to read from: reading the page's own canvas would slow it down.
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const paper = copy.getContext('2d', { willReadFrequently: true });
      paper?.drawImage(canvas, 0, 0);
      const pixels = paper?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let dark = 0;
      for (let i = 0; i < pixels.length; i += 4)
        if ((pixels[i] ?? 255) < 128 && (pixels[i + 3] ?? 0) > 0) dark += 1;
      return dark > 1000;
    });
}

/** Members who renew in December and whom nothing reaches, until their contact is put right. */
let unreachable: readonly string[] = [];

async function reachable(memberNo: string, mailOk: boolean): Promise<void> {
  const { addresses, email, phone } = await ask(desk.page, 'members.page', { memberNo });
  const now = addresses.find(({ validTo }) => validTo === null);
  if (now === undefined) throw new Error(`${memberNo} has an address`);
  const { address1, address2, city, state, zip, country } = now;
  const address = { address1, address2, city, state, zip, country };
  await ask(desk.page, 'members.saveContact', { memberNo, email, phone, mailOk, emailOk: false, address });
}

test.beforeAll(async () => {
  const { rows } = await ask(desk.page, 'members.query', {
    filter: { anniversaryMonth: 12, status: ['active'], state: ['TX', 'CA', 'IL', 'NY', 'FL'] },
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 3,
  });
  unreachable = rows.map(({ memberNo }) => memberNo);
  for (const memberNo of unreachable) await reachable(memberNo, false);
});

test('a month is prepared: everyone selected is printed, e-mailed or held', async () => {
  const { page } = desk;
  await go(page, '/renewals');
  await page.getByRole('link', { name: /^December 2026/ }).click();
  await page.getByRole('button', { name: 'Prepare December 2026' }).click();
  const sum = page.getByRole('region', { name: 'What became of everyone selected' });
  await expect(sum).toBeVisible();
  const selected = numberIn(await sum.locator('.sum__part dd').first().textContent());
  const parts = await Promise.all(
    (['print', 'email', 'held'] as const).map(async (id) => numberIn(await part(page, id).textContent())),
  );
  expect(selected).toBeGreaterThan(20);
  expect(parts.reduce((all, one) => all + one, 0)).toBe(selected);
  expect(parts.every((one) => one > 0)).toBe(true);
});

test('each held piece has its reason, and the reasons add up', async () => {
  const { page } = desk;
  const { held, heldBy } = await summary(page);
  expect(heldBy.reduce((sum, { count }) => sum + count, 0)).toBe(held);
  await page.getByRole('button', { name: `Held ${held}` }).click();
  const grid = page.getByRole('grid', { name: `Pieces of run ${RUN}` });
  await expect(grid).toHaveAttribute('aria-rowcount', String(held + 1));
  for (const { reason, count } of heldBy) {
    await page.getByRole('button', { name: new RegExp(`^${reason} ${count}$`, 'i') }).click();
    await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1));
    await expect(page.locator('.chips__advice')).toHaveText(/\w+.*\./);
    expect(page.url()).toContain('reason=');
  }
  await page.getByRole('button', { name: /^All \d+$/ }).click();
});

test('the run is printed with progress, and is on disk whole', async () => {
  const { page } = desk;
  const { toPrint } = await summary(page);
  await page.getByRole('button', { name: `Print ${toPrint} notices` }).click();
  await expect(
    page.getByRole('heading', { name: `${toPrint} notices printed on 22 November 2026. Mailed?` }),
  ).toBeVisible();
  expect(pagesIn(wholePdf())).toBe(toPrint);
  expect(readdirSync(runFolder())).toEqual([`${RUN}.pdf`]);
  expect(textOf(wholePdf())).toContain(`Sheet ${toPrint} of ${toPrint}`);
});

test('its sheets are seen in the window', async () => {
  const { page } = desk;
  const { toPrint } = await summary(page);
  await page.getByRole('button', { name: 'See the sheets' }).click();
  await expect(page.getByRole('heading', { name: `December 2026, run ${RUN}` })).toBeVisible();
  await expect.poll(() => isPainted(page, `Sheet 1 of ${toPrint}`)).toBe(true);
  const field = page.getByRole('textbox', { name: 'Sheet', exact: true });
  await field.fill(String(toPrint));
  await field.press('Enter');
  await expect.poll(() => isPainted(page, `Sheet ${toPrint} of ${toPrint}`)).toBe(true);
  await page.getByRole('button', { name: 'Back to the run (Esc)' }).click();
  await expect(screenTitle(page)).toHaveText('December 2026 renewals');
});

test('sheets that jammed are reprinted by their numbers', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Reprint sheets…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reprint sheets' });
  await expect(dialog.getByLabel('From sheet')).toBeFocused();
  await dialog.getByLabel('From sheet').fill('3');
  await dialog.getByLabel('To sheet').fill('99999');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/Give a sheet from 1 to/)).toBeVisible();
  await dialog.getByLabel('To sheet').fill('5');
  await dialog.getByRole('button', { name: 'Reprint sheets 3 to 5' }).click();
  await expect(page.getByRole('heading', { name: `December 2026, run ${RUN}, sheets 3 to 5` })).toBeVisible();
  const { toPrint } = await summary(page);
  await expect.poll(() => isPainted(page, `Sheet 3 of ${toPrint}`)).toBe(true);
  const [reprint = ''] = readdirSync(runFolder()).filter((name) => name !== `${RUN}.pdf`);
  const again = textOf(join(runFolder(), reprint)).split('\f');
  const whole = textOf(wholePdf()).split('\f');
  expect(again.slice(0, 3)).toEqual(whole.slice(2, 5));
  expect(pagesIn(join(runFolder(), reprint))).toBe(3);
});

test('the PDF is saved where one wants it', async () => {
  const { app, page } = desk;
  await go(page, `/renewals?run=${RUN}`);
  const file = join(tempFolder(), 'December.pdf');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByText(`Saved as ${file}.`)).toBeVisible();
  expect(readFileSync(file).equals(readFileSync(wholePdf()))).toBe(true);
});

test('spoiled sheets are marked, reprinted alone, and only then can the run be mailed', async () => {
  const { page } = desk;
  const { toPrint } = await summary(page);
  await page.getByRole('button', { name: 'Spoiled sheets…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Spoiled sheets' });
  await expect(dialog.getByRole('textbox', { name: 'Sheets' })).toBeFocused();
  await page.keyboard.type('2, 4-5');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Say what happened to them.')).toBeVisible();
  await dialog.getByLabel('What happened').fill('jammed in the folder');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Spoiled, and still to be reprinted: 2, 4-5.')).toBeVisible();
  await expect(page.getByRole('button', { name: `Mark ${toPrint} as mailed` })).toBeHidden();
  await page.getByRole('button', { name: 'Reprint the 3 spoiled sheets' }).click();
  await expect(page.getByRole('heading', { name: `Run ${RUN}, spoiled sheets, reprinted` })).toBeVisible();
  await expect.poll(() => isPainted(page, `Sheet 2 of ${toPrint}`)).toBe(true);
  const pages = textOf(join(runFolder(), `${RUN}-spoiled.pdf`)).split('\f');
  const whole = textOf(wholePdf()).split('\f');
  expect(pages.slice(0, 3)).toEqual([whole[1], whole[3], whole[4]]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: `Mark ${toPrint} as mailed` })).toBeVisible();
});

test('the trays and the weight are told, and a cover sheet is printed', async () => {
  const { page } = desk;
  const { toPrint, selected } = await summary(page);
  await page.getByRole('button', { name: 'For the post…' }).click();
  const dialog = page.getByRole('dialog', { name: 'For the post' });
  await expect(dialog.getByText(`${toPrint} pieces in`)).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Trays' })).toContainText('The rest of the United States');
  await dialog.getByRole('button', { name: 'Print the cover sheet' }).click();
  await expect(page.getByRole('heading', { name: `Run ${RUN}, cover sheet` })).toBeVisible();
  const cover = textOf(join(runFolder(), `${RUN}-cover.pdf`)).replace(/\s+/g, ' ');
  expect(cover).toContain(`Selected ${selected}`);
  expect(cover).toContain(`Printed ${toPrint}`);
  expect(cover).toContain('Spoiled and reprinted 3');
  await page.getByRole('button', { name: 'Back to the run (Esc)' }).click();
});

test('it is marked as mailed, and that can be undone', async () => {
  const { page } = desk;
  const { toPrint } = await summary(page);
  const counted = page.getByLabel('Sheets counted');
  await page.getByRole('button', { name: `Mark ${toPrint} as mailed` }).click();
  await expect(page.getByText('Count the sheets that are handed over.')).toBeVisible();
  await counted.fill(String(toPrint - 2));
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 too few')).toBeVisible();
  await counted.fill(String(toPrint));
  await page.getByRole('button', { name: `Mark ${toPrint} as mailed` }).click();
  const mailed = page.getByRole('heading', { name: `${toPrint} notices mailed on 22 November 2026.` });
  await expect(mailed).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(mailed).toBeHidden();
  expect((await summary(page)).mailedOn).toBeNull();
  await counted.fill(String(toPrint));
  await page.getByRole('button', { name: `Mark ${toPrint} as mailed` }).click();
  await expect(mailed).toBeVisible();
});

test('the member’s page tells of the notice', async () => {
  const { page } = desk;
  const { rows } = await ask(page, 'renewals.pieces', {
    run: RUN,
    channel: 'print',
    reason: null,
    offset: 2,
    limit: 1,
  });
  await go(page, `/members/${rows[0]?.memberNo}?tab=notices`);
  const notices = page.getByRole('table', { name: 'Notices' });
  await expect(notices).toContainText('on paper, sheet 3');
  await expect(notices).toContainText('22 Nov 2026');
  await notices.getByRole('link', { name: `Show what run ${RUN} sent` }).click();
  await expect(page.getByRole('heading', { name: /run 2026-12-A, sheet 3$/ })).toBeVisible();
  const { toPrint } = await summary(page);
  await expect.poll(() => isPainted(page, `Sheet 3 of ${toPrint}`)).toBe(true);
  await page.keyboard.press('Escape');
  await notices.getByRole('link', { name: RUN, exact: true }).click();
  await expect(screenTitle(page)).toHaveText('December 2026 renewals');
});

test('a held piece leads to the contact and back, and says what would become of it now', async () => {
  const { page } = desk;
  await go(page, `/renewals?run=${RUN}&show=held&reason=asked for no mail`);
  const row = page.getByRole('row').filter({ hasText: unreachable[0] ?? '' });
  await row.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText(/would still be held: Asked for no mail/)).toBeVisible();
  await row.getByRole('link', { name: 'Edit contact' }).click();
  const dialog = page.getByRole('dialog', { name: /^Contact of / });
  await dialog.getByLabel('Wants notices by mail').check();
  await dialog.getByRole('button', { name: 'Save contact' }).click();
  await expect(screenTitle(page)).toHaveText('December 2026 renewals');
  expect(page.url()).toContain('show=held');
  await row.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText(/would be printed now; it goes out with a further run/)).toBeVisible();
});

test('a further run of the month reaches whom the first did not, and nobody twice', async () => {
  const { page } = desk;
  const first = await summary(page);
  const refused = first.heldBy.find(({ reason }) => reason === 'asked for no mail')?.count ?? 0;
  expect(refused).toBeGreaterThan(0);
  for (const memberNo of unreachable) await reachable(memberNo, true);
  await page.getByRole('button', { name: 'Prepare a further run for them' }).click();
  await expect(page.getByText('Run 2026-12-B, prepared on')).toBeVisible();
  const further = await ask(page, 'renewals.run', { run: '2026-12-B' });
  expect(further?.toPrint).toBeGreaterThan(0);
  expect(further?.toPrint).toBeLessThanOrEqual(unreachable.length);
  const sent = further?.heldBy.find(({ reason }) => reason === 'already sent for this month')?.count;
  expect(sent).toBe(first.toPrint + first.toEmail);
});

test('sheets that were never printed are offered for printing, and a run that is not there is said so', async () => {
  const { page } = desk;
  await go(page, `/renewals?run=${RUN}&sheets=1-2`);
  await expect(page.getByRole('button', { name: 'Print sheets 1 to 2' })).toBeVisible();
  await go(page, '/renewals?run=2019-01-A');
  await expect(page.getByText('There is no run 2019-01-A.')).toBeVisible();
  expect(existsSync(join(desk.office, 'runs', '2019-01-A'))).toBe(false);
  // The viewer asked for a PDF that is not there.
  expect(desk.complaints().every((one) => one.includes('404'))).toBe(true);
});
