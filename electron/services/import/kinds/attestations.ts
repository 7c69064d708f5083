import type { CertificationCode } from '../../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { addYears } from '../../../../shared/util/dates.ts';
import { attestationStatements } from '../../../db/import/attestations.ts';
import { certificationStatements } from '../../../db/import/certifications.ts';
import { certificationCode } from '../cells/choice.ts';
import { dateUpTo } from '../cells/date.ts';
import { identifier } from '../cells/text.ts';
import { anchorOn, refuseCycleStart } from './certificate-dates.ts';
import { certificationOf } from './certification-of.ts';
import { type KindOfImport, RowRefusal } from './kind.ts';

/** A member's word to have reached the points of a cycle (PB-CCP-3). */
interface AttestationRow {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
  readonly attestedOn: CalendarDate;
}

export const attestations: KindOfImport<AttestationRow> = {
  kind: 'attestations',
  read(cells, { today }) {
    const date = dateUpTo(addYears(today, 1), 'lies more than a year ahead; check the year');
    const cycleStart = cells.need('cycle_start', date);
    const attestedOn = cells.need('attested_on', date);
    if (attestedOn !== '' && attestedOn < cycleStart)
      cells.refuse('attested_on', `lies before the cycle starts on ${cycleStart}`);
    return {
      memberNo: cells.need('member_no', identifier(32)),
      code: cells.need('code', certificationCode),
      cycleStart,
      attestedOn,
    };
  },
  key: (row) => JSON.stringify([row.memberNo, row.code, row.cycleStart]),
  repeats: () => false,
  target(db, policy) {
    const holders = certificationStatements(db.sqlite);
    const statements = attestationStatements(db.sqlite);
    const find = (row: AttestationRow) => {
      const certification = certificationOf(holders, row);
      if (certification instanceof RowRefusal) return certification;
      const cycleYears = policy.value('cycle-years', anchorOn(certification, row.cycleStart)).value;
      const refusal = refuseCycleStart('cycle_start', certification, row.cycleStart, cycleYears);
      if (refusal !== null) return refusal;
      return { certificationId: certification.id, before: statements.find(certification.id, row.cycleStart) };
    };
    return {
      check(row) {
        const found = find(row);
        if (found instanceof RowRefusal) return found;
        const { before } = found;
        if (before?.attested_on === row.attestedOn) return 'unchanged';
        if (before === undefined || before.undone_on !== null) return 'added';
        return before.import_id === null ? recordedBySlip() : 'updated';
      },
      apply(row, _key, importId) {
        const found = find(row);
        if (found instanceof RowRefusal) return found;
        const { certificationId, before } = found;
        // What was undone stays undone when its file comes again.
        if (before?.attested_on === row.attestedOn) return { outcome: 'unchanged' };
        if (before === undefined || before.undone_on !== null) {
          statements.insert(certificationId, row.cycleStart, row.attestedOn, importId);
          return { outcome: 'added' };
        }
        if (before.import_id === null) return recordedBySlip();
        statements.update(before.id, row.attestedOn, importId);
        const change = {
          of: `${row.memberNo} ${row.code} ${row.cycleStart}`,
          before: { attested_on: before.attested_on },
          after: { attested_on: row.attestedOn },
        };
        return { outcome: 'updated', change };
      },
    };
  },
};

function recordedBySlip(): RowRefusal {
  return new RowRefusal(
    'attested_on',
    'differs from the slip that the office recorded; undo that attestation first',
  );
}
