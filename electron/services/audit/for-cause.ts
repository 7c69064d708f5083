import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { openForCause } from '../../repositories/record-draw.ts';
import { decide } from '../../rules/decision.ts';
import { rolledCycles } from '../../rules/rolled-cycles.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { readableIn, restand } from '../restand.ts';
import { recordsOfMember } from '../standing.ts';

/** An audit that was opened for a reason instead of by chance. */
export interface ForCauseAudit {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
  readonly cycleEnd: CalendarDate;
  readonly reason: string;
}

/**
 * Opens an audit of the last cycle that a certification left. It is no part of any sample.
 * @throws StandingError `member-unknown`, `certification-unknown`, `audit-reason`, `no-cycle-left`, `audit-open`, `card-number`
 */
export async function auditForCause(
  office: Office,
  order: { readonly memberNo: string; readonly code: CertificationCode; readonly reason: string },
  asOf: CalendarDate,
): Promise<ForCauseAudit> {
  const { memberNo, code } = order;
  const reason = order.reason.trim();
  if (reason === '')
    throw new StandingError('audit-reason', 'An audit for cause needs a reason.', 'Write why it is opened.');
  refuseCardNumbers([reason]);
  return office.act(async (write) => {
    // Asked twice at once, the second finds the audit of the first.
    const view = { ...office, reader: readableIn(write) };
    const record = (await recordsOfMember(view, memberNo, asOf)).find((one) => one.code === code);
    if (record === undefined)
      throw new StandingError(
        'certification-unknown',
        `Member ${memberNo} has no ${code}.`,
        'Choose a certification that the member holds.',
      );
    const policy = await officePolicy(view);
    const cycle = rolledCycles(decide(record.facts, policy, asOf)).at(-1);
    if (cycle === undefined)
      throw new StandingError(
        'no-cycle-left',
        `The ${code} of member ${memberNo} has not moved to a new cycle yet; there is no cycle to audit.`,
        'Wait until its first cycle has rolled.',
      );
    const known = record.facts.audits.find(({ cycleStart }) => cycleStart === cycle.start);
    if (known !== undefined)
      throw new StandingError(
        'audit-open',
        `The cycle from ${displayDate(cycle.start)} is audited already, since ${displayDate(known.selectedOn)}.`,
        known.closedOn === null ? 'Work that audit.' : 'Reopen that audit instead.',
      );
    await openForCause(write, {
      certificationId: record.certificationId,
      cycleStart: cycle.start,
      reason,
      on: asOf,
    });
    write.journal({
      action: 'audit.opened-for-cause',
      subject: 'member',
      subjectId: memberNo,
      detail: { code, cycleStart: cycle.start, reason },
    });
    await restand(write, [record.memberId], policy, asOf);
    return { memberNo, code, cycleStart: cycle.start, cycleEnd: cycle.end, reason };
  });
}
