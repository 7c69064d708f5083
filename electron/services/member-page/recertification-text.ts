import {
  RECERTIFICATION_STATUSES,
  RECERTIFICATION_WORDS,
} from '../../../shared/domain/recertification-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';

/**
 * A journal entry about an application for recertification in plain words; null for an action of another kind. What was answered to the
 * felony question is in no entry.
 */
export function recertificationText(
  action: string,
  code: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string | null {
  const [subject, what = ''] = action.split('.');
  if (subject !== 'recertification') return null;
  const because = typeof after.reason === 'string' && after.reason !== '' ? `: ${after.reason}` : '';
  if (what === 'received')
    return `${code}: application for recertification by ${route(after.route)} received on ${date(after.receivedOn)}, fee ${cents(after.feeCents)}`;
  const status = RECERTIFICATION_STATUSES.find((one) => one === what);
  if (status !== undefined)
    return `${code}: application for recertification ${RECERTIFICATION_WORDS[status].toLowerCase()}${because}`;
  switch (what) {
    case 'recertified':
      return `${code}: recertified by ${route(after.route)} from ${date(after.recertifiedOn)} on; ${cents(after.writtenOffCents)} from before written off`;
    case 'form-changed':
      return `${code}: form of the application for recertification filled in`;
    case 'eligibility-kept':
      return `${code}: eligible for the exam by “${String(after.way)}”, as the eligibility assistant found`;
    case 'document-came':
      return `${code}: ${String(after.document)} came on ${date(after.cameOn)}`;
    case 'document-undone':
      return `${code}: ${String(after.document)} had not come; noted by mistake`;
    case 'points-listed':
      return `${code}: ${String(after.title)} listed on the application, ${String(after.points)} points`;
    case 'points-proven':
      return `${code}: proof of ${String(before.title)} noted`;
    case 'points-refused':
      return `${code}: ${String(before.title)} refused: ${String(after.refusedWhy)}`;
    case 'points-accepted':
      return `${code}: ${String(before.title)} accepted after all`;
    case 'points-withdrawn':
      return `${code}: ${String(before.title)} taken off the application`;
    case 'invoiced':
      return `${code}: fee for recertification of ${cents(after.amountCents)} invoiced`;
    case 'paid-from-credit':
      return `${code}: fee for recertification paid from credit`;
    case 'felony-recorded':
      return `${code}: felony question recorded`;
    case 'felony-read':
      return `${code}: felony question read`;
    default:
      return null;
  }
}

function route(value: unknown): string {
  return value === 'exam' ? 'exam' : 'CCP';
}

function cents(value: unknown): string {
  return typeof value === 'number' ? displayCents(value) : '';
}

function date(value: unknown): string {
  return typeof value === 'string' ? displayDate(value) : '';
}
