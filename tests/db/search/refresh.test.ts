import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asReadable } from '../../../electron/db/connection.ts';
import { findMembers } from '../../../electron/db/search/find.ts';
import { type GentleRebuild, gentleRebuild } from '../../../electron/db/search/gentle-rebuild.ts';
import { membersAt } from '../../../electron/db/search/hits.ts';
import { ensureSearch, rebuildSearch } from '../../../electron/db/search/rebuild.ts';
import { refreshSearch } from '../../../electron/db/search/refresh.ts';
import { queryMembers } from '../../../electron/services/members-list.ts';
import { addPerson, emptyOffice, PEOPLE } from './people.ts';

let office: ReturnType<typeof emptyOffice>;
const sqlite = () => office.db.sqlite;
const found = (text: string) =>
  membersAt(
    sqlite(),
    findMembers(sqlite(), text, 20)
      .entries()
      .map(([position]) => position),
  ).map((member) => member.member_no);
const inNameOrder = () =>
  queryMembers(
    { reader: asReadable(office.db) },
    { filter: {}, sort: { by: 'name', descending: false }, offset: 0, limit: 5000 },
  ).rows.map(({ memberNo }) => memberNo);
const bySortName = () =>
  sqlite().prepare<[], string>('SELECT member_no FROM member ORDER BY sort_name, id').pluck().all();

beforeEach(() => {
  office = emptyOffice();
});
afterEach(() => office.close());

describe('refreshing', () => {
  test('a renamed member is found by the new name, not by the old one', () => {
    const id = addPerson(office.db, { no: '1', first: 'Rosa', last: 'Featherstonehaugh' });
    rebuildSearch(sqlite());
    sqlite()
      .prepare("UPDATE member SET last_name = 'Ångström', sort_name = 'angstrom rosa' WHERE id = ?")
      .run(id);
    refreshSearch(sqlite(), [id]);
    expect(found('angstr')).toEqual(['1']);
    expect(found('ngstro')).toEqual(['1']);
    expect(found('angtsrom')).toEqual(['1']);
    expect(found('featherstonehaugh')).toEqual([]);
  });

  test.each([
    ['phone', "UPDATE member SET phone = '512-555-0100' WHERE id = ?", '5125550100', '8478235169'],
    ['e-mail', "UPDATE member SET email = 'new.name@work.org' WHERE id = ?", 'name@work', 'feather@mercy'],
    ['ZIP', "UPDATE postal_address SET zip = '10001' WHERE member_id = ?", '10001', '60018'],
    [
      'certificate',
      "UPDATE certification SET certificate_no = 'X-9' WHERE member_id = ?",
      'x9',
      'rma0012345',
    ],
  ])('a changed %s', (_, sql, now, before) => {
    const [rosa] = PEOPLE;
    if (rosa === undefined) throw new Error('no one to change');
    const id = addPerson(office.db, rosa);
    rebuildSearch(sqlite());
    expect(found(before)).toEqual(['700412']);
    sqlite().prepare(sql).run(id);
    refreshSearch(sqlite(), [id]);
    expect(found(now)).toEqual(['700412']);
    expect(found(before)).toEqual([]);
  });

  test('an earlier address is not searched', () => {
    const id = addPerson(office.db, { no: '1', first: 'Rosa', last: 'Lee', zip: '60018' });
    sqlite().prepare("UPDATE postal_address SET valid_to = '2021-01-01' WHERE member_id = ?").run(id);
    rebuildSearch(sqlite());
    expect(found('60018')).toEqual([]);
  });

  test('a member who is gone is found no more', () => {
    const id = addPerson(office.db, { no: '1', first: 'Rosa', last: 'Lee' });
    rebuildSearch(sqlite());
    for (const table of ['member_standing', 'member_search']) sqlite().prepare(`DELETE FROM ${table}`).run();
    rebuildSearch(sqlite());
    sqlite().pragma('foreign_keys = OFF');
    sqlite().prepare('DELETE FROM postal_address').run();
    sqlite().prepare('DELETE FROM member WHERE id = ?').run(id);
    refreshSearch(sqlite(), [id]);
    expect(found('rosa')).toEqual([]);
    expect(inNameOrder()).toEqual([]);
  });

  test('rolled back with the change it belongs to', () => {
    const id = addPerson(office.db, { no: '1', first: 'Rosa', last: 'Lee' });
    rebuildSearch(sqlite());
    sqlite().exec('BEGIN');
    sqlite().prepare("UPDATE member SET last_name = 'Other', sort_name = 'other rosa' WHERE id = ?").run(id);
    refreshSearch(sqlite(), [id]);
    sqlite().exec('ROLLBACK');
    expect(found('lee')).toEqual(['1']);
    expect(found('other')).toEqual([]);
  });

  test('members added one by one stand in the order of names, as after a rebuild', () => {
    for (const person of PEOPLE) refreshSearch(sqlite(), [addPerson(office.db, person)]);
    expect(inNameOrder()).toEqual(bySortName());
    const one = ['s', 'smith', '70', 'rosa', 'jon smi'].map(found);
    rebuildSearch(sqlite());
    expect(['s', 'smith', '70', 'rosa', 'jon smi'].map(found)).toEqual(one);
  });

  test('more members between two neighbours than there is room for are all there', () => {
    rebuildSearch(sqlite());
    sqlite().exec('BEGIN');
    for (let n = 0; n < 60; n++) {
      const last = `Lee${'a'.repeat(n)}`;
      refreshSearch(sqlite(), [addPerson(office.db, { no: `${n}`, first: 'Ann', last })]);
    }
    sqlite().exec('COMMIT');
    expect(inNameOrder().toSorted()).toEqual(bySortName().toSorted());
    expect(found('leeaaaa ann').length).toBe(20);
  });

  test('many at once', () => {
    sqlite().exec('BEGIN');
    const ids = Array.from({ length: 1500 }, (_, n) =>
      addPerson(office.db, { no: `${n}`, first: 'Ann', last: `Lee${n}` }),
    );
    refreshSearch(sqlite(), ids);
    sqlite().exec('COMMIT');
    expect(found('lee1499')).toEqual(['1499']);
    expect(inNameOrder()).toEqual(bySortName());
  });
});

