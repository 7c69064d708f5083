import { expect, type Page } from '@playwright/test';
import { sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import { ask } from './ask.ts';

/** One cheque as somebody types it. */
export interface Cheque {
  /** Scanned, or typed into the first field; one for each member it is for. */
  readonly who: readonly string[];
  /** What is typed as the amount; null = what the window proposes is right. */
  readonly amount: string | null;
  /** Whole cents that it comes to. */
  readonly cents: number;
  readonly number: string;
}

/** So many cheques of every usual kind for the members of an office that has printed a run: scanned, by number, by name, split, part, over, unmatched. */
export async function morningPost(page: Page, run: string, count: number): Promise<readonly Cheque[]> {
  const scans = Math.floor(count / 3);
  const { rows: pieces } = await ask(page, 'renewals.pieces', {
    run,
    channel: 'print',
    reason: null,
    offset: 0,
    limit: scans,
  });
  const scanned = new Set(pieces.map(({ memberNo }) => memberNo));
  const { rows: members } = await ask(page, 'members.query', {
    filter: { status: ['active'] },
    sort: { by: 'memberNo', descending: false },
    offset: 0,
    limit: 500,
  });
  const others = members.filter(({ memberNo }) => !scanned.has(memberNo));
  const memberAt = (n: number) => {
    const member = others[n];
    if (member === undefined) throw new Error('The sample office has members enough');
    return member;
  };
  const cheques: Cheque[] = pieces.map((piece, n) => ({
    who: [sheetCodeText({ run, sheet: piece.sheet ?? 0, purpose: 'RN' })],
    amount: null,
    cents: piece.amountCents,
    number: String(1000 + n),
  }));
  for (let n = 0; cheques.length < count; n++) cheques.push(chequeOf(n, memberAt));
  return cheques;
}

/** Kinds that come in turn; every one for a member of its own. */
function chequeOf(n: number, memberAt: (n: number) => { memberNo: string; name: string }): Cheque {
  const number = String(2000 + n);
  const [one, two] = [memberAt(2 * n), memberAt(2 * n + 1)];
  switch (n % 8) {
    case 0:
      return { who: [one.name], amount: '50', cents: 50_00, number };
    case 1:
      return { who: [one.memberNo, two.memberNo], amount: '100.00', cents: 100_00, number };
    case 2:
      return { who: [one.memberNo], amount: '12.34', cents: 12_34, number };
    case 3:
      return { who: [one.memberNo], amount: '$1,250.00', cents: 1_250_00, number };
    case 4:
      return { who: [], amount: '75', cents: 75_00, number };
    default:
      return { who: [one.memberNo], amount: '90.00', cents: 90_00, number };
  }
}

/**
 * Types one cheque by keyboard alone, from the first field back to the first field.
 * @param delay ms between keys: none, or as a scanner types
 * @returns milliseconds that the person had to wait: from each Enter to the field after it
 */
export async function typeCheque(page: Page, cheque: Cheque, delay = 0): Promise<number> {
  const who = page.getByRole('combobox', { name: /^(Who|And who else)$/ });
  const amount = page.getByRole('textbox', { name: 'Amount' });
  const number = page.getByRole('textbox', { name: 'Cheque number' });
  let worst = 0;
  const enter = async (next: typeof who) => {
    const began = performance.now();
    await page.keyboard.press('Enter');
    await expect(next).toBeFocused();
    worst = Math.max(worst, performance.now() - began);
  };
  await expect(who).toBeFocused();
  if (cheque.who.length === 0) await enter(amount);
  for (const [index, text] of cheque.who.entries()) {
    if (index > 0) {
      await page.keyboard.press('+');
      await expect(who).toBeFocused();
    }
    await page.keyboard.type(text, { delay });
    // Of several with a name one is chosen from the list, so whoever types a name looks at it first.
    if (!/^(\d+$|ST\d\.)/.test(text)) await page.getByRole('option', { name: text }).first().waitFor();
    await enter(amount);
  }
  if (cheque.who.length > 1) await splitEvenly(page, cheque);
  if (cheque.amount !== null) {
    await amount.focus();
    await page.keyboard.type(cheque.amount, { delay });
  }
  await enter(number);
  await page.keyboard.type(cheque.number, { delay });
  await enter(who);
  return worst;
}

async function splitEvenly(page: Page, { cents, who }: Cheque): Promise<void> {
  for (const share of await page.getByRole('textbox', { name: /^Share of / }).all()) {
    await share.focus();
    await page.keyboard.type((cents / who.length / 100).toFixed(2));
  }
}
