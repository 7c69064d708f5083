import type { PaperKind } from '../../../shared/domain/ledger.ts';
import type { PaperRequest } from '../../../shared/domain/papers.ts';
import type { Period } from '../../../shared/domain/reports.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { LEFT, RIGHT } from '../../printing/letter/styles.ts';
import type { AccountPaper } from '../../printing/papers/account-paper.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { paymentsById, paymentsOfRemittances } from '../../repositories/ledger-payments.ts';
import type { OfficeView } from '../office.ts';
import { depositView } from '../payments/deposits.ts';
import { memberStatement } from './statement.ts';

/** What a paper says, before it is set on a page or written as an e-mail. */
export interface PaperDraft {
  readonly kind: PaperKind;
  /** null = nobody's: it goes to the bank. */
  readonly memberId: number | null;
  readonly subjectId: string;
  readonly body: Omit<AccountPaper, 'office' | 'envelope' | 'address'>;
}

/**
 * Writes a paper about money from what the books say now.
 * @throws StandingError `member-unknown`, `period-reversed`, `payment-unknown`, `payment-reversed`, `deposit-unknown`
 */
export function paperDraft(view: OfficeView, request: PaperRequest): Promise<PaperDraft> {
  switch (request.kind) {
    case 'statement':
      return statementDraft(view, request);
    case 'receipt':
      return receiptDraft(view, request.payment);
    case 'deposit-slip':
      return slipDraft(view, request.deposit);
    default:
      return assertNever(request);
  }
}

async function statementDraft(
  view: OfficeView,
  request: { readonly memberNo: string } & Period,
): Promise<PaperDraft> {
  const statement = await memberStatement(view, request.memberNo, request);
  const { from, to, memberNo, openingCents, closingCents, lines } = statement;
  // Asked for from before there were members: everything there is.
  const whole = from < '1930-01-01';
  const sum = displayCents(Math.abs(closingCents));
  return {
    kind: 'statement',
    memberId: await memberIdOf(view.reader, memberNo),
    subjectId: memberNo,
    body: {
      title: whole
        ? `Statement to ${displayDate(to)}`
        : `Statement from ${displayDate(from)} to ${displayDate(to)}`,
      facts: [
        ['Member number', memberNo],
        [closingCents < 0 ? 'Credit' : 'Owed', sum],
        ...statement.certifications.map(({ code, status }) => [code, STATUSES[status]] as const),
      ],
      columns: [
        { head: 'Date', x: LEFT, align: 'left' },
        { head: 'What', x: LEFT + 96, align: 'left' },
        { head: 'For', x: LEFT + 290, align: 'left' },
        { head: 'Amount', x: LEFT + 420, align: 'right' },
        { head: 'Balance', x: RIGHT, align: 'right' },
      ],
      rows: [
        ...(whole ? [] : [[displayDate(from), 'Balance before', '', '', displayCents(openingCents)]]),
        ...lines.map(({ on, text, code, cents, balanceCents }) => [
          displayDate(on),
          text.length > 40 ? `${text.slice(0, 39)}…` : text,
          code,
          displayCents(cents),
          displayCents(balanceCents),
        ]),
      ],
      sums: [[closingCents < 0 ? 'Held as credit' : 'Owed', sum]],
      notes: ['A balance below zero is credit. Annual fees are owed in the month of the anniversary.'],
    },
  };
}

const STATUSES = { active: 'Active', due: 'Due', 'past-due': 'Past due', lapsed: 'Lapsed' } as const;
const METHODS = { cheque: 'Check', card: 'Card', cash: 'Cash', online: 'Online' } as const;

