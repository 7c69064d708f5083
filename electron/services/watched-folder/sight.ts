import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { byName } from './by-name.ts';

/** A file in a watched folder, and what tells that it was written to or is another one. */
export interface SeenFile {
  readonly size: number;
  /** When it was last written, in whole milliseconds. */
  readonly modifiedMs: number;
}

/** What lay in a folder at one look, by name. */
export type FolderSight = ReadonlyMap<string, SeenFile>;

/** The files that lie in a folder now, and the folders in it; null where it cannot be read, as while its drive is away. */
export async function lookInto(
  folder: string,
  wanted: (name: string) => boolean,
): Promise<{ readonly files: FolderSight; readonly folders: readonly string[] } | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const files = new Map<string, SeenFile>();
  const folders: string[] = [];
  for (const entry of entries.toSorted((a, b) => byName(a.name, b.name))) {
    if (!wanted(entry.name)) continue;
    if (entry.isDirectory()) folders.push(entry.name);
    const seen = await seenFile(join(folder, entry.name));
    if (seen !== null) files.set(entry.name, seen);
  }
  return { files, folders };
}

/** A file as it is now; null where there is none, or it is a folder or a link. */
export async function seenFile(file: string): Promise<SeenFile | null> {
  const there = await lstat(file).catch(() => null);
  return there?.isFile() ? { size: there.size, modifiedMs: Math.floor(there.mtimeMs) } : null;
}

export function isSame(a: SeenFile | null | undefined, b: SeenFile | null | undefined): boolean {
  return a != null && b != null && a.size === b.size && a.modifiedMs === b.modifiedMs;
}

/** The files with something in them that have not changed between two looks: whoever wrote them is done. */
export function steadyFiles(before: FolderSight, now: FolderSight): readonly string[] {
  return [...now]
    .filter(([name, seen]) => seen.size > 0 && isSame(before.get(name), seen))
    .map(([name]) => name);
}

/** Whether a folder is there. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (there) => there.isDirectory(),
    () => false,
  );
}
