import { setting } from '../repositories/settings.ts';
import type { Office } from '../services/office.ts';
import { type FolderSight, lookInto, stableFiles, takeFolder } from '../services/points/feed/folder.ts';
import type { OfficeDesk } from './handlers.ts';
import type { Subject } from './messages.ts';

/** Milliseconds between two looks into the watched folder: a file that is the same at both is whole. */
const LOOK_EVERY = 2_000;

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

  async function look(): Promise<void> {
    if (desk.jobs.size === 0) taking = false;
    const office = openOffice(desk);
    const watched = office === null ? null : ((await setting(office.reader, 'pointsFeed'))?.folder ?? null);
    if (office === null || watched === null || watched !== folder) {
      folder = watched;
      seen = watched === null ? NOTHING : lookInto(watched);
      tried = new Set();
      return;
    }
    const now = lookInto(watched);
    const marks = new Map([...now].map(([name, { size, changed: on }]) => [name, `${name} ${size} ${on}`]));
    const whole = stableFiles(seen, now).filter((name) => !tried.has(marks.get(name) ?? ''));
    seen = now;
    if (taking || whole.length === 0) return;
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

  // A look that fails, as while the office is being closed, is made up for by the next one.
  setInterval(() => void look().catch(() => undefined), LOOK_EVERY).unref();
}

function openOffice(desk: Pick<OfficeDesk, 'office'>): Office | null {
  try {
    return desk.office;
  } catch {
    return null;
  }
}
