import type { FactChange, MemberCycles } from '../../../shared/domain/cycles.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Office } from '../office.ts';
import { onBooks } from '../payments/books.ts';
import { reasonOf } from '../payments/checks.ts';
import { changedFacts } from '../preview/preview-standing.ts';
import { whatChanges } from '../preview/what-changes.ts';
import { carryOutChange } from './carry-out-change.ts';
import { memberCycles } from './member-cycles.ts';

export interface CorrectionOrder {
  readonly memberNo: string;
  readonly change: FactChange;
  readonly reason: string;
}

/** What is decided with a sentence and a manager, or by a counter-entry of its own; a correction of a date is none of them. */
const ELSEWHERE: Readonly<Partial<Record<FactChange['kind'], readonly [message: string, fix: string]>>> = {
  'audit-compliant': [
    'The outcome of an audit is no date to correct.',
    'Reverse the lapse that it led to, with the sentence and the reason.',
  ],
  'fees-waived': ['Waiving a fee is no correction of a date.', 'Waive it on the member’s fees.'],
  'payment-undone': [
    'A payment’s date is the ledger’s, which changes nothing.',
    'Reverse the payment on the member’s fees and enter it again with the right date.',
  ],
};

/**
 * Corrects a date that decides about standings: of a certification, an activity or an attestation. The standings are judged anew in the same
 * transaction; a cycle on record as rolled which they no longer support stays rolled and goes on its worklist.
 * @throws StandingError `correction-elsewhere`, `correction-idle`, `reason-missing` and as `previewStanding`
 */
export function correctFact(office: Office, order: CorrectionOrder): Promise<MemberCycles> {
  const { memberNo, change } = order;
  return onBooks(office, async (books) => {
    const elsewhere = ELSEWHERE[change.kind];
    if (elsewhere !== undefined) throw new StandingError('correction-elsewhere', ...elsewhere);
    const reason = reasonOf(order.reason, 'A correction');
    const records = await books.recordsOf(memberNo);
    const [member] = records;
    const after = await changedFacts(books.db, records, { memberNo, change }, books.policy);
    if (
      member === undefined ||
      after.every((facts, at) => JSON.stringify(facts) === JSON.stringify(records[at]?.facts))
    )
      throw new StandingError(
        'correction-idle',
        'That is how it is on record already.',
        'Give another date, or leave it as it is.',
      );
    const what = await whatChanges(books.db, records, change);
    await carryOutChange(books, records, change, { memberNo, reason, approvedBy: null });
    books.note(member, 'fact.corrected', { after: { what, change, reason } });
    return memberCycles({ reader: books.db, resources: office.resources }, memberNo, books.today);
  });
}
