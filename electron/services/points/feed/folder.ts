import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FeedReport, FolderReport } from '../../../../shared/domain/feed.ts';
import { StandingError, toErrorShape } from '../../../../shared/ipc/errors.ts';
import type { Work } from '../../../jobs/work.ts';
import { saveSetting, setting } from '../../../repositories/settings.ts';
import type { Office } from '../../office.ts';
import { moveAside } from '../../watched-folder/move-aside.ts';
import { type FolderSight, isFolder, lookInto, seenFile } from '../../watched-folder/sight.ts';
import { takeFeed } from './take.ts';

const KINDS = new Set(['.csv', '.txt', '.tsv']);

/** The feed's files that lie in a folder now; nothing where it cannot be read, as while its drive is away. */
export async function feedFiles(folder: string): Promise<FolderSight> {
  const wanted = (name: string) => !name.startsWith('.') && KINDS.has(extname(name).toLowerCase());
  return (await lookInto(folder, wanted))?.files ?? new Map();
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
    const was = await seenFile(file);
    if (was === null) continue;
    try {
      taken.push(await takeFeed(office, { file, origin: 'watched' }, work));
      await moveAside(folder, 'done', name, was);
    } catch (error) {
      const { code, message, fix } = toErrorShape(error);
      if (code === 'cancelled' || code === 'unexpected') throw error;
      const reason = `${message} ${fix}`.trim();
      const moved = await moveAside(folder, 'refused', name, was);
      if (moved !== null) await writeFile(`${moved}.reason.txt`, `${reason}\n`);
      refused.push({ file: name, reason });
    }
  }
  return { taken, refused };
}

/** Sets the folder that is watched, or none. @throws StandingError `folder-unusable` */
export async function watchFolder(office: Office, folder: string | null): Promise<void> {
  if (folder !== null && !(await isFolder(folder)))
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
