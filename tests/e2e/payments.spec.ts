import { expect, type Page, test } from '@playwright/test';
import { displayCents } from '../../shared/util/money.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { morningPost, typeCheque } from './support/morning-post.ts';

const desk = deskForFile();
const RUN = '2026-12-A';
const CHEQUES = 60;

/** Opens a deposit by keyboard; its form waits for the first cheque. */
async function openDeposit(page: Page, count: number, total: string): Promise<void> {
  await go(page, '/payments');
  await expect(page.getByRole('button', { name: 'Open a deposit' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'How many' })).toBeFocused();
  await page.keyboard.type(String(count));
  await page.keyboard.press('Tab');
  await page.keyboard.type(total);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Who' })).toBeFocused();
}

test('sixty cheques are entered by keyboard alone, and the deposit closes only when it agrees', async () => {
  test.setTimeout(180_000);
  const { page } = desk;
  await page.evaluate(() => {
    // Nobody touches the mouse.
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-touched', ''));
  });
  await ask(page, 'renewals.prepare', { month: '2026-12', again: false });
  await expect.poll(() => ask(page, 'renewals.run', { run: RUN })).not.toBeNull();
  const post = await morningPost(page, RUN, CHEQUES);
  const total = post.reduce((sum, { cents }) => sum + cents, 0);

  await go(page, '/payments');
  await expect(page.getByRole('button', { name: 'Open a deposit' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'How many' })).toBeFocused();
  await page.keyboard.type(String(CHEQUES));
  await page.keyboard.press('Tab');
  await page.keyboard.type((total / 100).toFixed(2));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'to go' })).toContainText(
    `${CHEQUES} and ${displayCents(total)} to go`,
  );

  for (const cheque of post.slice(0, -1)) await typeCheque(page, cheque);
  const control = page.getByRole('region', { name: 'Control of the deposit' });
  await expect(control).toContainText('59 of 60');

  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('alert')).toContainText(displayCents(post.at(-1)?.cents ?? 0));

  const last = post.at(-1);
  if (last === undefined) throw new Error('There are sixty');
  await typeCheque(page, { ...last, amount: '90.01', cents: 90_01 });
  await expect(control).toContainText('$0.01 too much');
  const wrong = page.getByRole('button', { name: 'Mis-keyed…' }).first();
  await wrong.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).waitFor();
  await page.keyboard.type('typed a cent too much');
  await page.keyboard.press('Enter');
  await expect(control).toContainText('59 of 60');

  await page.getByRole('combobox', { name: 'Who' }).focus();
  await typeCheque(page, last);
  await expect(control).toContainText('Count and total agree');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Closed on /)).toBeVisible();

  const { rows } = await ask(page, 'payments.deposits', { state: 'closed', offset: 0, limit: 10 });
  expect(rows[0]).toMatchObject({
    enteredCount: CHEQUES,
    enteredCents: total,
    differenceCount: 0,
    differenceCents: 0,
  });
  expect(await page.locator('html').getAttribute('data-touched')).toBeNull();
});

test('a card number is refused where it is typed, and nothing is entered', async () => {
  const { page } = desk;
  await openDeposit(page, 1, '50');
  await page.keyboard.press('Enter');
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await page.keyboard.type('4111 1111 1111 1111');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This looks like a card number')).toBeVisible();
  const { rows } = await ask(page, 'payments.deposits', { state: 'open', offset: 0, limit: 10 });
  expect(rows[0]?.enteredCount).toBe(0);
});

test('a payment that settled a fee is refunded on the member’s page by a manager, and the fee is open again', async () => {
  const { page } = desk;
  await ask(page, 'office.saveManagers', { names: ['Dana'] });
  const { rows } = await ask(page, 'payments.deposits', { state: 'closed', offset: 0, limit: 1 });
  const closed = await ask(page, 'payments.deposit', { deposit: rows[0]?.deposit ?? 0 });
  const paid = closed.entries
    .flatMap(({ payments }) => payments)
    .find(({ allocations, creditCents }) => allocations.length === 1 && creditCents === 0);
  const [settled] = paid?.allocations ?? [];
  if (paid === undefined || settled === undefined) throw new Error('The post paid somebody’s fee');
  const { memberNo, code, amountCents, payment } = paid;
  const feeOf = async () => {
    const { certifications } = await ask(page, 'fees.ofMember', { memberNo });
    return certifications
      .find((one) => one.code === code)
      ?.fees.find(({ yearStart }) => yearStart === settled.yearStart);
  };
  const before = await feeOf();

  await go(page, `/payments/${closed.deposit}`);
  const entry = page.getByRole('row').filter({ hasText: memberNo });
  await entry.getByRole('button', { name: 'Refund…' }).click();
  await expect(page.getByRole('dialog')).toContainText('is not refundable');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await go(page, `/members/${memberNo}?tab=fees`);
  const payments = page.getByRole('table', { name: 'Payments' });
  await payments
    .getByRole('row')
    .filter({ hasText: `deposit ${closed.deposit}` })
    .getByRole('button', { name: 'Refund…' })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('“The annual fee is not refundable.” (PB-FEE-1)');
  await expect(dialog).toContainText('Open again after this refund');
  await dialog.getByRole('textbox', { name: 'Our cheque’s number' }).fill('88');
  await dialog.getByRole('button', { name: `Refund ${displayCents(amountCents)}` }).click();
  await expect(dialog).toContainText('Say why it is given back.');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('paid by mistake');
  await dialog.getByRole('combobox', { name: 'Allowed by' }).selectOption('Dana');
  await dialog.getByRole('button', { name: `Refund ${displayCents(amountCents)}` }).click();
  await expect(dialog).toBeHidden();
  await expect(payments).toContainText('paid by mistake (allowed by Dana)');
  const after = await feeOf();
  expect((before?.paidCents ?? 0) - (after?.paidCents ?? 0)).toBe(amountCents);
  const kept = await ask(page, 'payments.ofMember', { memberNo });
  expect(kept.find((one) => one.payment === payment)).toMatchObject({
    creditCents: 0,
    refunds: [{ amountCents, reason: 'paid by mistake', approvedBy: 'Dana', reference: '88' }],
  });
});

