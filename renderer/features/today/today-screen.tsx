import { RefreshCw } from 'lucide-react';
import type { TodayView } from '../../../shared/domain/office.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { StandingOverview } from './standing-overview.tsx';
import { inGroup } from './today-groups.ts';
import { TodayList } from './today-list.tsx';
import './today.css';

/** What needs doing, as counts that lead to their lists, and where the whole office stands. */
export function TodayScreen() {
  const today = useAsk('today.view', undefined);
  return (
    <Screen
      title="Today"
      about={today.data === undefined ? ' ' : displayDate(today.data.asOf)}
      actions={
        <Button icon={RefreshCw} onClick={() => navigate('/sweep')}>
          Bring standings up to date…
        </Button>
      }
    >
      {today.error !== null ? (
        <ErrorState error={today.error} onRetry={() => void today.refetch()} />
      ) : today.data === undefined ? (
        <Loading />
      ) : (
        <Loaded today={today.data} />
      )}
    </Screen>
  );
}

function Loaded({ today }: { readonly today: TodayView }) {
  const now = inGroup(today.items, 'now');
  const watch = inGroup(today.items, 'watch');
  return (
    <div className="today">
      <div className="today__lists">
        <section aria-labelledby="today-now">
          <h2 id="today-now">To do</h2>
          {now.length === 0 ? (
            <p className="today__calm">Nothing waits. Notices are out and standings are up to date.</p>
          ) : (
            <TodayList items={now} />
          )}
        </section>
        <section aria-labelledby="today-watch">
          <h2 id="today-watch">To watch</h2>
          {watch.length === 0 ? (
            <p className="today__calm">
              {today.sweptOn === null
                ? 'Who is due, past due or short of points is known once standings are brought up to date.'
                : 'Nobody is due, past due, lapsed or short of points.'}
            </p>
          ) : (
            <TodayList items={watch} />
          )}
        </section>
      </div>
      <StandingOverview today={today} />
    </div>
  );
}

function Loading() {
  return (
    <div className="today" aria-busy="true">
      <div className="today__lists">
        {[5, 6].map((rows) => (
          <section key={rows}>
            <Skeleton width="80px" height="18px" />
            <div className="today-list">
              {Array.from({ length: rows }, (_, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: places of rows that are on their way
                <div key={row} className="today-item">
                  <Skeleton width="48px" />
                  <Skeleton width="70%" />
                </div>
              ))}
            </div>
          </section>
        ))}
      </div>
      <Skeleton width="100%" height="300px" />
    </div>
  );
}
