import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { formatPlace } from '../../app/place.ts';

/** The eligibility assistant for an application, with what was answered before; it comes back with what it found. */
export function assistantPlace({
  application,
  memberNo,
  code,
  eligibility,
}: Pick<ApplicationView, 'application' | 'memberNo' | 'code' | 'eligibility'>): string {
  return formatPlace('/eligibility', {
    code,
    member: memberNo,
    application: String(application),
    answers: eligibility === null ? '' : JSON.stringify(eligibility.answers),
  });
}
