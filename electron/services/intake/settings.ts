import { isAbsolute, relative, sep } from 'node:path';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { saveSetting, setting, settingIn } from '../../repositories/settings.ts';
import type { Office } from '../office.ts';
import { isFolder } from '../watched-folder/sight.ts';
import { LIMIT_MEGABYTES } from './receive.ts';

/** Sets the largest file that is taken in. @throws StandingError `limit-impossible` */
export async function saveLimit(office: Office, megabytes: number): Promise<number> {
  if (!(Number.isInteger(megabytes) && megabytes >= 1 && megabytes <= 500))
    throw new StandingError('limit-impossible', 'The limit is a whole number from 1 to 500 megabytes.');
  await office.act(async (write) => {
    const before = (await settingIn(write, 'intake')) ?? { limitMegabytes: LIMIT_MEGABYTES, folder: null };
    if (before.limitMegabytes === megabytes) return;
    await saveSetting(write, 'intake', { ...before, limitMegabytes: megabytes });
    write.journal({
      action: 'intake.limit-changed',
      subject: 'office',
      subjectId: 'intake',
      detail: { before: before.limitMegabytes, after: megabytes },
    });
  });
  return megabytes;
}

/**
 * Sets the folder that the scanner writes to, or none, and whether files stay in it once they were taken.
 * @throws StandingError `folder-unusable`
 */
export async function saveScanFolder(
  office: Office,
  { folder, leave }: { readonly folder: string | null; readonly leave: boolean },
): Promise<void> {
  if (folder !== null) await refuseUnusable(office, folder);
  await office.act(async (write) => {
    const before = (await settingIn(write, 'intake')) ?? { limitMegabytes: LIMIT_MEGABYTES, folder: null };
    if (before.folder === folder && (before.leave ?? false) === leave) return;
    await saveSetting(write, 'intake', { ...before, folder, leave });
    write.journal({
      action: 'intake.folder-changed',
      subject: 'office',
      subjectId: 'intake',
      detail: {
        before: { folder: before.folder, leave: before.leave ?? false },
        after: { folder, leave },
      },
    });
  });
}

async function refuseUnusable(office: Office, folder: string): Promise<void> {
  const why = (await isFolder(folder))
    ? isWithin(folder, office.folder) || isWithin(office.folder, folder)
      ? `${folder} holds the office itself, or lies in it.`
      : (await setting(office.reader, 'pointsFeed'))?.folder === folder
        ? `${folder} is watched for AMT’s online activities already.`
        : null
    : `There is no folder ${folder}.`;
  if (why === null) return;
  throw new StandingError(
    'folder-unusable',
    why,
    'Make a folder for the scanner alone, and choose that one.',
  );
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
