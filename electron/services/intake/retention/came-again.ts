import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import type { Write } from '../../../db/transaction.ts';
import { noteCameAgain } from '../../../repositories/destructions.ts';
import { type Arrival, addArrival, type IntakeDocument } from '../../../repositories/intake-documents.ts';
import { movePart, partsOfDocument } from '../../../repositories/intake-parts.ts';
import { readableIn } from '../../restand.ts';

/** The very bytes of a destroyed document came in again: it lives anew, and all of its pages wait in the queue; the log stays as it is. */
export async function cameAgain(
  write: Write,
  { id, sha256, ...arrival }: IntakeDocument & Omit<Arrival, 'on'>,
  destroyed: { readonly id: number; readonly on: CalendarDate },
  on: CalendarDate,
): Promise<void> {
  await noteCameAgain(write, destroyed.id);
  await addArrival(write, id, { ...arrival, on });
  const why = `It came again after it was destroyed on ${displayDate(destroyed.on)}.`;
  // What could not be read is tried anew in the quarantine.
  const state = arrival.pages === null ? 'quarantined' : 'waiting';
  for (const part of await partsOfDocument(readableIn(write), id))
    if (part.state !== state)
      await movePart(
        write,
        part,
        { state, why, memberId: null, case: null, activity: null, allowedBy: null },
        on,
      );
  write.journal({
    action: 'intake.came-after-destruction',
    subject: 'document',
    subjectId: sha256,
    detail: { name: arrival.name, channel: arrival.channel, destroyedOn: destroyed.on },
  });
}
