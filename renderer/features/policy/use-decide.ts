import { useEffect, useRef } from 'react';
import type { PolicyChange } from '../../../shared/domain/policy-decisions.ts';
import type { ErrorShape } from '../../../shared/ipc/errors.ts';
import { useJob } from '../../api/use-job.ts';

/** Decides about a policy value: `decide(change)`; `onDone` when it is on record and the standings follow. */
export function useDecide(onDone: () => void): {
  readonly decide: (change: PolicyChange) => void;
  readonly deciding: boolean;
  readonly error: ErrorShape | null;
} {
  const job = useJob('policy.decide');
  const told = useRef(false);
  const { result } = job;
  useEffect(() => {
    // The strip keeps the line that says what was decided.
    if (result === null || told.current) return;
    told.current = true;
    onDone();
  }, [result, onDone]);
  return {
    decide: (change) => {
      if (!job.running) void job.start(change);
    },
    deciding: job.running,
    error: job.error,
  };
}
