import { expect, test } from 'vitest';
import {
  emailFaults,
  emailFieldsOf,
  mailSettingsOf,
  portFor,
} from '../../../renderer/features/settings/email-fields.ts';
import { settingsFor } from '../../mail/start-server.ts';

const saved = settingsFor(587);
const fields = emailFieldsOf(saved);

test('what is saved comes back from the fields as it was', () => {
  expect(mailSettingsOf(fields, saved)).toEqual(saved);
  expect(emailFaults(fields)).toEqual({});
});

test.each([
  ['host', { host: ' ' }],
  ['port', { port: '70000' }],
  ['port', { port: 'x' }],
  ['from', { from: 'office' }],
  ['replyTo', { replyTo: 'office' }],
  ['perMinute', { perMinute: '0' }],
  ['unsubscribe', { unsubscribe: 'a b@c' }],
  ['unsubscribeUrl', { unsubscribeUrl: 'http://example.org' }],
])('%s is at fault in %o', (field, change) => {
  expect(Object.keys(emailFaults({ ...fields, ...change }))).toEqual([field]);
});

test('a folder needs no server', () => {
  expect(emailFaults({ ...fields, delivery: 'folder', host: '' })).toEqual({});
});

test('the usual port follows the kind of connection, an own one stays', () => {
  expect(portFor('tls', '587')).toBe('465');
  expect(portFor('starttls', '465')).toBe('587');
  expect(portFor('tls', '2525')).toBe('2525');
});
