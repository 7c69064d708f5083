import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Work } from '../../jobs/work.ts';
import type { Office } from '../office.ts';
import { type AppliedImport, applyImport } from './apply.ts';
import { openStaged } from './staged-settings.ts';

/** Where the staged rows of an import on record lie. */
export function stagedFileOf(folder: string, importId: number): string {
  return join(folder, 'jobs', `import-${importId}.db`);
}

/** Staged files that this process is applying right now. */
const applying = new Set<string>();

export function isBeingApplied(folder: string, importId: number): boolean {
  return applying.has(stagedFileOf(folder, importId));
}

/**
 * Applies what is still to be applied of an import and throws its staged rows away. Where it breaks off they stay, to go
 * on with at the next opening.
 * @returns null where the staged rows are missing or damaged
 */
export async function completeImport(
  office: Office,
  importId: number,
  work: Work,
): Promise<AppliedImport | null> {
  const file = stagedFileOf(office.folder, importId);
  const opened = openStaged(file);
  if (opened === null) return null;
  let done: AppliedImport;
  applying.add(file);
  try {
    done = await applyImport(office, importId, opened, work);
  } finally {
    applying.delete(file);
    opened.staged.close();
  }
  rmSync(file, { force: true });
  return done;
}
