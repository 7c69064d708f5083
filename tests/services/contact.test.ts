import { describe, expect, test } from 'vitest';
import { rebuildSearch } from '../../electron/db/search/rebuild.ts';
import { refreshSearch } from '../../electron/db/search/refresh.ts';
import { checkJournal } from '../../electron/db/verify.ts';
import { type ContactChange, saveContact } from '../../electron/services/contact.ts';
import { lookup } from '../../electron/services/lookup.ts';
import type { Office } from '../../electron/services/office.ts';
import { addPerson } from '../db/search/people.ts';
import { emptyOffice, reopenOn, sampleOffice } from '../temp-office.ts';

const ADDRESS = {
  address1: '1 Main St',
  address2: '',
  city: 'Rosemont',
  state: 'IL',
  zip: '60018',
  country: 'US',
};

const CHANGE: ContactChange = {
  memberNo: '1',
  email: 'rosa.lee@mercy.org',
  phone: '(847) 823-5169',
  mailOk: true,
  emailOk: true,
  address: ADDRESS,
};

async function officeOfRosa(): Promise<Office> {
  const office = await emptyOffice();
  addPerson(office.db, { no: '1', first: 'Rosa', last: 'Lee', email: 'old.name@work.org', zip: '10001' });
  rebuildSearch(office.db.sqlite);
  return office;
}

const found = (office: Office, text: string) => lookup(office, text).map(({ memberNo }) => memberNo);

/** Everything that lookups and the members list read, by member instead of position. */
function searched({ db: { sqlite } }: Office) {
  const all = (sql: string) => sqlite.prepare(sql).raw().all();
  const words = sqlite
    .prepare<[], string>('SELECT word FROM name_word')
    .pluck()
    .all()
    .flatMap((word) => [word, `^${word}`]);
  const emails = sqlite.prepare<[], string>('SELECT email FROM member').pluck().all();
  const pieces = emails.flatMap((email) =>
    email
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .map((piece) => `@${piece}`),
  );
  const membersWith = sqlite
    .prepare<[string], string>(
      `SELECT group_concat(s.member_id ORDER BY s.member_id) FROM member_words w
       INNER JOIN member_search s ON s.position = w.rowid WHERE member_words MATCH ?`,
    )
    .pluck();
  return {
    order: all('SELECT member_id FROM member_search ORDER BY position'),
    entries: all(
      'SELECT member_id, number, phone, email, city, state, zip FROM member_search ORDER BY member_id',
    ),
    certificates: all('SELECT number, member_id FROM certificate_search ORDER BY 1, 2'),
    standings: all(
      'SELECT member_id, active, due, past_due, lapsed, unknown, months, attention FROM member_standing ORDER BY 1',
    ),
    words: new Map([...words, ...pieces].map((word) => [word, membersWith.get(`"${word}"`)])),
  };
}

