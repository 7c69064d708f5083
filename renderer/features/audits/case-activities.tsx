import { type ComponentType, useState } from 'react';
import type { CaseActivity, CaseView } from '../../../shared/domain/audit-case.ts';
import {
  EVIDENCE_ITEM_WORDS,
  EVIDENCE_ITEMS,
  FINDING_REASON_WORDS,
  VERDICT_WORDS,
  type Verdict,
} from '../../../shared/domain/audit-findings.ts';
import { isJudged } from '../../../shared/domain/audit-steps.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayError } from '../../components/toast.tsx';
import { ActivityHistory } from './activity-history.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import { PageEvidence, type ShownPage } from './page-evidence.tsx';

const SHAPES: Readonly<Record<Verdict, string>> = { accepted: '●', reduced: '◐', rejected: '■' };

interface CaseActivitiesProps {
  readonly view: CaseView;
  /** Which of them the keyboard is on, from 0. */
  readonly place: number;
  readonly onPlace: (place: number) => void;
  /** The page that is looked at beside them. */
  readonly shown: ShownPage | null;
  /** Asks for the activity that is put in another’s place. */
  readonly Substitute: ComponentType<{
    readonly view: CaseView;
    readonly replaced: CaseActivity;
    readonly onClose: () => void;
  }>;
}

