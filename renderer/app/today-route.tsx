import { useState } from 'react';
import { SweepDialog } from '../features/sweep/sweep-dialog.tsx';
import { TodayScreen } from '../features/today/today-screen.tsx';

/** Today together with the dialog that brings the standings up to date. */
export function TodayRoute() {
  const [sweeping, setSweeping] = useState(false);
  return (
    <>
      <TodayScreen onSweep={() => setSweeping(true)} />
      {sweeping ? <SweepDialog onClose={() => setSweeping(false)} /> : null}
    </>
  );
}
