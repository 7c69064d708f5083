import { expect, test } from 'vitest';
import { recognition, saveRecognition } from '../../../electron/services/intake/recognition.ts';
import { suggestionsNamed } from '../../../electron/services/intake/suggestions-named.ts';
import { lookup } from '../../../electron/services/lookup.ts';
import { auditedOffice } from './audited-office.ts';

test('a name read on a page suggests the members who have it whole, with their open cases; it files nothing', async () => {
  const { office, audited } = await auditedOffice(1);
  const { memberNo = '' } = audited[0] ?? {};
  const name = lookup(office, memberNo, 1)[0]?.name ?? '';
  const [first = '', last = ''] = [name.split(' ')[0], name.split(' ').at(-1)];
  for (const written of [name, name.toUpperCase(), `${first} Q. ${last}, RMA`]) {
    const found = await suggestionsNamed(office, [written]);
    expect(found, written).toContainEqual(
      expect.objectContaining({ memberNo, because: `“${written}” is read on the page` }),
    );
    expect(found.find((one) => one.memberNo === memberNo)?.cases).toHaveLength(1);
  }
  expect(await suggestionsNamed(office, [first, `${first} Zzyzx`, ''])).toEqual([]);
});

test('the office switches the reading of scans off and on, each with its entry in the journal', async () => {
  const { office } = await auditedOffice(0);
  expect(await recognition(office)).toBe(true);
  const before = entries();
  await saveRecognition(office, true);
  expect(entries()).toBe(before);
  await saveRecognition(office, false);
  expect(await recognition(office)).toBe(false);
  expect(entries()).toBe(before + 1);

  function entries() {
    return office.db.sqlite.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0;
  }
});
