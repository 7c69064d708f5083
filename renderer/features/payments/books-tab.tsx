import { FileSpreadsheet } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CashJournal, Period } from '../../../shared/domain/reports.ts';
import { firstDayOfMonth } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { saySaved } from '../../app/papers/paper-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayError } from '../../components/toast.tsx';
import { AgedTable } from './aged-table.tsx';
import { METHOD_WORDS } from './method-words.ts';
import { isSound, PeriodFields } from './period-fields.tsx';

/** More than this nobody reads on a screen. */
const SHOWN = 400;

/** What the accountant asks for: what is unpaid by its age, the cash-receipts journal, and the ledger as a file. */
export function BooksTab() {
  const today = useAsk('office.state', undefined).data?.today;
  return today === undefined ? <Skeleton height="240px" /> : <Books today={today} />;
}

function Books({ today }: { readonly today: string }) {
  const [period, setPeriod] = useState<Period>({ from: firstDayOfMonth(today), to: today });
  const sound = isSound(period);
  const asked = useRef(period);
  if (sound) asked.current = period;
  const journal = useAsk('books.journal', asked.current, { keepPrevious: true });
  const aged = useAsk('books.aged', undefined);
  return (
    <div className="books">
      <section aria-labelledby="aged">
        <h2 id="aged">Unpaid fees by age</h2>
        {aged.error !== null ? (
          <ErrorState error={aged.error} />
        ) : aged.data === undefined ? (
          <Skeleton height="160px" />
        ) : (
          <AgedTable aged={aged.data} />
        )}
      </section>
      <section aria-labelledby="cash-journal">
        <h2 id="cash-journal">Cash receipts</h2>
        <div className="statement__bar">
          <PeriodFields period={period} onChange={setPeriod} />
          <div className="buttons">
            <WriteBook book="journal" period={period} sound={sound} />
            <WriteBook book="ledger" period={period} sound={sound} />
          </div>
        </div>
        {journal.error !== null ? (
          <ErrorState error={journal.error} />
        ) : journal.data === undefined ? (
          <Skeleton height="160px" />
        ) : (
          <Journal journal={journal.data} />
        )}
      </section>
    </div>
  );
}

function Journal({ journal: { lines, totalCents } }: { readonly journal: CashJournal }) {
  if (lines.length === 0)
    return <EmptyState title="No money came in">Choose another period to see its receipts.</EmptyState>;
  return (
    <>
      <PlainTable
        label="Cash-receipts journal"
        rows={lines.slice(0, SHOWN)}
        rowKey={({ on, method, code }) => `${on} ${method} ${code}`}
        columns={[
          { header: 'Day', cell: ({ on }) => shortDate(on) },
          { header: 'How', cell: ({ method }) => METHOD_WORDS[method] },
          {
            header: 'For',
            wide: true,
            cell: ({ code }) => code ?? <span className="soft">nobody’s yet</span>,
          },
          { header: 'Amount', align: 'end', cell: ({ cents }) => displayCents(cents) },
        ]}
      />
      <p className="books__sum">
        <strong className="figures">{displayCents(totalCents)}</strong> came in, less what went back.
        {lines.length > SHOWN
          ? ` The first ${SHOWN} of ${lines.length.toLocaleString('en-US')} lines are shown; the file has them all.`
          : ''}
      </p>
    </>
  );
}

const BOOKS = {
  journal: { text: 'Journal as CSV…', name: 'Cash receipts', channel: 'books.writeJournal' },
  ledger: { text: 'Ledger for the accountant…', name: 'Ledger', channel: 'books.writeLedger' },
} as const;

interface WriteBookProps {
  readonly book: keyof typeof BOOKS;
  readonly period: Period;
  readonly sound: boolean;
}

function WriteBook({ book, period, sound }: WriteBookProps) {
  const { text, name, channel } = BOOKS[book];
  const choose = useAct('papers.chooseTarget');
  const write = useAct(channel);
  return (
    <Button
      icon={FileSpreadsheet}
      disabled={!sound}
      busy={choose.isPending || write.isPending}
      onClick={() =>
        choose.mutate(
          { name: `${name} ${period.from} to ${period.to}.csv` },
          {
            onSuccess: (file) => {
              if (file !== null)
                write.mutate({ file, ...period }, { onSuccess: () => saySaved(file), onError: sayError });
            },
            onError: sayError,
          },
        )
      }
    >
      {text}
    </Button>
  );
}
