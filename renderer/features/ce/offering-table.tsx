import type { CeDiscount, CeOffering, CeOfferings } from '../../../shared/domain/ce.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/notices.tsx';
import { type PlainColumn, PlainTable } from '../../components/plain-table.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { shortDate } from '../../components/short-date.ts';
import { CATEGORY_WORDS } from './category-words.ts';

interface OfferingTableProps {
  readonly found: CeOfferings;
  readonly searched: boolean;
  /** Of the member whose price is asked for; null = nobody's. */
  readonly discount: CeDiscount | null;
  readonly onChange: (offering: CeOffering) => void;
}

/** Offerings by title, with what the member pays where one was named. */
export function OfferingTable({ found: { rows, total }, searched, discount, onChange }: OfferingTableProps) {
  if (rows.length === 0)
    return searched ? (
      <EmptyState title="Nothing matches">
        Search for fewer words, another date, or show everything.
      </EmptyState>
    ) : (
      <EmptyState title="The catalogue is empty on this date">
        Add an offering, or import the provider’s list.
      </EmptyState>
    );
  const pays: PlainColumn<CeOffering> = {
    header: 'Pays',
    align: 'end',
    cell: ({ listCents, memberCents }) => (
      <strong>{displayCents(discount?.discounted === true ? memberCents : listCents)}</strong>
    ),
  };
  return (
    <>
      <ScrollRegion label="Continuing education">
        <PlainTable
          label="Continuing education"
          rows={rows}
          rowKey={({ offering }) => offering}
          columns={[
            {
              header: 'Title',
              wide: true,
              cell: ({ title, provider }) => (
                <>
                  {title} <span className="soft">{provider}</span>
                </>
              ),
            },
            { header: 'Category', cell: ({ category }) => CATEGORY_WORDS[category] },
            { header: 'Points', align: 'end', cell: ({ points }) => points },
            { header: 'List', align: 'end', cell: ({ listCents }) => displayCents(listCents) },
            { header: 'Member', align: 'end', cell: ({ memberCents }) => displayCents(memberCents) },
            ...(discount === null ? [] : [pays]),
            { header: 'Offered', cell: (row) => span(row) },
            {
              header: 'Change',
              cell: (row) => (
                <Button look="quiet" onClick={() => onChange(row)}>
                  Change…<span className="visually-hidden"> {row.title}</span>
                </Button>
              ),
            },
          ]}
        />
      </ScrollRegion>
      {total > rows.length ? (
        <p className="soft figures">
          The first {rows.length} of {total.toLocaleString('en-US')} are shown; search for the others.
        </p>
      ) : null}
    </>
  );
}

function span({ from, to, state }: CeOffering): string {
  if (state === 'upcoming') return `from ${shortDate(from)}`;
  if (to === null) return `since ${shortDate(from)}`;
  return state === 'ended' ? `ended ${shortDate(to)}` : `to ${shortDate(to)}`;
}
