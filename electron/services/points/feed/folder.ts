import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, parse } from 'node:path';
import type { FeedReport, FolderReport } from '../../../../shared/domain/feed.ts';
import { StandingError, toErrorShape } from '../../../../shared/ipc/errors.ts';
import type { Work } from '../../../jobs/work.ts';
import { saveSetting, setting } from '../../../repositories/settings.ts';
import type { Office } from '../../office.ts';
import { takeFeed } from './take.ts';

const KINDS = new Set(['.csv', '.txt', '.tsv']);

/** A file in the watched folder and what tells that it still grows. */
interface SeenFile {
  readonly size: number;
  readonly changed: number;
}

/** What was seen in the folder at the last look. */
export type FolderSight = ReadonlyMap<string, SeenFile>;

/** The feed's files that lie in a folder now; nothing where it cannot be read, as while its drive is away. */
export function lookInto(folder: string): FolderSight {
  const seen = new Map<string, SeenFile>();
  try {
    for (const name of readdirSync(folder).toSorted()) {
      if (name.startsWith('.') || !KINDS.has(extname(name).toLowerCase())) continue;
      const { size, mtimeMs } = statSync(join(folder, name));
      seen.set(name, { size, changed: mtimeMs });
    }
  } catch {
    return new Map();
  }
  return seen;
}

/** The files that have not changed between two looks: whoever wrote them is done. */
export function stableFiles(before: FolderSight, now: FolderSight): readonly string[] {
  return [...now]
    .filter(([name, { size, changed }]) => {
      const then = before.get(name);
      return size > 0 && then?.size === size && then.changed === changed;
    })
    .map(([name]) => name);
}

/**
 * Takes files of the watched folder, one after the other: a file that was taken is moved to `done`, one that cannot be taken as a whole to
 * `refused`, with the reason beside it. A file whose taking was cut off still lies there and is taken again.
 */
export async function takeFolder(
  office: Office,
  folder: string,
  names: readonly string[],
  work: Work,
): Promise<FolderReport> {
  const taken: FeedReport[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const name of names) {
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    try {
      taken.push(await takeFeed(office, { file, origin: 'watched' }, work));
      moveTo(folder, 'done', name);
    } catch (error) {
      const { code, message, fix } = toErrorShape(error);
      if (code === 'cancelled' || code === 'unexpected') throw error;
      const reason = `${message} ${fix}`.trim();
      const moved = moveTo(folder, 'refused', name);
      writeFileSync(`${moved}.reason.txt`, `${reason}\n`);
      refused.push({ file: name, reason });
    }
  }
  return { taken, refused };
}

/** Sets the folder that is watched, or none. @throws StandingError `folder-unusable` */
export async function watchFolder(office: Office, folder: string | null): Promise<void> {
  if (folder !== null && !isFolder(folder))
    throw new StandingError(
      'folder-unusable',
      `There is no folder ${folder}.`,
      'Make it first, or choose another one.',
    );
  const before = (await setting(office.reader, 'pointsFeed'))?.folder ?? null;
  if (before === folder) return;
  await office.act(async (write) => {
    await saveSetting(write, 'pointsFeed', { folder });
    write.journal({
      action: 'feed.folder-changed',
      subject: 'office',
      subjectId: 'feed',
      detail: { before, after: folder },
    });
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Moves a file into a folder beside it, under a name that none there has. */
function moveTo(folder: string, where: 'done' | 'refused', name: string): string {
  const into = join(folder, where);
  mkdirSync(into, { recursive: true });
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const target = join(into, n === 1 ? name : `${stem}-${n}${ext}`);
    if (existsSync(target)) continue;
    renameSync(join(folder, name), target);
    return target;
  }
}
