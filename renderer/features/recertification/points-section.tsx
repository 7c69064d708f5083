import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ApplicationView, JudgedPoints } from '../../../shared/domain/recertification.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Card } from '../../components/screen.tsx';
import { shortDate } from '../../components/short-date.ts';
import { CATEGORY_WORDS } from './category-words.ts';
import { RefuseDialog } from './refuse-dialog.tsx';

interface PointsSectionProps {
  readonly view: ApplicationView;
  readonly open: boolean;
  readonly today: string;
  readonly onList: () => void;
}

/** Points by type of competency, each with its proof and what of it counts. */
export function PointsSection({ view, open, today, onList }: PointsSectionProps) {
  const change = useAct('recertification.changeLine');
  const [refused, setRefused] = useState<JudgedPoints | null>(null);
  const { application, points, counted, required } = view;
  const put = (line: number, what: Parameters<typeof change.mutate>[0]['change']) =>
    change.mutate({ application, line, change: what });
  return (
    <Card
      title={`Points: ${counted} of ${required.points}`}
      actions={
        open ? (
          <Button icon={Plus} onClick={onList}>
            List points…
          </Button>
        ) : null
      }
    >
      {change.error === null ? null : <ErrorBanner error={toErrorShape(change.error)} />}
      <p className="soft recert-note">
        Required for {view.code} on {displayDate(view.receivedOn)}, the day it was received: current criteria
        count (SC-LAPSE-0).{required.confirmed ? '' : ' An office default that nobody has confirmed yet.'}
      </p>
      {points.length === 0 ? (
        <p>Nothing is listed yet.</p>
      ) : (
        <div className="recert-scroll">
          <PlainTable
            label="Points listed"
            rows={points}
            rowKey={({ id }) => id}
            columns={[
              {
                header: 'Activity',
                wide: true,
                cell: (line) => (
                  <>
                    {line.withdrawnOn === null ? line.title : <s>{line.title}</s>}
                    <span className="recert-line">
                      {CATEGORY_WORDS[line.category]} · {whenOf(line)}
                    </span>
                    {line.because === null ? null : (
                      <span className="recert-line recert-line--not">
                        {line.because.why} ({line.because.citation})
                      </span>
                    )}
                    {open && line.withdrawnOn === null ? (
                      <span className="recert-actions">
                        {line.proofOn === null ? (
                          <Button look="quiet" onClick={() => put(line.id, { does: 'proof', on: today })}>
                            Proof came<span className="visually-hidden"> for {line.title}</span>
                          </Button>
                        ) : null}
                        {line.refusedWhy === null ? (
                          <Button look="quiet" onClick={() => setRefused(line)}>
                            Refuse…<span className="visually-hidden"> {line.title}</span>
                          </Button>
                        ) : (
                          <Button look="quiet" onClick={() => put(line.id, { does: 'accept' })}>
                            Accept<span className="visually-hidden"> {line.title}</span>
                          </Button>
                        )}
                        <Button look="quiet" onClick={() => put(line.id, { does: 'withdraw' })}>
                          Take off<span className="visually-hidden"> {line.title}</span>
                        </Button>
                      </span>
                    ) : null}
                  </>
                ),
              },
              { header: 'Claimed', align: 'end', cell: (line) => line.points },
              { header: 'Counts', align: 'end', cell: (line) => line.counted },
              {
                header: 'Proof',
                cell: (line) => (line.proofOn === null ? 'missing' : shortDate(line.proofOn)),
              },
            ]}
          />
        </div>
      )}
      {refused === null ? null : (
        <RefuseDialog application={application} line={refused} onClose={() => setRefused(null)} />
      )}
    </Card>
  );
}

function whenOf({ completedOn, employedFrom, employedTo }: JudgedPoints): string {
  if (completedOn !== null) return displayDate(completedOn);
  const from = employedFrom === null ? '' : displayDate(employedFrom);
  return `${from} to ${employedTo === null ? 'today' : displayDate(employedTo)}`;
}