const nextTables = () =>
  sqlite().prepare("SELECT name FROM sqlite_schema WHERE name LIKE '%_next%'").pluck().all();

describe('a rebuild in many transactions', () => {
  /** Fills in steps as small as can be. @returns how many */
  const fill = (rebuild: GentleRebuild, between: (step: number) => void): number => {
    for (let step = 1; ; step++) {
      const deadline = step === 1 ? 0.000_001 : 0.001;
      if (sqlite().transaction(() => rebuild.fill(deadline))()) return step;
      between(step);
    }
  };
  const finish = (rebuild: GentleRebuild) => {
    sqlite().transaction(() => rebuild.finish())();
    rebuild.end();
  };
  const rename = (id: number, last: string) =>
    sqlite().transaction(() => {
      sqlite()
        .prepare('UPDATE member SET last_name = ?, sort_name = ? WHERE id = ?')
        .run(last, `${last.toLowerCase()} ann`, id);
      refreshSearch(sqlite(), [id]);
    })();
  const newName = (step: number) => `Lee${String((step * 131) % 1200).padStart(4, '0')}b${step}z`;
  const addMany = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      addPerson(office.db, { no: `${n}`, first: 'Ann', last: `Lee${String(n).padStart(4, '0')}` }),
    );

  test('lookups find all through it, and what changes at any step is found then and afterwards', () => {
    const ids = sqlite().transaction(() => addMany(1200))();
    rebuildSearch(sqlite());
    const rebuild = gentleRebuild(sqlite());
    const steps = fill(rebuild, (step) => {
      const id = ids[(step * 97) % 1111] ?? 0;
      rename(id, `Zeta${'abcdefghijklmnopqrstuvwxyz'[step % 26]}${step}z`);
      const no = `new${step}`;
      const added = addPerson(office.db, { no, first: 'Bea', last: newName(step) });
      refreshSearch(sqlite(), [added]);
      expect(found(newName(step))).toEqual([no]);
      expect(found('lee1111')).toEqual(['1111']);
    });
    expect(steps).toBeGreaterThan(10);
    finish(rebuild);
    expect(inNameOrder()).toEqual(bySortName());
    for (let step = 1; step < steps; step++) expect(found(newName(step))).toEqual([`new${step}`]);
    expect(found('zetab1z')).toHaveLength(1);
    expect(nextTables()).toEqual([]);
  });

  test('gives each index, and each table put to use, a transaction of its own, however much time there is', () => {
    sqlite().transaction(() => addMany(1200))();
    const indexes = () =>
      sqlite()
        .prepare<[], number>(
          "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name LIKE '%_next'",
        )
        .pluck()
        .get() ?? 0;
    const rebuild = gentleRebuild(sqlite());
    let [filled, most] = [false, 0];
    while (!filled) {
      const before = indexes();
      filled = sqlite().transaction(() => rebuild.fill(Number.POSITIVE_INFINITY))();
      most = Math.max(most, indexes() - before);
    }
    expect(most).toBe(1);
    finish(rebuild);
    expect(inNameOrder()).toEqual(bySortName());
  });

  test('another rebuild meanwhile, even one rolled back, loses nothing', () => {
    sqlite().transaction(() => addMany(1200))();
    const rebuild = gentleRebuild(sqlite());
    fill(rebuild, (step) => {
      if (step !== 3) return;
      sqlite().exec('BEGIN');
      rebuildSearch(sqlite());
      sqlite().exec('ROLLBACK');
    });
    finish(rebuild);
    expect(inNameOrder()).toEqual(bySortName());
    expect(found('lee0007')).toEqual(['7']);
  });

  test('leaves the words in one segment, through which alone lookups go', () => {
    sqlite().transaction(() => addMany(3000))();
    const segments = (table: string) =>
      sqlite().prepare<[], number>(`SELECT count(DISTINCT segid) FROM ${table}_idx`).pluck().get();
    const rebuild = gentleRebuild(sqlite());
    let most = 0;
    fill(rebuild, () => {
      most = Math.max(most, segments('member_words_next') ?? 0);
    });
    finish(rebuild);
    expect(most).toBeGreaterThan(1);
    expect(segments('member_words')).toBe(1);
    expect(found('lee2999')).toEqual(['2999']);
  });

  test('given up, it leaves what there was', () => {
    sqlite().transaction(() => addMany(1200))();
    rebuildSearch(sqlite());
    const rebuild = gentleRebuild(sqlite());
    sqlite().transaction(() => rebuild.fill(5))();
    rebuild.end();
    expect(nextTables()).toEqual([]);
    expect(inNameOrder()).toEqual(bySortName());
  });
});

