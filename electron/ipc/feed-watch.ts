import { setting } from '../repositories/settings.ts';
import type { Office } from '../services/office.ts';
import { feedFiles, takeFolder } from '../services/points/feed/folder.ts';
import { type FolderSight, steadyFiles } from '../services/watched-folder/sight.ts';
import { lookAgainAndAgain } from './folder-looks.ts';
import type { OfficeDesk } from './handlers.ts';
import type { Subject } from './messages.ts';

const NOTHING: FolderSight = new Map();

/**
 * Looks into the folder that the open office watches for AMT's feed, and takes the files in it as a job as soon as they are whole. What a job
 * could not take is left alone until it changes or the program starts anew.
 * @param changed told what is stale once files were taken
 */
export function watchFeed(
  desk: Pick<OfficeDesk, 'office' | 'jobs'>,
  changed: (subjects: readonly Subject[]) => void,
): void {
  let folder: string | null = null;
  let seen = NOTHING;
  let tried = new Set<string>();
  let taking = false;

  async function look(office: Office): Promise<void> {
    if (desk.jobs.size === 0) taking = false;
    const watched = (await setting(office.reader, 'pointsFeed'))?.folder ?? null;
    const now = watched === null ? NOTHING : await feedFiles(watched);
    if (watched === null || watched !== folder) {
      folder = watched;
      seen = now;
      tried = new Set();
      return;
    }
    const marks = new Map([...now].map(([name, file]) => [name, `${name} ${file.size} ${file.modifiedMs}`]));
    const whole = steadyFiles(seen, now).filter((name) => !tried.has(marks.get(name) ?? ''));
    seen = now;
    if (taking || whole.length === 0 || desk.office !== office) return;
    taking = true;
    for (const name of whole) tried.add(marks.get(name) ?? '');
    desk.jobs.add('feed.takeFolder', async (work) => {
      try {
        return await takeFolder(office, watched, whole, work);
      } finally {
        taking = false;
        changed(['members', 'feed']);
      }
    });
  }

  lookAgainAndAgain(desk, look);
}