/** The claimed activities of the cycle; the one that the keyboard is on shows its checklist and can be judged. */
export function CaseActivities({ view, place: at, onPlace: setAt, shown, Substitute }: CaseActivitiesProps) {
  const { activities, audit } = view;
  const judged = isJudged(view.state);
  const [asking, setAsking] = useState<'reduced' | 'rejected' | 'substitute' | null>(null);
  const find = useAct('audits.find');
  const evidence = useAct('audits.evidence');
  const place = Math.min(at, Math.max(0, activities.length - 1));
  const chosen = activities[place];
  const workable = judged && chosen !== undefined && chosen.excluded === null;
  const move = (by: number) => setAt(Math.min(activities.length - 1, Math.max(0, place + by)));
  const onError = (error: unknown) => sayError(toErrorShape(error));
  const accept = () => {
    if (!workable || find.isPending) return;
    find.mutate(
      { audit, activity: chosen.activity, verdict: 'accepted', points: null, reason: null, note: '' },
      { onSuccess: () => move(1), onError },
    );
  };
  const ask = (verdict: 'reduced' | 'rejected') => () => {
    if (workable) setAsking(verdict);
  };
  const replaceable = workable && chosen.finding !== null && chosen.finding.verdict !== 'accepted';
  const substitute = () => {
    if (replaceable) setAsking('substitute');
  };
  const note = (index: number) => () => {
    const item = EVIDENCE_ITEMS[index];
    if (!workable || item === undefined || evidence.isPending) return;
    evidence.mutate(
      { audit, activity: chosen.activity, items: [item], shown: chosen.evidence[item] !== true },
      { onError },
    );
  };
  useKeys('Activities', [
    { keys: 'ArrowDown', does: 'Next activity', run: () => move(1) },
    { keys: 'ArrowUp', does: 'Activity before', run: () => move(-1) },
    ...(judged
      ? [
          { keys: 'a', does: 'Accept', run: accept },
          { keys: 'r', does: 'Reduce', run: ask('reduced') },
          { keys: 'x', does: 'Reject', run: ask('rejected') },
          { keys: 'u', does: 'Put another in its place', run: substitute },
          ...EVIDENCE_ITEMS.map((item, index) => ({
            keys: String(index + 1),
            does: `Proof shows the ${EVIDENCE_ITEM_WORDS[item].toLowerCase()}, or not`,
            run: note(index),
          })),
        ]
      : []),
  ]);
  return (
    <section className="case-activities" aria-label="Claimed activities">
      <h2>Claimed activities</h2>
      {activities.length === 0 ? (
        <p className="soft">No activity of this cycle is recorded.</p>
      ) : (
        <ol>
          {activities.map((activity, index) => (
            <li
              key={activity.activity}
              className={index === place ? 'case-activity case-activity--on' : 'case-activity'}
              aria-current={index === place || undefined}
            >
              <button type="button" className="case-activity__head" onClick={() => setAt(index)}>
                <span className="case-activity__title">{activity.title}</span>
                <span className="figures case-activity__points">
                  {activity.finding === null
                    ? activity.counted
                    : `${activity.finding.points} of ${activity.counted}`}
                </span>
                <span className="soft">
                  {daysOf(activity)}
                  {activity.provider === '' ? '' : ` · ${activity.provider}`}
                  {activity.substituteFor === null ? '' : ' · substitute'}
                </span>
                <span className="case-activity__mark">
                  <Mark activity={activity} />
                </span>
              </button>
              {index === place ? (
                <div className="case-activity__body">
                  {activity.excluded === null ? null : (
                    <p className="soft">
                      Counts nothing: {activity.excluded.why} ({activity.excluded.citation}).
                    </p>
                  )}
                  <ActivityHistory activity={activity} />
                  {activity.excluded === null ? (
                    <fieldset className="case-activity__evidence">
                      <legend>Shows</legend>
                      {EVIDENCE_ITEMS.map((item, nth) => (
                        <button
                          key={item}
                          type="button"
                          className="count-chip"
                          disabled={!judged}
                          aria-pressed={activity.evidence[item] === true}
                          onClick={note(nth)}
                        >
                          {shownMark(activity.evidence[item])} {EVIDENCE_ITEM_WORDS[item]}
                          {activity.evidence[item] === false ? ' missing' : ''}
                        </button>
                      ))}
                    </fieldset>
                  ) : null}
                  {workable && shown !== null ? (
                    <PageEvidence
                      view={view}
                      activity={activity}
                      shown={shown}
                      busy={evidence.isPending}
                      onTake={(items) =>
                        evidence.mutate(
                          { audit, activity: activity.activity, items: [...items], shown: true },
                          { onError },
                        )
                      }
                    />
                  ) : null}
                  {workable ? (
                    <div className="buttons">
                      <Button onClick={accept} busy={find.isPending}>
                        Accept
                      </Button>
                      <Button onClick={ask('reduced')}>Reduce…</Button>
                      <Button onClick={ask('rejected')}>Reject…</Button>
                      {replaceable ? <Button onClick={substitute}>Substitute…</Button> : null}
                    </div>
                  ) : null}
                </div>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {view.outside.length === 0 ? null : (
        <details className="case-outside">
          <summary>
            {view.outside.length} {view.outside.length === 1 ? 'activity' : 'activities'} outside the cycle
          </summary>
          <ul>
            {view.outside.map(({ activity, title, why, citation }) => (
              <li key={activity} className="soft">
                {title}: {why} <span className="case-citation">{citation}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asking === null || chosen === undefined ? null : asking === 'substitute' ? (
        <Substitute view={view} replaced={chosen} onClose={() => setAsking(null)} />
      ) : (
        <FindingDialog
          view={view}
          activity={chosen}
          verdict={asking}
          onClose={() => setAsking(null)}
          onDone={() => move(1)}
        />
      )}
    </section>
  );
}

function Mark({ activity: { finding, excluded } }: { readonly activity: CaseActivity }) {
  if (excluded !== null) return <span className="faint">– Not counted</span>;
  if (finding === null) return <span className="soft">○ Not judged</span>;
  const because = finding.reason === null ? '' : `: ${FINDING_REASON_WORDS[finding.reason].toLowerCase()}`;
  return (
    <span className={`case-mark case-mark--${finding.verdict}`}>
      {SHAPES[finding.verdict]} {VERDICT_WORDS[finding.verdict]}
      {because}
    </span>
  );
}

function shownMark(shown: boolean | undefined): string {
  if (shown === undefined) return '○';
  return shown ? '✓' : '✗';
}

function daysOf({ completedOn, employedFrom, employedTo }: CaseActivity): string {
  if (completedOn !== null) return shortDate(completedOn);
  const from = employedFrom === null ? '' : shortDate(employedFrom);
  return `${from} to ${employedTo === null ? 'now' : shortDate(employedTo)}`;
}
