import { isCycleStart } from '../../../../shared/domain/certification-years.ts';
import type { CertificationCode } from '../../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import {
  type CertificationStatements,
  type CertificationValues,
  certificationStatements,
  type FoundCertification,
} from '../../../db/import/certifications.ts';
import { certificationCode } from '../cells/choice.ts';
import { dateUpTo } from '../cells/date.ts';
import { identifier } from '../cells/text.ts';
import { anchorOn, isYearStart } from './certificate-dates.ts';
import { memberOf } from './certification-of.ts';
import { changeBetween, type KindOfImport, type RowChange, RowRefusal } from './kind.ts';

/**
 * What a row says of a certification. An empty cell never takes back a recertification or a certificate number that is
 * there already.
 */
interface CertificationRow {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly certifiedOn: CalendarDate;
  readonly recertifiedOn?: CalendarDate | undefined;
  readonly certificateNo?: string | undefined;
}

export const certifications: KindOfImport<CertificationRow> = {
  kind: 'certifications',
  read(cells, { today }) {
    const date = dateUpTo(
      today,
      `lies after today, ${today}; a certification counts from the day it was given`,
    );
    const certifiedOn = cells.need('certified_on', date);
    const recertifiedOn = cells.filled('recertified_on', date);
    if (recertifiedOn !== undefined && recertifiedOn !== '' && recertifiedOn < certifiedOn)
      cells.refuse('recertified_on', `lies before the certification date ${certifiedOn}`);
    return {
      memberNo: cells.need('member_no', identifier(32)),
      code: cells.need('code', certificationCode),
      certifiedOn,
      recertifiedOn,
      certificateNo: cells.filled('certificate_no', identifier(40)),
    };
  },
  key: (row) => JSON.stringify([row.memberNo, row.code]),
  repeats: () => false,
  rival: (row) =>
    row.certificateNo === undefined ? null : { column: 'certificate_no', key: row.certificateNo },
  target(db, policy) {
    const statements = certificationStatements(db.sqlite);
    const cycleYears = (anchor: CalendarDate) => policy.value('cycle-years', anchor).value;
    const find = (row: CertificationRow) => resolve(statements, row, cycleYears);
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
          statements.insert(found.memberId, row.code, found.values, importId);
          return { outcome: 'added' };
        }
        if (found.change === null) return { outcome: 'unchanged' };
        statements.update(found.before.id, found.values, importId);
        return { outcome: 'updated', change: found.change };
      },
    };
  },
};

interface Found {
  readonly memberId: number;
  readonly before: FoundCertification | undefined;
  readonly values: CertificationValues;
  readonly change: RowChange | null;
}

function resolve(
  statements: CertificationStatements,
  row: CertificationRow,
  cycleYears: (anchor: CalendarDate) => number,
): Found | RowRefusal {
  const memberId = memberOf(statements, row.memberNo);
  if (memberId instanceof RowRefusal) return memberId;
  const before = statements.find(memberId, row.code);
  const values: CertificationValues = {
    certified_on: row.certifiedOn,
    recertified_on: row.recertifiedOn ?? before?.recertified_on ?? null,
    certificate_no: row.certificateNo ?? before?.certificate_no ?? null,
  };
  if (values.recertified_on !== null && values.recertified_on < values.certified_on)
    return new RowRefusal('certified_on', `lies after the recertification on ${values.recertified_on}`);
  const holder = row.certificateNo === undefined ? undefined : statements.holder(row.certificateNo);
  if (holder !== undefined && holder.id !== before?.id)
    return new RowRefusal(
      'certificate_no',
      `belongs to the ${holder.code} of member ${holder.member_no} already`,
    );
  if (before === undefined) return { memberId, before, values, change: null };
  const { certified_on, recertified_on, certificate_no } = before;
  const had = { certified_on, recertified_on, certificate_no };
  const change = changeBetween(`${row.memberNo} ${row.code}`, had, values);
  const misfit = change === null ? null : refuseMisfit(statements, before, values, cycleYears);
  return misfit ?? { memberId, before, values, change };
}

/** New dates must not leave years or cycles behind that no longer start where they say. */
function refuseMisfit(
  statements: CertificationStatements,
  before: FoundCertification,
  after: CertificationValues,
  cycleYears: (anchor: CalendarDate) => number,
): RowRefusal | null {
  if (before.certified_on === after.certified_on && before.recertified_on === after.recertified_on)
    return null;
  const fits = (start: CalendarDate, what: 'year' | 'cycle') => {
    const anchor = anchorOn(after, start);
    return what === 'year' ? isYearStart(after, start) : isCycleStart(anchor, start, cycleYears(anchor));
  };
  const misfit = statements.startsInUse(before.id).find(({ start, what }) => !fits(start, what));
  if (misfit === undefined) return null;
  const column = before.certified_on === after.certified_on ? 'recertified_on' : 'certified_on';
  return new RowRefusal(
    column,
    `does not fit the ${misfit.what} from ${misfit.start} that the office has on record for this certification`,
  );
}
