import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { IntakeMember, IntakePart, IntakeSuggestion, OpenCase } from '../../../shared/domain/intake.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { WhoField } from '../../app/lookup/who-field.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { CaseDialog, type ProvedActivity } from './case-dialog.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { cameText, caseText, pagesText } from './intake-words.ts';
import { memberMeant } from './member-meant.ts';
import { NotAcceptedDialog } from './not-accepted-dialog.tsx';
import { QuarantineActions } from './quarantine-actions.tsx';
import { QueuePages } from './queue-pages.tsx';

const SHOWN = 50;
const SUGGESTED = 3;

/** What the codes and the file say, then whose name is read on the page. */
function mostLikely(
  near: readonly IntakeSuggestion[],
  named: readonly IntakeSuggestion[],
): readonly IntakeSuggestion[] {
  const others = named.filter(({ memberNo }) => near.every((one) => one.memberNo !== memberNo));
  return [...near, ...others].slice(0, SUGGESTED);
}

function firstPage(part: IntakePart | undefined) {
  return {
    sha256: part?.sha256 ?? '0'.repeat(64),
    type: part?.type ?? 'unknown',
    page: part?.firstPage ?? 1,
  };
}

/** Whose a document is: kept together while something is asked, since another may come to its place in the list meanwhile. */
interface Meant {
  readonly part: IntakePart;
  readonly member: IntakeMember;
}

