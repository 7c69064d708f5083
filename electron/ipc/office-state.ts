import type { OfficeState } from '../../shared/domain/office.ts';
import { memberCount } from '../repositories/member-count.ts';
import { setting } from '../repositories/settings.ts';
import type { OfficeView } from '../services/office.ts';
import { officeProfile } from '../services/profile.ts';
import type { ThreadStart } from './messages.ts';

/** What the window shows before anything else. @param view null while no office is open */
export async function officeState(
  view: OfficeView | null,
  start: ThreadStart,
  today: string,
): Promise<OfficeState> {
  const { actor, version, defaultFolder, sampleFolder } = start;
  return {
    office: view === null ? null : await openOffice(view),
    notOpened: null,
    today,
    actor,
    version,
    defaultFolder,
    sampleFolder,
  };
}

async function openOffice(view: OfficeView): Promise<NonNullable<OfficeState['office']>> {
  return {
    folder: view.folder,
    profile: await officeProfile(view),
    sample: (await setting(view.reader, 'sample')) ?? false,
    members: await memberCount(view.reader),
  };
}
