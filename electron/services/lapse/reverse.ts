import type { ReversalOrder, ReversalOutcome } from '../../../shared/domain/lapse.ts';
import type { Lapse } from '../../../shared/domain/standing.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { type CertificationRecord, certificationRecords } from '../../repositories/facts.ts';
import { recordReversal, reversalsOfMember } from '../../repositories/lapse-reversals.ts';
import { liftLapse, markLapse, openLapseOf } from '../../repositories/lapses.ts';
import { evaluateStanding } from '../../rules/evaluate-standing.ts';
import { judge } from '../../rules/judge.ts';
import { carryOutChange } from '../cycles/carry-out-change.ts';
import { citationOf } from '../cycles/citation.ts';
import { allowedBy } from '../managers.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { certificationOf, reasonOf } from '../payments/checks.ts';
import { changedFacts } from '../preview/preview-standing.ts';
import { whatChanges } from '../preview/what-changes.ts';

/**
 * Reverses a lapse by correcting what was wrong about it, or by recording what the office decided with its sentence; never by an erasure. The
 * facts are corrected and judged anew in one transaction: where they still give a lapse, nothing is written. With no correction, the facts were
 * put right before and only what was marked is taken back.
 * @throws StandingError `member-unknown`, `certification-unknown`, `lapse-missing`, `lapse-stands`, `citation-unknown`, `reason-missing`,
 * `manager-needed` and as the corrections
 */
export function reverseLapse(office: Office, order: ReversalOrder): Promise<ReversalOutcome> {
  const { memberNo, code, changes } = order;
  return onBooks(office, async (books) => {
    const reason = reasonOf(order.reason, 'Reversing a lapse');
    const citation = citationOf(books.policy, order.citation);
    const record = certificationOf(await books.recordsOf(memberNo), memberNo, code);
    const lapse = await lapseOf(books, record);
    const approvedBy = await allowedBy(
      { reader: books.db },
      books.actor,
      order.approvedBy,
      'Reversing a lapse',
    );
    const what = await correct(books, order, { reason, approvedBy });
    const member = { first: record.memberId, last: record.memberId };
    const after = certificationOf(await certificationRecords(books.db, member, books.today), memberNo, code);
    const standing = evaluateStanding(after.facts, books.policy, books.today);
    if (standing.lapse !== null) throw stillLapsed(code, standing.lapse, changes.length === 0);
    await closeMark(books, record.certificationId, lapse);
    await recordReversal(books.write, record.certificationId, {
      ...lapse,
      on: books.today,
      correction: { what, changes },
      citation,
      reason,
      allowedBy: approvedBy,
    });
    books.note(record, 'lapse.reversed', {
      code,
      before: lapse,
      after: { what, changes, citation, reason, approvedBy, status: standing.status },
    });
    return {
      text: `The lapse of the ${code} of member ${memberNo} since ${displayDate(lapse.since)} is reversed: ${what}.`,
      standing,
      reversals: await reversalsOfMember(books.db, record.memberId),
    };
  });
}

/** The lapse by the facts of today, else the one that is still marked. */
async function lapseOf({ db, policy, today }: Books, record: CertificationRecord): Promise<Lapse> {
  const { lapse } = judge(record.facts, policy, today);
  const found = lapse ?? (await openLapseOf(db, record.certificationId));
  if (found !== null) return found;
  throw new StandingError(
    'lapse-missing',
    `The ${record.code} of member ${record.memberNo} has not lapsed.`,
    'There is nothing to reverse.',
  );
}

/** Carries out the corrections in their order. @returns what they correct, in words */
async function correct(
  books: Books,
  { memberNo, changes }: ReversalOrder,
  entry: { readonly reason: string; readonly approvedBy: string },
): Promise<string> {
  const { db, policy, today } = books;
  const told: string[] = [];
  for (const change of changes) {
    const [{ memberId } = { memberId: 0 }] = await books.recordsOf(memberNo);
    // Each is decided about on the facts as those before it have left them.
    const records = await certificationRecords(db, { first: memberId, last: memberId }, today);
    await changedFacts(db, records, { memberNo, change }, policy);
    told.push(await whatChanges(db, records, change));
    await carryOutChange(books, records, change, { memberNo, ...entry });
  }
  return told.length === 0 ? 'what was wrong had been put right before' : told.join('; ');
}

/** The mark is ended; a lapse that no sweep had marked yet is marked first, so that its history is whole. */
async function closeMark({ db, write, today }: Books, certificationId: number, lapse: Lapse): Promise<void> {
  if ((await openLapseOf(db, certificationId)) === null)
    await markLapse(write, certificationId, lapse, today);
  await liftLapse(write, certificationId, today);
}

function stillLapsed(code: string, { cause, since }: Lapse, idle: boolean): StandingError {
  const why = {
    fees: `the annual fee due ${displayDate(since)} is unpaid`,
    points: `the cycle that ended on ${displayDate(since)} is without its points`,
    audit: `an audit closed as non-compliant on ${displayDate(since)}`,
  }[cause];
  return new StandingError(
    'lapse-stands',
    `The ${code} would still be lapsed: ${why}. Nothing was changed.`,
    idle ? 'Say what was wrong, so that the facts can be corrected.' : 'Correct that as well.',
  );
}