describe('a changed contact', () => {
  test('is found at once by what it is now, not by what it was', async () => {
    const office = await officeOfRosa();
    await saveContact(office, CHANGE);
    for (const now of ['8478235169', 'rosalee@mercy', 'lee@mercy', '60018', 'rosa lee'])
      expect(found(office, now), now).toEqual(['1']);
    for (const before of ['name@work', 'oldname', '10001']) expect(found(office, before), before).toEqual([]);
  });

  test('is one entry of the journal with what was before and what is now', async () => {
    const office = await officeOfRosa();
    await saveContact(office, CHANGE);
    await saveContact(office, { ...CHANGE, phone: ' (847) 823-5169 ' });
    const entries = office.db.sqlite
      .prepare<[], { action: string; detail: string }>(
        "SELECT action, detail FROM journal WHERE subject = 'member'",
      )
      .all();
    expect(entries.map(({ action }) => action)).toEqual(['member.contact-changed']);
    const { memberNo, ...after } = CHANGE;
    expect(JSON.parse(entries[0]?.detail ?? '')).toEqual({
      before: {
        email: 'old.name@work.org',
        phone: '',
        mailOk: true,
        emailOk: true,
        address: { ...ADDRESS, address1: '1 Elm St', city: '', state: '', zip: '10001' },
      },
      after,
    });
    expect(memberNo).toBe('1');
  });

  test('keeps the address before with the day it ended, but for a second change on one day', async () => {
    const office = await officeOfRosa();
    const history = ({ db }: Office) =>
      db.sqlite
        .prepare('SELECT address1, valid_from, valid_to FROM postal_address ORDER BY valid_from, id')
        .raw()
        .all();
    await saveContact(office, CHANGE);
    await saveContact(office, { ...CHANGE, address: { ...ADDRESS, address1: '2 Main St' } });
    const before = ['1 Elm St', '2020-01-01', '2026-11-22'];
    expect(history(office)).toEqual([before, ['2 Main St', '2026-11-22', null]]);
    const later = await reopenOn(office, '2026-12-01');
    await saveContact(later, CHANGE);
    expect(history(later)).toEqual([
      before,
      ['2 Main St', '2026-11-22', '2026-12-01'],
      ['1 Main St', '2026-12-01', null],
    ]);
  });

  test('of a member without an address gives none where none is typed', async () => {
    const office = await officeOfRosa();
    const addresses = () => office.db.sqlite.prepare('SELECT count(*) FROM postal_address').pluck().get();
    office.db.sqlite.exec('DELETE FROM postal_address');
    const nothing = { address1: '', address2: ' ', city: '', state: '', zip: '', country: 'US' };
    await saveContact(office, { ...CHANGE, address: nothing });
    expect(found(office, 'rosa.lee@mercy.org')).toEqual(['1']);
    expect(addresses()).toBe(0);
    await saveContact(office, CHANGE);
    expect(addresses()).toBe(1);
  });

  test('of a member whose entry was not up to date puts the whole entry right', async () => {
    const office = await officeOfRosa();
    const { sqlite } = office.db;
    sqlite
      .prepare("UPDATE member SET last_name = 'Moss', sort_name = 'moss rosa', phone = '2175550143'")
      .run();
    await saveContact(office, { ...CHANGE, email: 'old.name@work.org' });
    expect(found(office, 'moss')).toEqual(['1']);
    expect(found(office, 'lee')).toEqual([]);
    sqlite.prepare('DELETE FROM member_search').run();
    await saveContact(office, CHANGE);
    expect(found(office, '8478235169')).toEqual(['1']);
  });

  test('that is refused changes nothing', async () => {
    const office = await officeOfRosa();
    const before = searched(office);
    await expect(saveContact(office, { ...CHANGE, memberNo: '2' })).rejects.toMatchObject({
      code: 'member-unknown',
    });
    await expect(saveContact(office, { ...CHANGE, phone: '4111 1111 1111 1111' })).rejects.toMatchObject({
      code: 'card-number',
    });
    expect(searched(office)).toEqual(before);
  });
});

test('after many changes of many members, everything searched is as a rebuild makes it', async () => {
  const office = await sampleOffice(60);
  const { sqlite } = office.db;
  const members = sqlite
    .prepare<[], { id: number; member_no: string; email: string; phone: string }>('SELECT * FROM member')
    .all();
  for (const [index, { id, member_no, email, phone }] of members.entries()) {
    const kept = { ...CHANGE, memberNo: member_no, email, phone };
    const changes: readonly ContactChange[] = [
      { ...kept, phone: `217-555-${String(1000 + index)}` },
      { ...kept, email: `a${index}.of-${index}@mercy.org` },
      { ...kept, email: `a${index}of-${index}@mercy.org`, address: { ...ADDRESS, zip: `6${1000 + index}` } },
      { ...kept, email: '', phone: '', mailOk: false },
    ];
    for (const change of changes.slice(0, 1 + (index % 4))) await saveContact(office, change);
    if (index % 5 === 0)
      await office.act((write) => {
        sqlite.prepare('UPDATE certification SET certificate_no = ? WHERE member_id = ?').run(null, id);
        refreshSearch(sqlite, [id]);
        write.journal({ action: 'test', subject: 'member', subjectId: member_no, detail: null });
      });
  }
  const now = searched(office);
  rebuildSearch(sqlite);
  expect(searched(office)).toEqual(now);
  expect(checkJournal(sqlite).brokenAt).toBe(null);
});
