import { expect, test } from 'vitest';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { drawAudit } from '../../electron/services/audit/draw.ts';
import { auditForCause } from '../../electron/services/audit/for-cause.ts';
import { saveContact } from '../../electron/services/contact.ts';
import { noteBounce } from '../../electron/services/email/bounces.ts';
import { invoiceFee } from '../../electron/services/fees/change-fee.ts';
import { saveManagers } from '../../electron/services/managers.ts';
import { prepareRenewals } from '../../electron/services/notices/prepare.ts';
import { printRun } from '../../electron/services/notices/print.ts';
import { markSpoiled } from '../../electron/services/notices/spoiled.ts';
import type { Office } from '../../electron/services/office.ts';
import { openDeposit } from '../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../electron/services/payments/enter.ts';
import { officeProfile, saveProfile } from '../../electron/services/profile.ts';
import { saveSignature } from '../../electron/services/stationery.ts';
import { hasCardNumber, maskCardNumbers } from '../../shared/domain/card-number.ts';
import { sampleOffice, TODAY, tempFolder } from '../temp-office.ts';

const CARD = 'paid with 4111-1111-1111-1111';
const ROSA = '700412';
const ADDRESS = {
  address1: '1 Elm St',
  address2: '',
  city: 'Elgin',
  state: 'IL',
  zip: '60120',
  country: 'US',
};

async function enter(office: Office, more: object): Promise<unknown> {
  const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 50_00 });
  return enterRemittance(office, {
    ...{ deposit, receivedOn: TODAY, method: 'card', amountCents: 50_00, reference: '', payer: '', note: '' },
    ...{ parts: [], confirmDuplicate: true, ...more },
  });
}

const contact = (office: Office, more: object, address: object = {}) =>
  saveContact(office, {
    ...{ memberNo: ROSA, email: '', phone: '', mailOk: true, emailOk: true, ...more },
    address: { ...ADDRESS, ...address },
  });

const FIELDS: readonly (readonly [field: string, type: (office: Office) => Promise<unknown>])[] = [
  ['the cheque’s number', (office) => enter(office, { reference: CARD })],
  ['who paid', (office) => enter(office, { payer: CARD })],
  ['the note', (office) => enter(office, { note: CARD })],
  [
    'a fee’s reason',
    (office) => invoiceFee(office, { memberNo: ROSA, code: 'RMA', yearStart: '2027-05-01', reason: CARD }),
  ],
  ['an e-mail address', (office) => contact(office, { email: '4111111111111111@example.org' })],
  ['a phone', (office) => contact(office, { phone: '4111 1111 1111 1111' })],
  ['a street', (office) => contact(office, {}, { address2: CARD })],
  ['a state', (office) => contact(office, {}, { state: '4111111111111111' })],
  ['a ZIP', (office) => contact(office, {}, { zip: '4111 1111 1111 1111' })],
  ['why an e-mail came back', (office) => noteBounce(office, { who: ROSA, reason: CARD })],
  [
    'why an audit is opened',
    (office) => auditForCause(office, { memberNo: ROSA, code: 'RMA', reason: CARD }, TODAY),
  ],
  [
    'why an audit is drawn again',
    (office) =>
      drawAudit(office, { year: 2026, rate: 1, size: null, seed: 'a', reason: CARD }, TODAY, unwatchedWork()),
  ],
  ['a manager’s name', (office) => saveManagers(office, [CARD])],
  [
    'the office’s name',
    async (office) => saveProfile(office, { ...(await officeProfile(office)), name: CARD }),
  ],
  ['who signs', (office) => saveSignature(office, { image: null, name: 'Maya', title: CARD })],
  [
    'why a sheet was spoiled',
    async (office) => {
      const { run } = await prepareRenewals(
        office,
        { month: '2026-12', asOf: TODAY, again: false },
        unwatchedWork(),
      );
      await printRun(
        office,
        { run, from: null, to: null, outFile: `${tempFolder()}/run.pdf` },
        unwatchedWork(),
      );
      return markSpoiled(office, { run, sheets: '1', reason: CARD });
    },
  ],
];

test('no field keeps what looks like a card number, and nothing of it is written anywhere', async () => {
  const office = await sampleOffice(40);
  for (const [field, type] of FIELDS)
    await expect(type(office), field).rejects.toMatchObject({ code: 'card-number' });
  const journal = office.db.sqlite
    .prepare("SELECT count(*) FROM journal WHERE detail LIKE '%4111%'")
    .pluck()
    .get();
  expect(journal).toBe(0);
});

test.each([
  ['its expiry behind it', 'paid 4111 1111 1111 1111 12/26', 'paid •••• 1111 12/26'],
  ['its security code behind it', '4111111111111111 123', '•••• 1111 123'],
  ['a day before it', '2026-11-22 4111-1111-1111-1111', '2026-11-22 •••• 1111'],
  ['a year before it', '2026 4111 1111 1111 1111', '2026 •••• 1111'],
  ['American Express’s groups', '3782 822463 10005 12', '•••• 0005 12'],
  ['certified mail', 'Certified mail 7021 0950 0001 2345 6789', null],
  ['a tracking number', '9205 5555 5555 5555 4444 00', null],
  ['two telephones', '555-123-4567 555-987-6543', null],
])('a card number with %s', (_what, text, masked) => {
  expect(maskCardNumbers(text)).toBe(masked ?? text);
  expect(hasCardNumber(text)).toBe(masked !== null);
});
