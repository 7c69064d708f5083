import { StandingError } from '../../../shared/ipc/errors.ts';
import { saveSetting, settingIn } from '../../repositories/settings.ts';
import type { Office } from '../office.ts';
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
