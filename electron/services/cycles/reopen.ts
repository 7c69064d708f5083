import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { MemberCycles } from '../../../shared/domain/cycles.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { recordedRolls, reopenRoll } from '../../repositories/cycles.ts';
import { unsupportedRolls } from '../../rules/decided-rolls.ts';
import { decide } from '../../rules/decision.ts';
import { allowedBy } from '../managers.ts';
import type { Office } from '../office.ts';
import { onBooks } from '../payments/books.ts';
import { certificationOf, reasonOf } from '../payments/checks.ts';
import { citationOf } from './citation.ts';
import { memberCycles } from './member-cycles.ts';

export interface ReopenOrder {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
  /** A sentence of the policy, e.g. `SC-CCP-7`. */
  readonly citation: string;
  readonly reason: string;
  /** null: the one who acts. */
  readonly approvedBy: string | null;
}

/**
 * Takes back a roll that the facts no longer support. It stays on record with its decision, beside who reopened it, by which sentence and
 * why; once the facts support it again, a sweep rolls the cycle anew.
 * @throws StandingError `member-unknown`, `certification-unknown`, `cycle-not-rolled`, `cycle-supported`, `citation-unknown`,
 * `reason-missing`, `manager-needed`
 */
export function reopenCycle(office: Office, order: ReopenOrder): Promise<MemberCycles> {
  const { memberNo, code, cycleStart } = order;
  return onBooks(office, async (books) => {
    const reason = reasonOf(order.reason, 'Reopening a cycle');
    const citation = citationOf(books.policy, order.citation);
    const record = certificationOf(await books.recordsOf(memberNo), memberNo, code);
    const rolls = await recordedRolls(books.db, { first: record.memberId, last: record.memberId });
    const own = rolls.get(record.certificationId) ?? [];
    const roll = own.find(({ start }) => start === cycleStart);
    if (roll === undefined)
      throw new StandingError(
        'cycle-not-rolled',
        `No cycle of the ${code} of member ${memberNo} from ${displayDate(cycleStart)} is on record as rolled.`,
        'Check the cycle’s start on the member’s cycles.',
      );
    const decision = decide(record.facts, books.policy, books.today);
    if (unsupportedRolls(decision, [roll]).length === 0)
      throw new StandingError(
        'cycle-supported',
        `The facts support the roll of the cycle from ${displayDate(cycleStart)}: a sweep would roll it again.`,
        'Correct the fact that is wrong first.',
      );
    const allowed = await allowedBy({ reader: books.db }, books.actor, order.approvedBy, 'Reopening a cycle');
    await reopenRoll(books.write, roll.id, {
      on: books.today,
      citation,
      reason,
      allowedBy: allowed,
      actor: books.actor,
    });
    books.note(record, 'cycle.reopened', {
      code,
      before: { start: roll.start, end: roll.end },
      after: { citation, reason, approvedBy: allowed },
    });
    return memberCycles({ reader: books.db, resources: office.resources }, memberNo, books.today);
  });
}
