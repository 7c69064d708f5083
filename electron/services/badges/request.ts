import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Write } from '../../db/transaction.ts';
import {
  addRequest,
  certificationOwner,
  type RequestToMake,
  standingRequest,
} from '../../repositories/badge-requests.ts';
import { readableIn } from '../restand.ts';

/**
 * Asks for a certification's badge, within the transaction of whatever earned it (SC-RECERT-1, SC-RECERT-3). Asking again while a
 * request waits for its export asks nothing new: one badge is issued, with what is known on the day of the export.
 * @returns the request's number
 * @throws StandingError `certification-unknown`
 */
export async function requestBadge(write: Write, request: RequestToMake): Promise<number> {
  const db = readableIn(write);
  const owner = await certificationOwner(db, request.certification);
  if (owner === null)
    throw new StandingError(
      'certification-unknown',
      `There is no certification with the id ${request.certification}.`,
      'Look the member up and choose one of the certifications shown.',
    );
  const known = await standingRequest(db, request);
  if (known !== null) return known;
  const made = await addRequest(write, request);
  const { reason, requestedOn } = request;
  write.journal({
    action: 'badge.requested',
    subject: 'member',
    subjectId: owner.memberNo,
    detail: { code: owner.code, request: made, reason, requestedOn },
  });
  return made;
}
