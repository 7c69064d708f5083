import type { StandingChange } from '../../../shared/domain/points.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Banner } from '../../components/notices.tsx';
import { STATUS_WORDS } from '../../components/status.tsx';

interface ElsewhereProps {
  readonly audit: number;
  /** An activity that is about to be rejected; null = all that was found so far. */
  readonly rejecting: number | null;
}

/** Warns of what the findings change for the member’s other certifications: a rejected activity leaves their cycles, too. */
export function Elsewhere({ audit, rejecting }: ElsewhereProps) {
  const changes = useAsk('audits.elsewhere', { audit, rejecting }).data ?? [];
  if (changes.length === 0) return null;
  return (
    <Banner kind="warning">
      <p>
        {rejecting === null
          ? 'What was found changes other certifications of the member, too, once it is decided:'
          : 'Once the case is decided it counts no more for other certifications of the member either:'}
      </p>
      <ul>
        {changes.map((change) => (
          <li key={change.code}>{changeWords(change)}</li>
        ))}
      </ul>
    </Banner>
  );
}

/**
 * `CMAS: 22 of 30 points instead of 28 in the cycle to 4 May 2027.`; where a cycle that had rolled is open again, `RPT: Lapsed instead of
 * Active, because its cycle to 15 January 2023 has only 19.5 of 24 points then.`
 */
function changeWords({ code, before, after }: StandingChange): string {
  const end = displayDate(after.cycleEnd);
  const moved = before.cycleEnd !== after.cycleEnd;
  const points = moved
    ? `its cycle to ${end} has only ${after.counted} of ${after.required} points then`
    : `${after.counted} of ${after.required} points instead of ${before.counted} in the cycle to ${end}`;
  if (before.status === after.status) return `${code}: ${points}.`;
  return `${code}: ${STATUS_WORDS[after.status]} instead of ${STATUS_WORDS[before.status]}, because ${moved ? '' : 'it has '}${points}.`;
}
