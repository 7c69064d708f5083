import { join } from 'node:path';
import type { ScanFolder, ScanReport } from '../../../../shared/domain/intake.ts';
import { takenFrom } from '../../../repositories/intake-documents.ts';
import { setting } from '../../../repositories/settings.ts';
import type { Office } from '../../office.ts';
import { type FolderSight, isSame, lookInto } from '../../watched-folder/sight.ts';
import { passedOver } from '../passed-over.ts';
import { limitMegabytes } from '../receive.ts';
import { looksWhole } from './looks-whole.ts';
import { DONE, markOf } from './take-scans.ts';

/** After so many looks at which it has not changed, a file that is empty or lacks its end is taken for what it is. */
const PATIENCE = 15;
/** After so many looks, a file that was held open or could not be moved is tried again. */
const TRY_AGAIN = 5;
/** A look that takes longer, in milliseconds, is one at a folder that is away. */
const ANSWER_MS = 5_000;

/** What is to be taken now. */
export interface DueScans {
  readonly folder: string;
  readonly leave: boolean;
  readonly names: readonly string[];
}

/** What is known of the scan folder from look to look. */
export interface ScanWatch {
  readonly state: ScanFolder;
  /**
   * Looks into the folder once.
   * @param now the moment, for what is told
   * @returns what to take, and whether the state changed
   */
  look(office: Office, now: string): Promise<{ readonly due: DueScans | null; readonly changed: boolean }>;
  /** What came of it; null = cancelled. */
  taken(due: DueScans, report: ScanReport | null): void;
  /** Tries again what was not taken. */
  tryAgain(): void;
}

/** What is remembered of a file that lies there. */
interface Lying {
  readonly size: number;
  readonly modifiedMs: number;
  /** At how many looks it was as it is. */
  readonly quiet: number;
  /** Given to be taken, or known to have been taken; with the reason why it was not. */
  readonly tried: { readonly reason: string | null; readonly again: number | null } | null;
}

const NOTHING: ScanFolder = {
  folder: null,
  leave: false,
  awaySince: null,
  backSince: null,
  untaken: [],
  folders: [],
};

/** Whether what lies in the scan folder may be a scan, by its name. */
export const isScan = (name: string) => passedOver(name) === null && name.toLowerCase() !== DONE;

/**
 * @param answerMs how long a look may take before the folder counts as away
 * @param lookAt how a folder is looked into
 */
export function scanWatch(answerMs = ANSWER_MS, lookAt = lookInto): ScanWatch {
  let state = NOTHING;
  let limit = 0;
  let lying = new Map<string, Lying>();
  let known: ReadonlySet<string> = new Set();
  let pending: { readonly folder: string; readonly sight: ReturnType<typeof lookInto> } | null = null;

  /** One look at a time: a drive that is away may answer after a minute only. */
  async function sight(folder: string): Promise<Awaited<ReturnType<typeof lookInto>>> {
    if (pending?.folder !== folder) {
      const mine = { folder, sight: lookAt(folder, isScan) };
      pending = mine;
      void mine.sight.finally(() => {
        if (pending === mine) pending = null;
      });
    }
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), answerMs);
    try {
      return await Promise.race([pending.sight, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  function remember(files: FolderSight): void {
    const next = new Map<string, Lying>();
    for (const [name, seen] of files) {
      const before = lying.get(name);
      const same = before !== undefined && isSame(before, seen);
      const again = same && before.tried?.again != null ? before.tried.again - 1 : null;
      const tried = same && before.tried !== null && again !== 0 ? { ...before.tried, again } : null;
      next.set(name, { ...seen, quiet: same ? before.quiet + 1 : 0, tried });
    }
    lying = next;
  }

  async function isDue(folder: string, [name, file]: readonly [string, Lying]): Promise<boolean> {
    if (file.tried !== null || file.quiet < 1) return false;
    if (file.quiet >= PATIENCE) return true;
    return file.size > 0 && (await looksWhole(join(folder, name)));
  }

  function untaken(): ScanFolder['untaken'] {
    return [...lying].flatMap(([name, { tried }]) =>
      tried?.reason == null ? [] : [{ name, reason: tried.reason }],
    );
  }

  return {
    get state() {
      return state;
    },
    async look(office, now) {
      const before = JSON.stringify(state);
      const asChanged = () => JSON.stringify(state) !== before;
      const { folder = null, leave = false } = (await setting(office.reader, 'intake')) ?? {};
      const most = await limitMegabytes(office);
      // Set anew, everything is looked at afresh.
      if (folder !== state.folder || leave !== state.leave || most !== limit) {
        state = { ...NOTHING, folder, leave };
        [limit, lying] = [most, new Map()];
        known = folder === null ? new Set() : await takenFrom(office.reader, folder);
      }
      if (folder === null) return { due: null, changed: asChanged() };
      const found = await sight(folder);
      if (found === null) {
        lying = new Map();
        state = { ...state, awaySince: state.awaySince ?? now, backSince: null, untaken: [], folders: [] };
        return { due: null, changed: asChanged() };
      }
      if (state.awaySince !== null) known = await takenFrom(office.reader, folder);
      remember(found.files);
      const names: string[] = [];
      for (const one of lying) {
        if (!(await isDue(folder, one))) continue;
        const [name, file] = one;
        // What stays where it was taken is not taken again.
        const stays = leave && known.has(markOf(name, file));
        lying.set(name, { ...file, tried: { reason: null, again: null } });
        if (!stays) names.push(name);
      }
      state = {
        ...state,
        awaySince: null,
        backSince: state.awaySince === null ? state.backSince : now,
        untaken: untaken(),
        folders: found.folders,
      };
      return { due: names.length === 0 ? null : { folder, leave, names }, changed: asChanged() };
    },
    taken(due, report) {
      if (due.folder !== state.folder) return;
      const reasons = new Map(report?.untaken.map((one) => [one.name, one]));
      for (const name of due.names) {
        const file = lying.get(name);
        if (file === undefined) continue;
        const why = reasons.get(name);
        const reason = report === null ? 'It was cancelled before it was taken in.' : (why?.reason ?? null);
        lying.set(name, { ...file, tried: { reason, again: why?.passing ? TRY_AGAIN : null } });
      }
      state = { ...state, untaken: untaken() };
    },
    tryAgain() {
      lying = new Map([...lying].map(([name, file]) => [name, { ...file, tried: null }]));
    },
  };
}
