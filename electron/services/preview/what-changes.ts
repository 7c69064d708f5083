import type { FactChange } from '../../../shared/domain/cycles.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import { activitiesOfMember } from '../../repositories/member-page.ts';

/** What a change corrects, from what to what, in a few words without a full stop. */
export async function whatChanges(
  db: ReadableDatabase,
  records: readonly CertificationRecord[],
  change: FactChange,
): Promise<string> {
  const facts = 'code' in change ? records.find(({ code }) => code === change.code)?.facts : undefined;
  switch (change.kind) {
    case 'certified-on':
      return `${change.code}: certified ${date(change.date)} instead of ${date(facts?.certification.certifiedOn)}`;
    case 'recertified-on':
      return `${change.code}: recertified ${date(change.date)} instead of ${date(facts?.certification.recertifiedOn)}`;
    case 'attested':
      return `${change.code}: the cycle from ${date(change.cycleStart)} attested ${date(change.date)}`;
    case 'audit-compliant':
      return `${change.code}: the audit of the cycle from ${date(change.cycleStart)} closed as compliant instead of non-compliant`;
    case 'fees-waived':
      return `${change.code}: the ${change.years.length === 1 ? 'fee for the year' : 'fees for the years'} from ${change.years.map(date).join(', ')} waived`;
    case 'payment-undone':
      return `Payment ${change.payment} undone`;
    case 'completed-on':
    case 'employed': {
      const [memberId] = records.map((record) => record.memberId);
      const known = memberId === undefined ? [] : await activitiesOfMember(db, memberId);
      const activity = known.find(({ id }) => id === String(change.activity));
      const title = activity === undefined ? `Activity ${change.activity}` : `“${activity.title}”`;
      if (change.kind === 'completed-on')
        return `${title}: completed ${date(change.date)} instead of ${date(activity?.completedOn)}`;
      return `${title}: employed ${days(change.from, change.to)} instead of ${days(activity?.employedFrom, activity?.employedTo)}`;
    }
    default:
      return assertNever(change);
  }
}

function days(from: string | null | undefined, to: string | null | undefined): string {
  return to === null || to === undefined ? `since ${date(from)}` : `from ${date(from)} to ${date(to)}`;
}

function date(text: string | null | undefined): string {
  return text === null || text === undefined ? 'nothing' : displayDate(text);
}
