import { useState } from 'react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayDone, sayError } from '../../components/toast.tsx';
import { DestroyedNote } from './destroyed-note.tsx';
import { cameText, caseText, pagesText } from './intake-words.ts';
import { PagePicture } from './page-picture.tsx';

const SHOWN = 100;

const EMPTY = {
  filed: 'Nothing is filed yet',
  refused: 'Nothing was refused',
  dismissed: 'Nothing was dismissed',
} as const;

/** Documents that were filed, refused or dismissed, the last first, with the way back into the queue. */
export function SettledList({ state }: { readonly state: keyof typeof EMPTY }) {
  const page = usePage(SHOWN, state);
  const { offset, limit } = page;
  const settled = useAsk('intake.parts', { state, offset, limit }, { keepPrevious: true });
  const [shown, setShown] = useState<IntakePart | null>(null);
  const undo = useAct('intake.undo');
  if (settled.error !== null)
    return <ErrorState error={settled.error} onRetry={() => void settled.refetch()} />;
  if (settled.data === undefined) return <Skeleton height="200px" />;
  const { rows, total } = settled.data;
  if (total === 0) return <EmptyState title={EMPTY[state]} />;
  return (
    <section className="intake__list" aria-label="Documents">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="intake__table" aria-label="Documents, as wide as the table is" tabIndex={0}>
        <PlainTable
          label="Documents"
          rows={rows}
          rowKey={({ part }) => part}
          columns={[
            {
              header: 'Document',
              cell: (part) => (
                <>
                  <Button look="quiet" className="intake__open" onClick={() => setShown(part)}>
                    {part.name}
                  </Button>
                  <span className="soft intake__below">
                    {part.destroyed === null
                      ? pagesText(part) || cameText(part)
                      : `Destroyed on ${shortDate(part.destroyed.on)}`}
                  </span>
                </>
              ),
            },
            {
              header: 'Member',
              cell: ({ member }) =>
                member === null ? '' : <Link to={`/members/${member.memberNo}`}>{member.name}</Link>,
            },
            { header: state === 'filed' ? 'Filed to' : 'Why', cell: whereTo, wide: true },
            {
              header: 'Settled',
              cell: ({ settledBy, settledOn }) => `${settledBy ?? ''}, ${shortDate(settledOn ?? '')}`,
            },
            {
              header: 'Change',
              cell: ({ part, name, destroyed }) =>
                destroyed !== null ? null : (
                  <Button
                    look="quiet"
                    onClick={() =>
                      undo.mutate(
                        { part },
                        {
                          onSuccess: () => sayDone(`“${name}” waits in the queue again.`),
                          onError: sayError,
                        },
                      )
                    }
                  >
                    Undo<span className="visually-hidden"> {name}</span>
                  </Button>
                ),
            },
          ]}
        />
      </section>
      <Pager page={page} total={total} />
      {shown === null ? null : (
        <Dialog title={shown.name} size="large" onClose={() => setShown(null)}>
          {shown.destroyed === null ? (
            <PagePicture part={shown} />
          ) : (
            <DestroyedNote destroyed={shown.destroyed} />
          )}
        </Dialog>
      )}
    </section>
  );
}

function whereTo({ case: to, activity, allowedBy, why, returnLetter }: IntakePart): string {
  if (to !== null) return activity === null ? caseText(to) : `${caseText(to)}: ${activity}`;
  if (allowedBy !== null) return `No case; let in by ${allowedBy}: ${why}`;
  return returnLetter ? `${why} A return letter sends it back.` : why;
}