/** For a payment that came with others on a cheque, of that member's part. */
async function receiptDraft(view: OfficeView, payment: number): Promise<PaperDraft> {
  const [found] = await paymentsById(view.reader, [payment]);
  if (found === undefined)
    throw new StandingError(
      'payment-unknown',
      `There is no payment ${payment}.`,
      'See “payments list MEMBER_NO” for the numbers.',
    );
  if (found.reversal !== null)
    throw new StandingError(
      'payment-reversed',
      `Payment ${payment} was taken back on ${displayDate(found.reversal.on)} (${found.reversal.reason}), so there is nothing to receipt.`,
      'Print the receipt of the payment that took its place.',
    );
  const together =
    found.remittance === null
      ? [found]
      : (await paymentsOfRemittances(view.reader, [found.remittance])).filter(
          ({ memberId, reversal }) => memberId === found.memberId && reversal === null,
        );
  const total = together.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const credit = together.reduce((sum, { creditCents }) => sum + creditCents, 0);
  return {
    kind: 'receipt',
    memberId: found.memberId,
    subjectId: String(payment),
    body: {
      title: 'Receipt',
      facts: [
        ['Member number', found.memberNo],
        ['Received', displayDate(found.receivedOn)],
        ['How', `${METHODS[found.method]} ${found.reference}`.trim()],
        ['Amount', displayCents(total)],
      ],
      columns: [
        { head: 'For', x: LEFT, align: 'left' },
        { head: 'Certification year', x: LEFT + 80, align: 'left' },
        { head: 'Amount', x: RIGHT, align: 'right' },
      ],
      rows: together.flatMap(({ code, allocations, recertifications, refunds, creditCents }) => [
        ...allocations
          .filter(({ releasedOn }) => releasedOn === null)
          .map(({ yearStart, amountCents }) => [
            code,
            `from ${displayDate(yearStart)}`,
            displayCents(amountCents),
          ]),
        ...recertifications
          .filter(({ releasedOn }) => releasedOn === null)
          .map(({ amountCents }) => [code, 'recertification', displayCents(amountCents)]),
        ...(creditCents > 0 ? [[code, 'held as credit', displayCents(creditCents)]] : []),
        ...refunds.map(({ on, amountCents }) => [
          code,
          `refunded on ${displayDate(on)}`,
          displayCents(amountCents),
        ]),
      ]),
      sums: [['Received with thanks', displayCents(total)]],
      notes: credit > 0 ? ['Credit is put to the next annual fee when you tell us so.'] : [],
    },
  };
}

async function slipDraft(view: OfficeView, deposit: number): Promise<PaperDraft> {
  const found = await depositView(view, deposit);
  const live = found.entries.filter(({ reversal }) => reversal?.kind !== 'mis-keyed');
  const sum = (method: string) =>
    live
      .filter((entry) => entry.method === method)
      .reduce((cents, { amountCents }) => cents + amountCents, 0);
  return {
    kind: 'deposit-slip',
    memberId: null,
    subjectId: String(found.deposit),
    body: {
      title: `Deposit ${found.deposit}`,
      facts: [
        ['Opened', displayDate(found.openedOn)],
        ['Closed', found.closedOn === null ? 'not yet' : displayDate(found.closedOn)],
        ['Items', live.length.toLocaleString('en-US')],
        ['Total', displayCents(found.enteredCents)],
      ],
      columns: [
        { head: 'No.', x: LEFT + 20, align: 'right' },
        { head: 'Number', x: LEFT + 40, align: 'left' },
        { head: 'How', x: LEFT + 150, align: 'left' },
        { head: 'Member', x: LEFT + 220, align: 'left' },
        { head: 'Amount', x: RIGHT, align: 'right' },
      ],
      rows: live.map(({ position, reference, method, amountCents, payments, payer }) => [
        String(position),
        reference,
        METHODS[method],
        [...new Set(payments.filter(({ reversal }) => reversal === null).map(({ memberNo }) => memberNo))]
          .slice(0, 4)
          .join(', ') || payer.slice(0, 40),
        displayCents(amountCents),
      ]),
      sums: [
        ['Checks', displayCents(sum('cheque'))],
        ['Cash', displayCents(sum('cash'))],
        ...(['card', 'online'] as const)
          .filter((method) => sum(method) !== 0)
          .map((method) => [METHODS[method], displayCents(sum(method))] as const),
        ['All together', displayCents(found.enteredCents)],
      ],
      notes: [],
    },
  };
}
