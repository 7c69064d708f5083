import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { byName } from '../watched-folder/by-name.ts';
import { passedOver } from './passed-over.ts';

/** A file that is to be taken in. */
export interface FoundFile {
  readonly file: string;
  /** As it is kept and told: a folder that was given and what leads on from it, `post/scan 2.pdf`. */
  readonly name: string;
  /** Why it is passed over, where it is. */
  readonly skipped: string | null;
}

export interface FolderLimits {
  readonly files: number;
  /** Folders within folders. */
  readonly depth: number;
}

/** What a person can still mean by one folder. */
export const FOLDER_LIMITS: FolderLimits = { files: 5000, depth: 12 };

/**
 * The files that some paths mean: a file itself, of a folder everything in it and in its folders, by name with numbers as numbers. Links are not
 * followed, so that no folder is walked twice. A path that is not there stays in, to be told of.
 * @throws StandingError `too-many-files`, `folder-unreadable`
 */
export async function foundFiles(
  paths: readonly string[],
  work: Pick<Work, 'breathe'>,
  limits: FolderLimits = FOLDER_LIMITS,
): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];

  async function walk(folder: string, shown: string, depth: number): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
      throw new StandingError(
        'folder-unreadable',
        `The folder ${shown} cannot be read; nothing was taken in.`,
        'Check that it is still there and that you may open it, and try again.',
      );
    });
    for (const entry of entries.toSorted((a, b) => byName(a.name, b.name))) {
      await work.breathe();
      const [file, name] = [join(folder, entry.name), `${shown}/${entry.name}`];
      const why = passedOver(entry.name) ?? oddKind(entry);
      if (why !== null) found.push({ file, name, skipped: why });
      else if (!entry.isDirectory()) found.push({ file, name, skipped: null });
      else if (depth < limits.depth) await walk(file, name, depth + 1);
      else found.push({ file, name, skipped: `It lies more than ${limits.depth} folders deep.` });
      refuseMany(found.length, limits);
    }
  }

  for (const path of paths) {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory()) await walk(path, basename(path), 1);
    else found.push({ file: path, name: basename(path), skipped: null });
    refuseMany(found.length, limits);
  }
  return found;
}

function oddKind(entry: {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}): string | null {
  if (entry.isSymbolicLink()) return 'It is a link: take in what it leads to.';
  return entry.isFile() || entry.isDirectory() ? null : 'It is neither a file nor a folder.';
}

function refuseMany(count: number, limits: FolderLimits): void {
  if (count <= limits.files) return;
  throw new StandingError(
    'too-many-files',
    `There are more than ${limits.files.toLocaleString('en-US')} files; nothing was taken in.`,
    'Take in one of the folders at a time.',
  );
}
