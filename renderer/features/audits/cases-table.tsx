import type { AuditCase } from '../../../shared/domain/audit-draw.ts';
import { Link } from '../../app/navigation.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { stateWords } from './audit-words.ts';

/** Audits with how each was opened and how it stands. */
export function CasesTable({ rows }: { readonly rows: readonly AuditCase[] }) {
  return (
    <div className="audits__table">
      <PlainTable
        label="Audits"
        rows={rows}
        rowKey={({ audit }) => audit}
        columns={[
          {
            header: 'Member',
            cell: ({ audit, memberName }) => <Link to={`/audits/cases/${audit}`}>{memberName}</Link>,
          },
          { header: 'Number', cell: ({ memberNo }) => memberNo },
          { header: 'For', cell: ({ code }) => code },
          { header: 'Cycle from', cell: ({ cycleStart }) => shortDate(cycleStart) },
          { header: 'Since', cell: ({ selectedOn }) => shortDate(selectedOn) },
          {
            header: 'Opened',
            wide: true,
            cell: ({ campaign, draw, forCause }) =>
              campaign === null ? (
                <>
                  For cause <span className="soft">{forCause}</span>
                </>
              ) : (
                <Link to={`/audits/draws/${campaign}/${draw}`}>Drawn, audit of {campaign}</Link>
              ),
          },
          { header: 'State', cell: stateOf },
        ]}
      />
    </div>
  );
}

function stateOf(one: AuditCase) {
  if (one.closedOn === null) return <span className="audit-state">◐ {stateWords(one)}</span>;
  const shape = one.outcome === 'compliant' ? '●' : '■';
  return (
    <span className="audit-state">
      {shape} {stateWords(one)} <span className="soft">{shortDate(one.closedOn)}</span>
    </span>
  );
}
