import { feeDueOn } from '../../../../shared/domain/certification-years.ts';
import type { CertificationCode } from '../../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { addYears } from '../../../../shared/util/dates.ts';
import { displayCents } from '../../../../shared/util/money.ts';
import { certificationStatements } from '../../../db/import/certifications.ts';
import { type FeeStatements, type FeeValues, type FoundFee, feeStatements } from '../../../db/import/fees.ts';
import { certificationCode, yesNo } from '../cells/choice.ts';
import { dateUpTo } from '../cells/date.ts';
import { cents } from '../cells/number.ts';
import { identifier } from '../cells/text.ts';
import { refuseYearStart } from './certificate-dates.ts';
import { certificationOf } from './certification-of.ts';
import { changeBetween, type KindOfImport, type RowChange, RowRefusal } from './kind.ts';

/** What a row says of the fee for one certification year. */
interface FeeRow {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly yearStart: CalendarDate;
  readonly amountCents: number;
  /** Where empty: the last day of the anniversary's month for a new fee (policy.md C2), as it was for another. */
  readonly dueOn?: CalendarDate | undefined;
  readonly waived?: boolean | undefined;
}

interface Found {
  readonly certificationId: number;
  readonly before: FoundFee | undefined;
  readonly values: FeeValues;
  readonly change: RowChange | null;
}

export const fees: KindOfImport<FeeRow> = {
  kind: 'fees',
  read(cells, { today }) {
    const date = dateUpTo(addYears(today, 3), 'lies more than three years ahead; check the year');
    const yearStart = cells.need('year_start', date);
    const dueOn = cells.filled('due_on', date);
    if (dueOn !== undefined && dueOn !== '' && dueOn < yearStart)
      cells.refuse('due_on', `lies before the year starts on ${yearStart}`);
    return {
      memberNo: cells.need('member_no', identifier(32)),
      code: cells.need('code', certificationCode),
      yearStart,
      amountCents: cells.need('amount', cents),
      dueOn,
      waived: cells.filled('waived', yesNo),
    };
  },
  key: (row) => JSON.stringify([row.memberNo, row.code, row.yearStart]),
  repeats: () => false,
  target(db, _policy, { today }) {
    const holders = certificationStatements(db.sqlite);
    const statements = feeStatements(db.sqlite);
    const find = (row: FeeRow): Found | RowRefusal => {
      const certification = certificationOf(holders, row);
      if (certification instanceof RowRefusal) return certification;
      const refusal = refuseYearStart('year_start', certification, row.yearStart);
      if (refusal !== null) return refusal;
      const before = statements.find(certification.id, row.yearStart);
      const values = valuesOf(row, before);
      const change = before === undefined ? null : changeOf(row, before, values);
      const byHand =
        before === undefined || change === null ? null : refuseByHand(before, values, statements);
      if (byHand !== null) return byHand;
      return { certificationId: certification.id, before, values, change };
    };
    return {
      check(row) {
        const found = find(row);
        if (found instanceof RowRefusal) return found;
        if (found.before === undefined) return 'added';
        return found.change === null ? 'unchanged' : 'updated';
      },
      apply(row, _key, importId) {
        const found = find(row);
        if (found instanceof RowRefusal) return found;
        if (found.before === undefined) {
          // When it was invoiced the file does not say: when its year started, or today for a year ahead.
          const ahead = row.yearStart > today;
          const invoicedOn = ahead ? today : row.yearStart;
          statements.insert(found.certificationId, row.yearStart, found.values, invoicedOn, importId);
          return { outcome: 'added' };
        }
        if (found.change === null) return { outcome: 'unchanged' };
        statements.update(found.before.id, found.values, importId);
        return { outcome: 'updated', change: found.change };
      },
    };
  },
};

/** What the office decided by hand about a fee stands against a file. */
function refuseByHand(
  { id, voided_on, waived, amount_cents, paid_cents }: FoundFee,
  values: FeeValues,
  statements: FeeStatements,
): RowRefusal | null {
  if (voided_on !== null)
    return new RowRefusal(
      'year_start',
      `is a year whose fee was voided on ${voided_on}; reissue the fee first`,
    );
  const kinds = statements.byHand(id);
  if (
    values.waived !== waived &&
    (['waived', 'unwaived', 'written-off'] as const).some((kind) => kinds.includes(kind))
  )
    return new RowRefusal('waived', 'differs from what was decided by hand; change the waiver there');
  if (values.amount_cents === amount_cents) return null;
  if (kinds.includes('adjusted'))
    return new RowRefusal('amount', 'differs from what it was adjusted to by hand; adjust the fee there');
  if (waived === 1 && (kinds.includes('waived') || kinds.includes('written-off')))
    return new RowRefusal('amount', 'differs from what it was when the rest of the fee was waived by hand');
  if (values.amount_cents < paid_cents)
    return new RowRefusal(
      'amount',
      `is less than the ${displayCents(paid_cents)} that is paid of the fee; move or reverse the payment first`,
    );
  return null;
}

function valuesOf(row: FeeRow, before: FoundFee | undefined): FeeValues {
  const waived = row.waived ?? before?.waived === 1;
  return {
    amount_cents: row.amountCents,
    due_on: row.dueOn ?? before?.due_on ?? feeDueOn(row.yearStart),
    waived: waived ? 1 : 0,
  };
}

function changeOf(row: FeeRow, before: FoundFee, values: FeeValues): RowChange | null {
  const { amount_cents, due_on, waived } = before;
  return changeBetween(
    `${row.memberNo} ${row.code} ${row.yearStart}`,
    { amount_cents, due_on, waived },
    values,
  );
}
