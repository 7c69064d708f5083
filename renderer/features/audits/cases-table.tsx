import type { AuditCase } from '../../../shared/domain/audit-draw.ts';
import { Link } from '../../app/navigation.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { CaseStateMark } from './case-state.tsx';

/** The audits that a draw opened, and how each stands. */
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
          { header: 'State', wide: true, cell: stateOf },
        ]}
      />
    </div>
  );
}

function stateOf({ state, outcome, closedOn }: AuditCase) {
  return (
    <>
      <CaseStateMark state={state} outcome={outcome} />{' '}
      {closedOn === null ? null : <span className="soft">{shortDate(closedOn)}</span>}
    </>
  );
}