test('“Record payment” leads to the deposit with the member filled in, which is opened first where none is', async () => {
  const { page } = desk;
  const { rows: open } = await ask(page, 'payments.deposits', { state: 'open', offset: 0, limit: 10 });
  for (const { deposit, openedOn, controlCents } of open) {
    await ask(page, 'payments.enter', {
      deposit,
      receivedOn: openedOn,
      method: 'cash',
      amountCents: controlCents,
      reference: '',
      payer: '',
      note: '',
      parts: [],
      confirmDuplicate: true,
    });
    await ask(page, 'payments.closeDeposit', { deposit });
  }
  const { rows } = await ask(page, 'members.query', {
    filter: { status: ['active'] },
    sort: { by: 'memberNo', descending: false },
    offset: 0,
    limit: 2,
  });
  const [one, two] = rows;
  if (one === undefined || two === undefined) throw new Error('The sample office has members enough');
  const form = page.getByRole('form', { name: 'Enter a payment' });
  const record = async ({ memberNo, name }: typeof one) => {
    await go(page, `/members/${memberNo}`);
    await expect(screenTitle(page)).toContainText(name);
    await page.getByRole('button', { name: 'Record payment' }).click();
  };

  await record(one);
  await expect(page.getByRole('textbox', { name: 'How many' })).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await expect(form).toContainText(one.memberNo);
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused();

  await record(two);
  await expect(form).toContainText(two.memberNo);
  await expect(form).not.toContainText(one.memberNo);
  await expect(page).toHaveURL(/#\/payments\/\d+$/);
});

test('whoever types faster than the office answers loses and mixes nothing', async () => {
  const { page } = desk;
  const CHEQUES = 12;
  const post = (await morningPost(page, RUN, 3 * CHEQUES)).slice(0, CHEQUES);
  await openDeposit(page, CHEQUES, '600');
  const text = post.map(({ who: [scan] }, n) => `${scan}\n${40 + n}.50\n${9000 + n}\n`).join('');
  // No key waits for anything: scans, amounts and numbers come while the office still looks up and saves what was before.
  await page.keyboard.type(text);
  const control = page.getByRole('region', { name: 'Control of the deposit' });
  await expect(control).toContainText(`${CHEQUES} of ${CHEQUES}`);
  const { rows } = await ask(page, 'payments.deposits', { state: 'open', offset: 0, limit: 1 });
  const { entries } = await ask(page, 'payments.deposit', { deposit: rows[0]?.deposit ?? 0 });
  const numbers = await Promise.all(
    post.map(async ({ who: [text = ''] }) => {
      const { candidates } = await ask(page, 'payments.recognise', { text });
      return candidates.map(({ memberNo }) => memberNo);
    }),
  );
  expect(
    entries.map(({ amountCents, reference, payments }) => [
      amountCents,
      reference,
      ...new Set(payments.map(({ memberNo }) => memberNo)),
    ]),
  ).toEqual(post.map((_, n) => [(40 + n) * 100 + 50, String(9000 + n), ...(numbers[n] ?? [])]));
  await expect(page.getByRole('combobox', { name: 'Who' })).toHaveValue('');
});

test('a cheque that is refused while the next one is typed stays with its values, and is taken up afterwards', async () => {
  const { page } = desk;
  await openDeposit(page, 3, '150');
  // The second is the first again: same number, same amount, nobody's.
  await page.keyboard.type('\n50\n777\n\n50\n777\n\n50\n778\n');
  const control = page.getByRole('region', { name: 'Control of the deposit' });
  await expect(control).toContainText('2 of 3');
  const refused = page.getByRole('list', { name: 'Not entered' });
  await expect(refused).toContainText('Number 777 over $50.00 is entered already');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('One cheque was typed and not entered.')).toBeVisible();

  await page.keyboard.type('\n20\n');
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByText('Another cheque is being typed.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveValue('20');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+e');
  await expect(page.getByRole('textbox', { name: 'Cheque number' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Cheque number' })).toHaveValue('777');
  await expect(refused).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(control).toContainText('Count and total agree');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Closed on /)).toBeVisible();
});
