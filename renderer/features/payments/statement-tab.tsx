import { FileText } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Period, Statement } from '../../../shared/domain/reports.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, useQueryText } from '../../app/navigation.tsx';
import { PaperDialog } from '../../app/papers/paper-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { PayerField } from './payer-field.tsx';
import { isSound, PeriodFields } from './period-fields.tsx';

/** A member's account: what was asked for and paid, with the balance after each line; to print or to e-mail. */
export function StatementTab() {
  const [text, setText] = useQueryText();
  const who = useRef<HTMLInputElement>(null);
  const today = useAsk('office.state', undefined).data?.today;
  const memberNo = text.get('member');
  if (today === undefined) return <Skeleton height="180px" />;
  return (
    <div className="deposits">
      <div className="statement__who">
        <PayerField
          label="Whose statement"
          hint="A member number, a name, or a scanned stub."
          ref={who}
          onMember={(member) => setText({ tab: 'statement', member: member.memberNo })}
          onEmpty={() => undefined}
        />
      </div>
      {memberNo === null ? (
        <EmptyState title="No member is chosen">
          Type a name or number to see what was asked for and paid.
        </EmptyState>
      ) : (
        <MemberStatement key={memberNo} memberNo={memberNo} today={today} />
      )}
    </div>
  );
}

function MemberStatement({ memberNo, today }: { readonly memberNo: string; readonly today: string }) {
  const [period, setPeriod] = useState<Period>({ from: `${Number(today.slice(0, 4)) - 1}-01-01`, to: today });
  const [given, setGiven] = useState(false);
  const sound = isSound(period);
  const asked = useRef(period);
  if (sound) asked.current = period;
  const statement = useAsk('books.statement', { memberNo, ...asked.current }, { keepPrevious: true });
  if (statement.error !== null) return <ErrorState error={statement.error} />;
  return (
    <>
      <div className="statement__bar">
        <PeriodFields period={period} onChange={setPeriod} />
        <Button look="primary" icon={FileText} disabled={!sound} onClick={() => setGiven(true)}>
          Print or e-mail…
        </Button>
      </div>
      {statement.data === undefined ? <Skeleton height="240px" /> : <Account statement={statement.data} />}
      {given && sound ? (
        <PaperDialog paper={{ kind: 'statement', memberNo, ...period }} onClose={() => setGiven(false)} />
      ) : null}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly on: string;
  readonly what: string;
  readonly code: string;
  readonly cents: number | null;
  readonly balance: number;
}

function Account({ statement }: { readonly statement: Statement }) {
  const { memberNo, name, from, to, openingCents, closingCents, lines } = statement;
  const rows: readonly Line[] = [
    { key: 'before', on: from, what: 'Balance before', code: '', cents: null, balance: openingCents },
    ...lines.map((line, at) => ({
      key: String(at),
      on: line.on,
      what: line.text,
      code: line.code,
      cents: line.cents,
      balance: line.balanceCents,
    })),
  ];
  return (
    <section aria-labelledby="statement">
      <h2 id="statement" className="statement__title">
        <Link to={`/members/${encodeURIComponent(memberNo)}`}>{name}</Link>{' '}
        <span className="figures soft">{memberNo}</span>
        <span className="statement__sum figures">
          {closingCents < 0
            ? `${displayCents(-closingCents)} credit`
            : closingCents === 0
              ? 'owes nothing'
              : `owes ${displayCents(closingCents)}`}
          <span className="soft"> at the end of {shortDate(to)}</span>
        </span>
      </h2>
      <PlainTable
        label={`Statement of ${name}`}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { header: 'Date', cell: ({ on }) => shortDate(on) },
          { header: 'What', wide: true, cell: ({ what }) => what },
          { header: 'For', cell: ({ code }) => code },
          {
            header: 'Amount',
            align: 'end',
            cell: ({ cents }) => (cents === null ? '' : displayCents(cents)),
          },
          { header: 'Balance', align: 'end', cell: ({ balance }) => displayCents(balance) },
        ]}
      />
    </section>
  );
}