describe('covering everyone', () => {
  test('members loaded without the search are found once it is ensured', () => {
    addPerson(office.db, { no: '1', first: 'Rosa', last: 'Lee' });
    expect(found('rosa')).toEqual([]);
    ensureSearch(sqlite());
    expect(found('rosa')).toEqual(['1']);
  });

  test('words that many changes left in many segments are merged, and found as before', () => {
    const ids = PEOPLE.map((person) => addPerson(office.db, person));
    rebuildSearch(sqlite());
    const segments = () =>
      sqlite().prepare<[], number>('SELECT count(DISTINCT segid) FROM member_words_idx').pluck().get();
    for (let turn = 0; (segments() ?? 0) <= 8 && turn < 1000; turn++)
      refreshSearch(sqlite(), [ids[turn % ids.length] ?? 0]);
    expect(segments()).toBeGreaterThan(8);
    const before = ['s', 'smith', 'rosa', 'jon smi'].map(found);
    ensureSearch(sqlite());
    expect(segments()).toBe(1);
    expect(['s', 'smith', 'rosa', 'jon smi'].map(found)).toEqual(before);
  });

  test('the indexes are all there again after a rebuild', () => {
    const indexes = () =>
      sqlite()
        .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'index' ORDER BY name")
        .pluck()
        .all()
        // Names take turns, and a renamed table's name is quoted.
        .map((sql) => sql?.replace(/_b ON/, ' ON').replaceAll('"', ''));
    const before = indexes();
    expect(before.length).toBeGreaterThan(10);
    for (const _ of ['first', 'second', 'third']) {
      rebuildSearch(sqlite());
      expect(indexes()).toEqual(before);
    }
  });

  test('a rebuild that a crash broke off is made anew, however many members there are', () => {
    const id = addPerson(office.db, { no: '1', first: 'Rosa', last: 'Lee' });
    rebuildSearch(sqlite());
    gentleRebuild(sqlite()).fill(0);
    gentleRebuild(sqlite()).fill(1000);
    sqlite().prepare("UPDATE member SET last_name = 'Other', sort_name = 'other rosa' WHERE id = ?").run(id);
    ensureSearch(sqlite());
    expect(found('other')).toEqual(['1']);
    expect(nextTables()).toEqual([]);
  });
});
