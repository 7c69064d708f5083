import type { JobHandle } from '../../api/use-job.ts';
import { useJob } from '../../api/use-job.ts';

/** The printing of this run, also when it was started before the screen opened; another run's printing is not shown here. */
export function usePrinting(run: string): JobHandle<'renewals.print'> {
  return ofInput(useJob('renewals.print', true), 'run', run);
}

/** The preparing of this month's run, also when it was started before the screen opened. */
export function usePreparing(month: string): JobHandle<'renewals.prepare'> {
  return ofInput(useJob('renewals.prepare', true), 'month', month);
}

function ofInput<Name extends 'renewals.print' | 'renewals.prepare'>(
  handle: JobHandle<Name>,
  field: string,
  value: string,
): JobHandle<Name> {
  const input = handle.job?.input;
  const own = typeof input === 'object' && input !== null && Reflect.get(input, field) === value;
  if (handle.job === null || own) return handle;
  return { ...handle, job: null, running: false, result: null };
}
