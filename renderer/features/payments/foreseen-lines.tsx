import { useState } from 'react';
import {
  LINE_OUTCOMES,
  type LineForeseen,
  type LineOutcome,
  type ReceiptReading,
} from '../../../shared/domain/receipts.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Button } from '../../components/button.tsx';
import { CountChip } from '../../components/count-chip.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { OUTCOME_WORDS } from './line-words.ts';
import { OutcomeMark } from './outcome-mark.tsx';

/** As many lines as are drawn at once. */
const SHOWN = 100;

/** What would become of each line of a file, those that need someone first. */
export function ForeseenLines({ reading }: { readonly reading: ReceiptReading }) {
  const { lines, tallies } = reading;
  const [only, setOnly] = useState<LineOutcome | null>(null);
  const [limit, setLimit] = useState(SHOWN);
  const wanted = only === null ? inOrder(lines) : lines.filter(({ outcome }) => outcome === only);
  return (
    <>
      <fieldset className="chips">
        <legend className="visually-hidden">Lines listed</legend>
        <CountChip text="All" count={lines.length} on={only === null} onPress={() => setOnly(null)} />
        {LINE_OUTCOMES.filter((outcome) => tallies[outcome].count > 0).map((outcome) => (
          <CountChip
            key={outcome}
            text={OUTCOME_WORDS[outcome]}
            count={tallies[outcome].count}
            on={only === outcome}
            onPress={() => setOnly(outcome)}
          />
        ))}
      </fieldset>
      <PlainTable<LineForeseen>
        label="What would become of each line"
        rows={wanted.slice(0, limit)}
        rowKey={({ row }) => row}
        columns={[
          { header: 'Row', align: 'end', cell: ({ row }) => row },
          {
            header: 'Received',
            cell: ({ receivedOn }) => (receivedOn === null ? '–' : shortDate(receivedOn)),
          },
          {
            header: 'From',
            cell: ({ name, memberNo }) => (
              <>
                {name} <span className="figures soft">{memberNo}</span>
              </>
            ),
          },
          {
            header: 'Amount',
            align: 'end',
            cell: ({ cents }) => (cents === null ? '–' : displayCents(cents)),
          },
          { header: 'Would be', cell: ({ outcome }) => <OutcomeMark outcome={outcome} /> },
          { header: 'Why, or what for', wide: true, cell: (line) => whatFor(line) },
        ]}
      />
      {wanted.length > limit ? (
        <Button onClick={() => setLimit(limit + SHOWN)}>
          {`Show more of ${wanted.length.toLocaleString('en-US')}`}
        </Button>
      ) : null}
    </>
  );
}

const ORDER: readonly LineOutcome[] = [
  'refused',
  'unmatched',
  'doubtful',
  'back',
  'unpaid',
  'duplicate',
  'matched',
];

function inOrder(lines: readonly LineForeseen[]): readonly LineForeseen[] {
  return lines.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || a.row - b.row);
}

function whatFor({ outcome, parts, suggestion, why }: LineForeseen): string {
  if (outcome !== 'matched') return why;
  const paid = parts.map(({ code, cents }) => `${code} ${displayCents(cents)}`).join(', ');
  return `${paid} of ${suggestion?.memberName ?? ''}${why === '' ? '' : `; ${why}`}`;
}
