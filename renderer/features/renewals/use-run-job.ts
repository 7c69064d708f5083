import type { JobHandle } from '../../api/use-job.ts';
import { useJob } from '../../api/use-job.ts';
import type { SheetRange } from './sheet-range.ts';

/** The printing of a run, or of these sheets of it, also when it was started before the screen opened; no other printing is shown. */
export function usePrinting(run: string, range: SheetRange | null): JobHandle<'renewals.print'> {
  const wanted = { run, from: range?.from ?? null, to: range?.to ?? null, spoiled: undefined };
  return own(useJob('renewals.print', true), wanted);
}

/** The preparing of this month's run, also when it was started before the screen opened. */
export function usePreparing(month: string): JobHandle<'renewals.prepare'> {
  return own(useJob('renewals.prepare', true), { month });
}

/** The work where it is this run's, else as if there were none. */
export function ofRun<Name extends 'email.send' | 'email.toFolder'>(
  handle: JobHandle<Name>,
  run: string,
): JobHandle<Name> {
  return own(handle, { run });
}

/** The work where it was started with this input, else as if there were none. */
function own<Name extends 'renewals.print' | 'renewals.prepare' | 'email.send' | 'email.toFolder'>(
  handle: JobHandle<Name>,
  wanted: Readonly<Record<string, unknown>>,
): JobHandle<Name> {
  if (handle.job === null) return handle;
  const { input } = handle.job;
  const same =
    typeof input === 'object' &&
    input !== null &&
    Object.entries(wanted).every(([name, value]) => Reflect.get(input, name) === value);
  if (same) return handle;
  // What refused a start is this screen's own; what made another's work fail is not.
  const error = handle.job.state === 'failed' ? null : handle.error;
  return { ...handle, job: null, running: false, result: null, error };
}
