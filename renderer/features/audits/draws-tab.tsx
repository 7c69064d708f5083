import { ChevronRight, Dices } from 'lucide-react';
import { useState } from 'react';
import type { AuditDrawSummary } from '../../../shared/domain/audit-draw.ts';
import { yearOf } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import { DrawDialog } from './draw-dialog.tsx';

/** The draws on record; from here a year's audit is drawn. */
export function DrawsTab() {
  const draws = useAsk('audits.draws', undefined);
  const today = useAsk('office.state', undefined).data?.today;
  const [drawing, setDrawing] = useState(false);
  useKeys('Audits', [{ keys: 'n', does: 'Draw an audit', run: () => setDrawing(true) }]);
  if (draws.error !== null) return <ErrorState error={draws.error} onRetry={() => void draws.refetch()} />;
  return (
    <div className="audits">
      <div className="audits__bar">
        <p className="soft">
          At the beginning of a year the audit is drawn from those who moved to a new cycle in the year
          before. Anybody can repeat a draw.
        </p>
        <Button look="primary" icon={Dices} onClick={() => setDrawing(true)}>
          Draw an audit
        </Button>
      </div>
      {draws.data === undefined ? (
        <Skeleton height="180px" />
      ) : draws.data.length === 0 ? (
        <EmptyState title="No audit was drawn yet">
          Draw this year’s: you see who can be drawn before anybody is.
        </EmptyState>
      ) : (
        <ul className="audits__draws" aria-label="Draws">
          {draws.data.map((draw) => (
            <DrawRow key={`${draw.campaign} ${draw.draw}`} draw={draw} />
          ))}
        </ul>
      )}
      {drawing && today !== undefined ? (
        <DrawDialog thisYear={yearOf(today)} onClose={() => setDrawing(false)} />
      ) : null}
    </div>
  );
}

function DrawRow({ draw }: { readonly draw: AuditDrawSummary }) {
  return (
    <li>
      <Link to={`/audits/draws/${draw.campaign}/${draw.draw}`} className="audits__draw">
        <span className="audits__year">
          {draw.campaign}
          {draw.draw === 1 ? null : <span className="soft"> · draw {draw.draw}</span>}
        </span>
        <span className="soft figures">{shortDate(draw.drawnOn)}</span>
        <span className="figures">
          {draw.size.toLocaleString('en-US')} <span className="faint">of</span>{' '}
          {draw.population.toLocaleString('en-US')}
        </span>
        <span className="soft">{draw.reason === '' ? `by ${draw.drawnBy}` : draw.reason}</span>
        <span className={draw.open > 0 ? 'audits__open' : 'soft'}>
          {draw.open > 0 ? `${draw.open.toLocaleString('en-US')} open` : 'all decided'}
        </span>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </Link>
    </li>
  );
}
