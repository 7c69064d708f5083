import { SweepDialog } from '../features/sweep/sweep-dialog.tsx';
import { TodayScreen } from '../features/today/today-screen.tsx';
import { replacePlace, usePlace } from './navigation.tsx';

/** Today; at `/sweep` together with the dialog that brings the standings up to date. */
export function TodayRoute() {
  const { path } = usePlace();
  return (
    <>
      <TodayScreen />
      {path === '/sweep' ? <SweepDialog onClose={() => replacePlace('/today')} /> : null}
    </>
  );
}
