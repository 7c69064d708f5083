import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { memberIdOf } from '../../../repositories/facts.ts';
import { retainedDocuments } from '../../../repositories/retention.ts';
import { addHold, endHold, type HeldThing, holdById } from '../../../repositories/retention-holds.ts';
import type { Office } from '../../office.ts';
import { reasonOf } from '../../payments/checks.ts';
import { readableIn } from '../../restand.ts';
import { memberUnknown } from '../../standing.ts';

/** What is to be held, and why. */
export interface HoldOrder {
  readonly on: { readonly document: number } | { readonly memberNo: string };
  readonly reason: string;
}

/**
 * Stops the destruction of a document, or of every document of a member, those that come later included, until the hold is lifted.
 * @returns the hold’s number
 * @throws StandingError `document-unknown`, `member-unknown`, `reason-missing`
 */
export async function placeHold(office: Office, order: HoldOrder, today: CalendarDate): Promise<number> {
  const reason = reasonOf(order.reason, 'A legal hold');
  return office.act(async (write) => {
    const db = readableIn(write);
    let thing: HeldThing;
    if ('document' in order.on) {
      const { document } = order.on;
      if ((await retainedDocuments(db, [document])).length === 0) throw documentUnknown(document);
      thing = { document };
    } else {
      const memberId = await memberIdOf(db, order.on.memberNo);
      if (memberId === null) throw memberUnknown(order.on.memberNo);
      thing = { memberId };
    }
    const hold = await addHold(write, thing, { reason, on: today });
    write.journal({
      action: 'retention.held',
      subject: 'retention-hold',
      subjectId: String(hold),
      detail: { on: order.on, reason },
    });
    return hold;
  });
}

/**
 * Lifts a hold.
 * @throws StandingError `hold-unknown`, `hold-lifted`, `reason-missing`
 */
export async function liftHold(
  office: Office,
  order: { readonly hold: number; readonly reason: string },
  today: CalendarDate,
): Promise<number> {
  const why = reasonOf(order.reason, 'Lifting a legal hold');
  return office.act(async (write) => {
    const found = await holdById(readableIn(write), order.hold);
    if (found === null)
      throw new StandingError(
        'hold-unknown',
        `There is no legal hold ${order.hold}.`,
        'See the list of documents.',
      );
    if (found.liftedOn !== null)
      throw new StandingError('hold-lifted', `Legal hold ${order.hold} was lifted already.`);
    await endHold(write, order.hold, { why, on: today });
    write.journal({
      action: 'retention.hold-lifted',
      subject: 'retention-hold',
      subjectId: String(order.hold),
      detail: { before: found.reason, after: why },
    });
    return order.hold;
  });
}

function documentUnknown(document: number): StandingError {
  return new StandingError(
    'document-unknown',
    `There is no document ${document}.`,
    'See the list of documents.',
  );
}
