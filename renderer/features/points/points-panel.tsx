import { GraduationCap, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CountedFor, MemberActivity } from '../../../shared/domain/points.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { CertificationPoints } from './certification-points.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { CATEGORY_WORDS, EVIDENCE_WORDS, SOURCE_WORDS, whenWords } from './words.ts';
import './points.css';

interface PointsPanelProps {
  readonly memberNo: string;
  readonly onAdd: () => void;
}

/**
 * A member's points: the open cycle of each certification drawn with its activities on it, and every activity ever recorded with what it counts
 * for, why not where it does not, and what was corrected.
 */
export function PointsPanel({ memberNo, onAdd }: PointsPanelProps) {
  const points = useAsk('points.ofMember', { memberNo });
  const [correcting, setCorrecting] = useState<MemberActivity | null>(null);
  const [withdrawing, setWithdrawing] = useState<MemberActivity | null>(null);
  if (points.error !== null) return <ErrorState error={points.error} onRetry={() => void points.refetch()} />;
  if (points.data === undefined) return <Skeleton height="240px" />;
  const { certifications, activities, asOf } = points.data;
  return (
    <div className="points-panel">
      {certifications.map((certification) => (
        <CertificationPoints
          key={certification.code}
          certification={certification}
          activities={activities}
          asOf={asOf}
        />
      ))}
      {activities.length === 0 ? (
        <EmptyState
          icon={GraduationCap}
          title="No activity is recorded for this member."
          action={
            <Button icon={Plus} onClick={onAdd}>
              Add an activity…
            </Button>
          }
        />
      ) : (
        <PlainTable
          label="Activities"
          rows={activities}
          rowKey={({ activity }) => activity}
          columns={[
            { header: 'When', cell: whenWords },
            { header: 'Points', cell: (one) => <Points activity={one} />, align: 'end' },
            { header: 'What', cell: (one) => <What activity={one} />, wide: true },
            { header: 'Reported by', cell: (one) => <Reported activity={one} /> },
            {
              header: 'Change',
              cell: (one) =>
                one.counter === null ? (
                  <span className="points-actions">
                    <Button look="quiet" onClick={() => setCorrecting(one)}>
                      Correct…<span className="visually-hidden"> {one.title}</span>
                    </Button>
                    <Button look="quiet" onClick={() => setWithdrawing(one)}>
                      Withdraw…<span className="visually-hidden"> {one.title}</span>
                    </Button>
                  </span>
                ) : null,
            },
          ]}
        />
      )}
      {correcting === null ? null : (
        <CorrectDialog activity={correcting} onClose={() => setCorrecting(null)} />
      )}
      {withdrawing === null ? null : (
        <WithdrawDialog activity={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </div>
  );
}

function Points({ activity: { granted, claimed, counter } }: { readonly activity: MemberActivity }) {
  if (counter !== null) return <s className="faint">{granted}</s>;
  return (
    <>
      {granted}
      {claimed === null || claimed === granted ? null : (
        <span className="points-claimed">of {claimed} claimed</span>
      )}
    </>
  );
}

function What({ activity }: { readonly activity: MemberActivity }) {
  const { title, provider, category, counter, countedFor, replaces } = activity;
  const own = (
    <>
      {title}
      {provider === '' ? null : <span className="soft"> · {provider}</span>}
      <span className="soft"> · {CATEGORY_WORDS[category]}</span>
    </>
  );
  if (counter !== null)
    return (
      <>
        <s className="soft selectable">{own}</s>
        <span className="points-counter">
          {counter.kind === 'corrected' ? 'Corrected' : 'Withdrawn'} on {shortDate(counter.on)} by{' '}
          {counter.by}: {counter.reason}
        </span>
      </>
    );
  return (
    <>
      <span className="selectable">{own}</span>
      {replaces === null ? null : <span className="points-counter">In place of the one corrected below</span>}
      {countedFor.map((one) => (
        <Counted key={one.code} counted={one} />
      ))}
    </>
  );
}

function Counted({ counted }: { readonly counted: CountedFor }) {
  const { code, counts, points, cutTo, why, citation, fallsIn } = counted;
  if (fallsIn?.state === 'rolled')
    return (
      <span className="points-counter">
        {code}: part of the cycle to {shortDate(fallsIn.end)}, which has rolled
      </span>
    );
  if (!counts)
    return (
      <span className="points-not">
        Not counted for {code}: {why} <span className="faint">{citation}</span>
      </span>
    );
  return (
    <span className="points-counted figures">
      {code} {points}
      {cutTo === null ? '' : ' (cut by the category’s cap)'}
    </span>
  );
}

function Reported({ activity }: { readonly activity: MemberActivity }) {
  const { source, evidence, enteredOn, enteredBy, finding } = activity;
  return (
    <>
      {SOURCE_WORDS[source]}
      <span className="points-claimed">
        {[
          enteredBy === null ? '' : `${enteredBy}, ${shortDate(enteredOn ?? '')}`,
          evidence === 'seen' ? EVIDENCE_WORDS.seen.toLowerCase() : '',
          finding === null ? '' : `audit: ${finding}`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  );
}