/** Documents that no code could file, worked one after the other: 1, 2, 3 takes a suggestion, `f` finds a member, `d` dismisses. */
export function IntakeQueue({ state }: { readonly state: 'waiting' | 'quarantined' }) {
  const queue = useAsk('intake.parts', { state, offset: 0, limit: SHOWN }, { keepPrevious: true });
  const [at, setAt] = useState(0);
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const [dismissing, setDismissing] = useState<IntakePart | null>(null);
  const [choosing, setChoosing] = useState<Meant | null>(null);
  const [refusing, setRefusing] = useState<Meant | null>(null);
  const assign = useAct('intake.assign');
  const undo = useAct('intake.undo');
  const who = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const rows = queue.data?.rows ?? [];
  const place = Math.min(at, Math.max(0, rows.length - 1));
  const part = rows[place];
  const suggestions = useAsk(
    'intake.suggestions',
    { part: part?.part ?? 1 },
    { enabled: part !== undefined },
  );
  const words = useAsk('intake.words', firstPage(part), { enabled: part !== undefined });
  const named = useAsk(
    'intake.named',
    { names: [...(words.data?.proposals.names ?? [])] },
    { enabled: (words.data?.proposals.names ?? []).length > 0 },
  );
  const near = mostLikely(suggestions.data ?? [], named.data ?? []);

  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const done = (text: string) => (settled: IntakePart) =>
    sayDone(text, {
      text: 'Undo',
      run: () => undo.mutate({ part: settled.part }, { onError: sayError }),
    });
  const file = ({ part: of, member }: Meant, to: OpenCase, activity: ProvedActivity | null = null) => {
    if (assign.isPending) return;
    assign.mutate(
      {
        part: of.part,
        memberNo: member.memberNo,
        case: { kind: to.kind, id: to.id },
        activity: activity?.activity ?? null,
        override: null,
      },
      {
        onSuccess: done(`Filed for ${member.name}: ${activity?.title ?? caseText(to)}.`),
        onError: sayError,
      },
    );
  };
  const meant = (member: IntakeMember | undefined) => {
    if (member === undefined || part === undefined) return;
    const [only, other] = member.cases;
    if (only === undefined) flushSync(() => setRefusing({ part, member }));
    else if (other === undefined) file({ part, member }, only);
    else flushSync(() => setChoosing({ part, member }));
  };
  const toActivity = (member: IntakeMember | undefined) => {
    if (member === undefined || part === undefined || member.cases.length === 0) return;
    flushSync(() => setChoosing({ part, member }));
  };
  const go = (to: number) => {
    setAt(Math.min(rows.length - 1, Math.max(0, to)));
    setChosen(null);
  };
  const find = async (memberNo: string) => {
    try {
      meant(await ask('intake.member', { memberNo }));
    } catch (error) {
      sayError(toErrorShape(error));
    }
  };
  useKeys('Queue of documents', [
    {
      keys: ['ArrowDown', 'j'],
      does: 'Next document',
      run: () => go(place + 1),
    },
    { keys: ['ArrowUp', 'k'], does: 'Document before', run: () => go(place - 1) },
    { keys: '1', does: 'File it for the first suggestion', run: () => meant(near[0]) },
    { keys: '2', does: '… for the second', run: () => meant(near[1]) },
    { keys: '3', does: '… for the third', run: () => meant(near[2]) },
    { keys: 'a', does: 'File it for the first, to an activity', run: () => toActivity(near[0]) },
    { keys: 'f', does: 'Find the member', run: () => who.current?.focus() },
    { keys: 'd', does: 'Dismiss it', run: () => flushSync(() => setDismissing(part ?? null)) },
  ]);

  if (queue.error !== null) return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  if (queue.data === undefined) return <Skeleton height="320px" />;
  if (part === undefined)
    return state === 'waiting' ? (
      <EmptyState title="Nothing waits">Every document that came in is filed, or sent back.</EmptyState>
    ) : (
      <EmptyState title="Nothing is in quarantine">Every document that came in could be read.</EmptyState>
    );
  return (
    <div className="intake-queue">
      <ul ref={list} className="intake-queue__rows" aria-label="Documents that wait">
        {rows.map((one, index) => (
          <li key={one.part}>
            <button
              type="button"
              className="intake-queue__row"
              aria-current={index === place}
              onClick={() => go(index)}
            >
              <span className="intake-queue__name">{one.name}</span>
              <span className="soft">{pagesText(one) || cameText(one)}</span>
            </button>
          </li>
        ))}
        {queue.data.total > rows.length ? (
          <li className="soft intake-queue__more">
            {(queue.data.total - rows.length).toLocaleString('en-US')} more come up as these are worked.
          </li>
        ) : null}
      </ul>
      <QueuePages
        part={part}
        all={all}
        onAll={setAll}
        page={part.leaves.some(({ page }) => page === chosen) || all ? chosen : null}
        onPage={(page, of) => {
          setChosen(page);
          const index = rows.findIndex((one) => one.part === of.part);
          if (index >= 0) setAt(index);
        }}
      />
      <section className="intake-queue__work" aria-label="Whose it is">
        <h2>{part.name}</h2>
        <p className="soft">{[pagesText(part), cameText(part)].filter((text) => text !== '').join(' · ')}</p>
        <p className="intake-queue__why">{part.why}</p>
        {state === 'quarantined' ? <QuarantineActions key={part.part} part={part} /> : null}
        <h3>Whose is it?</h3>
        {near.length === 0 ? <p className="soft">Nothing points to anybody.</p> : null}
        <ol className="intake-queue__suggestions">
          {near.map((one, index) => (
            <li key={one.memberNo}>
              <button type="button" className="intake-queue__suggestion" onClick={() => meant(one)}>
                <kbd>{index + 1}</kbd>
                <span>
                  {one.name} <span className="figures soft">{one.memberNo}</span>
                  <span className="soft intake-queue__because">
                    {one.because} ·{' '}
                    {one.cases.length === 0 ? 'no open case' : one.cases.map(caseText).join('; ')}
                  </span>
                </span>
              </button>
              {one.cases.some(({ kind }) => kind === 'audit') ? (
                <Button look="quiet" onClick={() => toActivity(one)}>
                  {index === 0 ? 'To an activity… (a)' : 'To an activity…'}
                  <span className="visually-hidden"> of {one.name}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
        <WhoField
          ref={who}
          label="Somebody else (f)"
          hint="A member number or name; Enter files it to the open case"
          recognise={memberMeant}
          onMember={({ memberNo }) => void find(memberNo)}
          onEmpty={() => undefined}
        />
        <Button onClick={() => setDismissing(part)}>Dismiss… (d)</Button>
      </section>
      {choosing === null ? null : (
        <CaseDialog
          member={choosing.member}
          onClose={() => setChoosing(null)}
          onChosen={(to, activity) => {
            setChoosing(null);
            file(choosing, to, activity);
          }}
        />
      )}
      {refusing === null ? null : (
        <NotAcceptedDialog
          {...refusing}
          onClose={() => setRefusing(null)}
          onRefused={done('Refused; a letter that sends it back is queued.')}
          onLetIn={done(`Let in for ${refusing.member.name}.`)}
        />
      )}
      {dismissing === null ? null : (
        <DismissDialog
          part={dismissing}
          onClose={() => setDismissing(null)}
          onDismissed={done('Dismissed.')}
        />
      )}
    </div>
  );
}
