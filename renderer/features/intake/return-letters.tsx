import { Mails } from 'lucide-react';
import { useState } from 'react';
import {
  PAPERS_FATES,
  PAPERS_WORDS,
  type PapersFate,
  RETURN_STATES,
  type ReturnLetter,
  type ReturnState,
} from '../../../shared/domain/return-letters.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { CountChip } from '../../components/count-chip.tsx';
import { Banner, EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { type PlainColumn, PlainTable } from '../../components/plain-table.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayError } from '../../components/toast.tsx';

const SHOWN = 200;

const STATE_WORDS: Readonly<Record<ReturnState, { readonly text: string; readonly none: string }>> = {
  waiting: { text: 'Waiting', none: 'No return letter waits' },
  prepared: { text: 'In a run', none: 'No return letter is in a run that is not mailed yet' },
  mailed: { text: 'Mailed', none: 'No return letter was mailed yet' },
  withdrawn: { text: 'Withdrawn', none: 'No return letter was withdrawn' },
};

/** The letters that send refused documents back: those that wait are frozen in a run, one sheet a member, which is printed and mailed like any other. */
export function ReturnLetters() {
  const [state, setState] = useState<ReturnState>('waiting');
  const counts = useAsk('returns.counts', undefined);
  const page = usePage(SHOWN, state);
  const { offset, limit } = page;
  const letters = useAsk('returns.list', { state, offset, limit }, { keepPrevious: true });
  const prepare = useAct('returns.prepare');
  const error = counts.error ?? letters.error;
  if (error !== null)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void counts.refetch();
          void letters.refetch();
        }}
      />
    );
  if (counts.data === undefined || letters.data === undefined) return <Skeleton height="200px" />;
  const { waiting, held, takeOut } = counts.data;
  const ready = waiting - held;
  const { rows, total } = letters.data;
  return (
    <section className="intake__list" aria-label="Return letters">
      {takeOut.map(({ run, sheet, memberName }) => (
        <Banner
          key={`${run} ${sheet}`}
          kind="warning"
          action={<Link to={`/renewals?run=${run}`}>Open the run</Link>}
        >
          Take sheet {sheet} to {memberName} out of the pile of run {run} before it is mailed: the letter was
          withdrawn.
        </Banner>
      ))}
      <div className="returns__bar">
        <fieldset className="chips">
          <legend className="visually-hidden">Letters by how far they are</legend>
          {RETURN_STATES.map((one) => (
            <CountChip
              key={one}
              text={STATE_WORDS[one].text}
              count={counts.data?.[one] ?? 0}
              on={one === state}
              onPress={() => setState(one)}
            />
          ))}
        </fieldset>
        {state !== 'waiting' || ready === 0 ? null : (
          <Button
            look="primary"
            icon={Mails}
            busy={prepare.isPending}
            onClick={() =>
              prepare.mutate(undefined, {
                onSuccess: ({ run }) => navigate(`/renewals?run=${run}`),
                onError: sayError,
              })
            }
          >
            Prepare the run
          </Button>
        )}
      </div>
      {state !== 'waiting' || waiting === 0 ? null : (
        <p className="soft">
          {ready === 1 ? '1 document' : `${ready.toLocaleString('en-US')} documents`} can go back; a member
          gets one letter for all of them.
          {held === 0 ? '' : ` ${held} ${held === 1 ? 'is' : 'are'} held until the reason is mended.`}
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title={STATE_WORDS[state].none}>
          {state === 'waiting'
            ? 'Documents of members without an open case are refused (SC-DOC-1), and a letter that sends them back waits here.'
            : undefined}
        </EmptyState>
      ) : (
        <ScrollRegion label="Return letters, as wide as the table is">
          <PlainTable
            label="Return letters"
            rows={rows}
            rowKey={({ letter }) => letter}
            columns={columns(state)}
          />
        </ScrollRegion>
      )}
      <Pager page={page} total={total} />
    </section>
  );
}

function columns(state: ReturnState): readonly PlainColumn<ReturnLetter>[] {
  return [
    {
      header: 'Member',
      cell: ({ memberNo, memberName }) => <Link to={`/members/${memberNo}`}>{memberName}</Link>,
    },
    {
      header: 'Document',
      wide: true,
      cell: ({ name, pages, receivedOn }) => (
        <>
          <span className="returns__name">{name}</span>
          <span className="soft intake__below">
            {pages === 1 ? '1 page' : `${pages} pages`}, received {shortDate(receivedOn)}
          </span>
        </>
      ),
    },
    {
      header: 'The papers',
      cell: (one) => (state === 'waiting' ? <Papers letter={one} /> : PAPERS_WORDS[one.papers]),
    },
    state === 'waiting'
      ? {
          header: 'Held',
          wide: true,
          cell: ({ hold }) =>
            hold === null ? (
              <span className="soft">No, it can go</span>
            ) : (
              <>
                <strong>▲ {hold.detail}</strong>
                <span className="soft intake__below">{hold.fix}</span>
              </>
            ),
        }
      : { header: 'Letter', wide: true, cell: went },
  ];
}

function went({ memberNo, run, sheet, mailedOn, printedOn, withdrawnOn, cameBackOn }: ReturnLetter) {
  if (withdrawnOn !== null) return `Withdrawn on ${shortDate(withdrawnOn)}`;
  if (run === null) return '';
  const how =
    mailedOn !== null
      ? `mailed ${shortDate(mailedOn)}`
      : printedOn !== null
        ? 'printed, not mailed'
        : 'not printed';
  return (
    <>
      <Link to={`/renewals?run=${run}`}>{run}</Link>
      <span className="intake__below">
        Sheet {sheet}, {how}
      </span>
      {cameBackOn === null ? null : (
        <strong className="intake__below">▲ Came back on {shortDate(cameBackOn)}</strong>
      )}
      {printedOn === null ? null : (
        <span className="intake__below">
          <Link to={`/members/${memberNo}?sent=${run}`}>Show what was sent</Link>
        </span>
      )}
    </>
  );
}

/** What becomes of the papers: the letter says it. */
function Papers({ letter: { letter, name, papers } }: { readonly letter: ReturnLetter }) {
  const save = useAct('returns.savePapers');
  return (
    <select
      className="input select returns__papers"
      aria-label={`The papers of ${name}`}
      value={papers}
      disabled={save.isPending}
      onChange={(event) =>
        // Its options are the fates.
        save.mutate({ letter, papers: event.target.value as PapersFate }, { onError: sayError })
      }
    >
      {PAPERS_FATES.map((fate) => (
        <option key={fate} value={fate}>
          {PAPERS_WORDS[fate]}
        </option>
      ))}
    </select>
  );
}
