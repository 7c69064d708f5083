import { ScrollText } from 'lucide-react';
import type { DestroyedDocument } from '../../../shared/domain/retention.ts';
import { useAsk } from '../../api/use-ask.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { shortDate } from '../../components/short-date.ts';
import { SaveRetentionFile } from './save-retention-file.tsx';

const SHOWN = 200;

/** What was destroyed, the last first, with the certificate of each action. */
export function DestructionLogList() {
  const page = usePage(SHOWN);
  const { offset, limit } = page;
  const log = useAsk('retention.log', { destruction: null, offset, limit }, { keepPrevious: true });
  if (log.error !== null) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  if (log.data === undefined) return <Skeleton height="200px" />;
  const { rows, total } = log.data;
  if (rows.length === 0) return <EmptyState title="Nothing was destroyed yet" />;
  const actions = [...new Set(rows.map(({ destruction }) => destruction))];
  return (
    <>
      <div className="buttons">
        {actions.slice(0, 4).map((destruction) => (
          <SaveRetentionFile
            key={destruction}
            text={`Certificate of destruction ${destruction}`}
            icon={ScrollText}
            name={`destruction-${destruction}.pdf`}
            destruction={destruction}
          />
        ))}
      </div>
      <ScrollRegion label="The log, as wide as the table is">
        <PlainTable
          label="Destruction log"
          rows={rows}
          rowKey={({ destruction, document }) => `${destruction} ${document}`}
          columns={[
            { header: 'No.', align: 'end', cell: ({ destruction }) => destruction },
            {
              header: 'Document',
              wide: true,
              cell: ({ arrivals, pages, sha256 }) => (
                <>
                  <span className="returns__name">{arrivals[0]?.name}</span>
                  <span className="soft intake__below">
                    {pages === 1 ? '1 page' : `${pages ?? 'no'} pages`}, SHA-256 {sha256.slice(0, 12)}…
                  </span>
                </>
              ),
            },
            { header: 'Destroyed', cell: ({ destroyedOn }) => shortDate(destroyedOn) },
            {
              header: 'By',
              cell: ({ actor, approvedBy }) =>
                actor === approvedBy ? actor : `${actor}, allowed by ${approvedBy}`,
            },
            {
              header: 'Why',
              wide: true,
              cell: ({ until: { from, years } }) =>
                `Kept ${years === 1 ? '1 year' : `${years} years`} from ${shortDate(from)}`,
            },
            { header: 'The bytes', cell: bytesWords, wide: true },
          ]}
        />
      </ScrollRegion>
      <Pager page={page} total={total} />
    </>
  );
}

function bytesWords({ goneAt, bytesKeptFor, cameAgainAt }: DestroyedDocument): string {
  if (goneAt === null) return 'Go at the next start';
  if (cameAgainAt !== null) return `Gone; came in again on ${shortDate(cameAgainAt.slice(0, 10))}`;
  return bytesKeptFor === null ? 'Gone' : `Kept for ${bytesKeptFor}`;
}
