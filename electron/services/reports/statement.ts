import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { LedgerLine, Period, Statement } from '../../../shared/domain/reports.ts';
import { certificationRecords, memberIdOf } from '../../repositories/facts.ts';
import { ledgerLines } from '../../repositories/reports.ts';
import { evaluateStanding } from '../../rules/evaluate-standing.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, memberUnknown } from '../standing.ts';
import { refusePeriod } from './period.ts';

/**
 * What a member was asked for and paid in a period, with the balance before, after each line and at the end.
 * @throws StandingError `member-unknown`, `period-reversed`
 */
export async function memberStatement(
  view: OfficeView,
  memberNo: string,
  period: Period,
): Promise<Statement> {
  refusePeriod(period);
  const memberId = await memberIdOf(view.reader, memberNo);
  if (memberId === null) throw memberUnknown(memberNo);
  const asOf = view.clock.today();
  const records = await certificationRecords(view.reader, { first: memberId, last: memberId }, asOf);
  const policy = await officePolicy(view);
  const all = await ledgerLines(view.reader, { from: '0000-01-01', to: period.to }, memberId);
  const lines: Statement['lines'][number][] = [];
  let balanceCents = 0;
  let openingCents = 0;
  for (const line of all) {
    const cents = change(line);
    if (cents === 0) continue;
    balanceCents += cents;
    if (line.on < period.from) openingCents = balanceCents;
    // The view names each certification by its code.
    else
      lines.push({
        on: line.on,
        text: textOf(line),
        code: line.code as CertificationCode,
        cents,
        balanceCents,
      });
  }
  return {
    ...period,
    memberNo,
    name: records[0]?.memberName ?? memberNo,
    openingCents,
    lines,
    closingCents: balanceCents,
    certifications: records
      .filter(certifiedBy(asOf))
      .map(({ code, facts }) => ({ code, status: evaluateStanding(facts, policy, asOf).status })),
  };
}

/** What the member owes more by an entry: receivable less credit, so that a payment put to a fee changes nothing. */
function change({ debit, credit, cents }: LedgerLine): number {
  const weight = (account: string): number => (account === 'receivable' || account === 'credit' ? 1 : 0);
  return (weight(debit) - weight(credit)) * cents;
}

const TEXTS: Readonly<Record<string, string>> = {
  'fee-invoiced': 'Annual fee',
  'fee-adjusted': 'Fee adjusted',
  'fee-waived': 'Fee waived',
  'fee-unwaived': 'Waiver taken back',
  'fee-written-off': 'Written off when recertified',
  'recertification-invoiced': 'Fee for recertification',
  'recertification-voided': 'Fee for recertification withdrawn',
  'fee-voided': 'Invoice withdrawn',
  'fee-reissued': 'Annual fee, invoiced again',
  payment: 'Payment',
  'payment-mis-keyed': 'Payment taken back: typed wrongly',
  'payment-bounced': 'Payment not honored by the bank',
  'payment-moved': 'Payment moved',
  refund: 'Refund',
};

function textOf({ kind, method, reference }: LedgerLine): string {
  const text = TEXTS[kind] ?? kind;
  const how = kind === 'payment' || kind === 'refund' ? ` ${METHODS[method] ?? method} ${reference}` : '';
  return `${text}${how}`.trim();
}

const METHODS: Readonly<Record<string, string>> = {
  cheque: 'by check',
  card: 'by card',
  cash: 'in cash',
  online: 'online',
};
