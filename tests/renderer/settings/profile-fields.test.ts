import { expect, test } from 'vitest';
import { byteWords } from '../../../renderer/features/settings/byte-words.ts';
import { initials } from '../../../renderer/features/settings/initials.ts';
import { fieldsOf, profileFaults, profileOf } from '../../../renderer/features/settings/profile-fields.ts';
import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import { profileSchema } from '../../../shared/ipc/profile-schema.ts';

const PROFILE: OfficeProfile = {
  name: 'Office of Certification',
  address: {
    address1: '10700 W Higgins Rd',
    address2: 'Ste 150',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  },
  phone: '847-823-5169',
  email: 'office@example.org',
  website: 'example.org',
  logo: null,
};
const FIELDS = fieldsOf(PROFILE);

test('a profile is the same after it went through the form, and may be saved', () => {
  expect(profileOf(FIELDS, null, PROFILE)).toEqual(PROFILE);
  expect(profileSchema.parse(profileOf(FIELDS, null, PROFILE))).toEqual(PROFILE);
});

test('spaces around go, a state is in capitals', () => {
  const typed = { ...FIELDS, name: ' Office of Certification ', state: 'il' };
  expect(profileOf(typed, null, PROFILE)).toEqual(PROFILE);
});

test.each([
  { name: 'as it is', change: {}, wrong: [] },
  { name: 'without a name', change: { name: ' ' }, wrong: ['name'] },
  { name: 'without a street', change: { address1: '' }, wrong: ['address1'] },
  { name: 'without a city', change: { city: '' }, wrong: ['city'] },
  { name: 'with a state in full', change: { state: 'Illinois' }, wrong: ['state'] },
  { name: 'with a short ZIP', change: { zip: '6001' }, wrong: ['zip'] },
  { name: 'with ZIP+4', change: { zip: '60018-1234' }, wrong: [] },
  { name: 'without e-mail', change: { email: '' }, wrong: [] },
  { name: 'with half an e-mail address', change: { email: 'office@' }, wrong: ['email'] },
])('a profile $name', ({ change, wrong }) => {
  expect(Object.keys(profileFaults({ ...FIELDS, ...change }))).toEqual(wrong);
});

test.each([
  { name: 'American Medical Technologists (sample office)', seal: 'AMT' },
  { name: 'Office of Certification', seal: 'OC' },
  { name: 'Board of Registered Medical Assistants International', seal: 'BRM' },
  { name: '', seal: '' },
])('the seal of “$name”', ({ name, seal }) => {
  expect(initials(name)).toBe(seal);
});

test.each([
  { bytes: 1, words: '1 byte' },
  { bytes: 999, words: '999 bytes' },
  { bytes: 1_000, words: '1 kB' },
  { bytes: 12_400_000, words: '12.4 MB' },
  { bytes: 999_960, words: '1 MB' },
  { bytes: 3_000_000_000_000, words: '3 TB' },
])('$bytes bytes are $words', ({ bytes, words }) => {
  expect(byteWords(bytes)).toBe(words);
});
