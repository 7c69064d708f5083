import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Office } from '../office.ts';
import type { Tried } from './try-out.ts';

/** As many as one goes back and forth between; older ones are let go. */
const KEPT = 4;

/** The trials of this session, in memory alone, so that their lists can be paged through. */
export interface KeptTrials {
  keep(id: string, office: Office, tried: Tried): void;
  /** @throws StandingError `trial-gone` */
  of(id: string, office: Office): Tried;
}

export function keptTrials(): KeptTrials {
  const kept = new Map<string, { readonly office: Office; readonly tried: Tried }>();
  return {
    keep(id, office, tried) {
      kept.set(id, { office, tried });
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    },
    of(id, office) {
      const found = kept.get(id);
      if (found?.office === office) return found.tried;
      throw new StandingError('trial-gone', 'This trial is no longer kept.', 'Try it again.');
    },
  };
}
