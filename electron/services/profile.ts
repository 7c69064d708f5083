import type { OfficeProfile } from '../../shared/domain/notice.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { profileSchema } from '../../shared/ipc/profile-schema.ts';
import { saveSetting, setting } from '../repositories/settings.ts';
import { refuseCardNumbers } from './card-numbers.ts';
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

/** A profile from a file. @throws StandingError `profile-invalid` naming the offending value */
export function parseProfile(json: unknown): OfficeProfile {
  const parsed = profileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StandingError(
    'profile-invalid',
    `The profile is not valid at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`,
    'Start from what “profile --json” shows.',
  );
}

/** Changes it for every run prepared from now on; prepared runs keep theirs. */
export async function saveProfile(office: Office, profile: OfficeProfile): Promise<OfficeProfile> {
  const { name, address, phone, email, website } = profile;
  refuseCardNumbers([name, phone, email, website, ...Object.values(address)]);
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
