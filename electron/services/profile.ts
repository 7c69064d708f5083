import type { OfficeProfile } from '../../shared/domain/notice.ts';
import { saveSetting, setting } from '../repositories/settings.ts';
import type { Office, OfficeView } from './office.ts';

const UNNAMED: OfficeProfile = {
  name: '',
  address: { address1: '', address2: '', city: '', state: '', zip: '', country: 'US' },
  phone: '',
  email: '',
  website: '',
  logo: null,
};

/** The office as it appears on paper; empty until Settings was filled in. */
export async function officeProfile(view: Pick<OfficeView, 'reader'>): Promise<OfficeProfile> {
  return (await setting(view.reader, 'profile')) ?? UNNAMED;
}

/** Changes it for every run prepared from now on; prepared runs keep theirs. */
export async function saveProfile(office: Office, profile: OfficeProfile): Promise<OfficeProfile> {
  const before = await officeProfile(office);
  await office.act(async (write) => {
    await saveSetting(write, 'profile', profile);
    write.journal({
      action: 'office.profile-changed',
      subject: 'office',
      subjectId: 'profile',
      detail: { before: withoutLogo(before), after: withoutLogo(profile) },
    });
  });
  return profile;
}

function withoutLogo(profile: OfficeProfile): object {
  return { ...profile, logo: profile.logo === null ? null : `${profile.logo.length} characters` };
}
