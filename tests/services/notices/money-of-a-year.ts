import { expect } from 'vitest';
import type { Office } from '../../../electron/services/office.ts';
import { applyCredit, listCredits } from '../../../electron/services/payments/credits.ts';
import { changeControl, closeDeposit, openDeposit } from '../../../electron/services/payments/deposits.ts';
import { assignRemittance, enterRemittance } from '../../../electron/services/payments/enter.ts';
import { listUnassigned } from '../../../electron/services/payments/lists.ts';
import { refund } from '../../../electron/services/payments/refund.ts';
import { reverse } from '../../../electron/services/payments/reverse.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { PaymentPart } from '../../../shared/domain/payments.ts';
import { addYears } from '../../../shared/util/dates.ts';
import type { random } from '../../bench/random.ts';

export type Chance = ReturnType<typeof random>;

/** What the bank has, kept beside the office's books by adding up every cheque as it comes, bounces or goes back. */
export interface BankBook {
  cents: number;
  /** How often each thing happened. */
  readonly seen: Map<string, number>;
}

interface OpenFee {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly yearStart: string;
  readonly rest: number;
}

/** A month's post: payments early, late, in part, twice, too much, for several, for nobody; some of the months before bounce. */
export async function monthOfMoney(
  office: Office,
  today: string,
  chance: Chance,
  bank: BankBook,
): Promise<void> {
  const { below } = chance;
  const note = (what: string) => bank.seen.set(what, (bank.seen.get(what) ?? 0) + 1);
  const older = office.db.sqlite.prepare<[], number>('SELECT id FROM remittance').pluck().all();
  const { deposit } = await openDeposit(office, { controlCount: 0, controlCents: 0 });
  let number = 0;
  const enter = async (parts: readonly PaymentPart[], cents: number): Promise<number> => {
    number += 1;
    const { entry } = await enterRemittance(office, {
      ...{ deposit, receivedOn: today, method: below(6) === 0 ? 'cash' : 'cheque', amountCents: cents },
      ...{ reference: String(number), payer: '', note: '', parts, confirmDuplicate: true },
    });
    bank.cents += cents;
    return entry?.remittance ?? 0;
  };
  const takeBack = async (remittance: number, kind: 'mis-keyed' | 'bounced'): Promise<void> => {
    const cents = amountOf(office, remittance);
    await reverse(office, { of: { remittance }, kind, reason: 'at random', on: today });
    bank.cents -= cents;
    note(kind);
  };
  const open = openFees(office);
  for (const [at, fee] of open.entries()) {
    if (below(100) >= 30) continue;
    const part = (cents: number, yearStart: string | null = null): PaymentPart => ({
      ...{ memberNo: fee.memberNo, code: fee.code, cents, yearStart },
    });
    const full = [part(fee.rest)];
    switch (below(8)) {
      case 0:
        note('part');
        await enter([part(Math.ceil(fee.rest / 3))], Math.ceil(fee.rest / 3));
        break;
      case 1:
        note('double');
        await enter(full, fee.rest);
        await enter(full, fee.rest);
        break;
      case 2:
        note('over');
        await enter([part(fee.rest + 37_50)], fee.rest + 37_50);
        break;
      case 3: {
        note('early');
        const next = addYears(fee.yearStart, 1);
        await enter([part(fee.rest, fee.yearStart), part(50_00, next)], fee.rest + 50_00);
        break;
      }
      case 4: {
        note('for several');
        const other = open[(at + 7) % open.length] ?? fee;
        const second = { memberNo: other.memberNo, code: other.code, cents: other.rest, yearStart: null };
        await enter([part(fee.rest), second], fee.rest + other.rest);
        break;
      }
      default:
        note(fee.yearStart < today.slice(0, 7) ? 'late' : 'on time');
        await enter(full, fee.rest);
    }
  }
  note('for nobody');
  await enter([], 75_00);
  await takeBack(await enter([], 12_34), 'mis-keyed');
  for (const remittance of older.filter(() => below(100) < 8))
    if (isWhole(office, remittance)) await takeBack(remittance, 'bounced');
  await putCredit(office, chance, bank);
  await closeWhole(office, deposit);
}

/** The deposit closes with what was entered and with nothing else. */
async function closeWhole(office: Office, deposit: number): Promise<void> {
  await expect(closeDeposit(office, deposit)).rejects.toMatchObject({ code: 'deposit-disagrees' });
  const { count, cents } = office.db.sqlite
    .prepare<[number], { count: number; cents: number }>(
      `SELECT count(*) AS count, sum(amount_cents) AS cents FROM remittance m WHERE deposit_id = ?
         AND NOT EXISTS (SELECT 1 FROM remittance_reversal v WHERE v.remittance_id = m.id AND v.kind = 'mis-keyed')`,
    )
    .get(deposit) ?? { count: 0, cents: 0 };
  await changeControl(office, deposit, { controlCount: count, controlCents: cents });
  expect(await closeDeposit(office, deposit)).toMatchObject({ differenceCount: 0, differenceCents: 0 });
}

/** Half of what is held is put to the fee that is offered, some of the rest goes back; what was nobody's finds its member. */
async function putCredit(office: Office, { below }: Chance, bank: BankBook): Promise<void> {
  const note = (what: string) => bank.seen.set(what, (bank.seen.get(what) ?? 0) + 1);
  for (const { payment, cents, offer } of (await listCredits(office, { offset: 0, limit: 200 })).rows) {
    if (offer !== null && below(2) === 0) {
      note('credit used');
      await applyCredit(office, { payment: payment.payment, fee: offer.fee });
    } else if (payment.remittance !== null && below(6) === 0) {
      note('refund');
      await refund(office, {
        ...{ payment: payment.payment, cents, reason: 'at random', approvedBy: 'Maya' },
        ...{ method: 'cheque', reference: '' },
      });
      bank.cents -= cents;
    }
  }
  const [fee] = openFees(office);
  for (const { remittance, unassignedCents } of (await listUnassigned(office, { offset: 0, limit: 10 }))
    .rows) {
    if (fee === undefined || below(2) === 0) continue;
    note('assigned');
    const { memberNo, code } = fee;
    await assignRemittance(office, {
      remittance,
      parts: [{ memberNo, code, cents: unassignedCents, yearStart: null }],
    });
  }
}

function openFees(office: Office): readonly OpenFee[] {
  return office.db.sqlite
    .prepare<[], OpenFee>(
      `SELECT m.member_no AS memberNo, c.code, f.year_start AS yearStart, f.amount_cents - f.paid_cents AS rest
       FROM annual_fee f JOIN certification c ON c.id = f.certification_id JOIN member m ON m.id = c.member_id
       WHERE f.paid_cents < f.amount_cents AND f.waived = 0 AND f.voided_on IS NULL AND m.deceased_on IS NULL
         AND f.year_start > '2024' AND f.year_start > coalesce(c.recertified_on, '') ORDER BY f.id`,
    )
    .all();
}

function amountOf(office: Office, remittance: number): number {
  return Number(
    office.db.sqlite.prepare('SELECT amount_cents FROM remittance WHERE id = ?').pluck().get(remittance),
  );
}

/** Nothing of it went back yet. */
function isWhole(office: Office, remittance: number): boolean {
  const gone = office.db.sqlite
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM remittance_reversal WHERE remittance_id = ?)
         OR EXISTS (SELECT 1 FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.remittance_id = ?)`,
    )
    .pluck()
    .get(remittance, remittance);
  return gone === 0;
}
