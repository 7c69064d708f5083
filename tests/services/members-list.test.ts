import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asReadable, openReadable } from '../../electron/db/connection.ts';
import { rebuildSearch } from '../../electron/db/search/rebuild.ts';
import { refreshListOf, refreshSearch } from '../../electron/db/search/refresh.ts';
import { exportMembers } from '../../electron/services/members-export.ts';
import { queryMembers } from '../../electron/services/members-list.ts';
import { MEMBER_SORTS, type MemberFilter, type MemberSort } from '../../shared/domain/members-list.ts';
import { addPerson, emptyOffice } from '../db/search/people.ts';

const office = emptyOffice();
const { sqlite } = office.db;
const view = { reader: asReadable(office.db) };
const page = (filter: MemberFilter, by: MemberSort = 'name', descending = false, offset = 0, limit = 100) =>
  queryMembers(view, { filter, sort: { by, descending }, offset, limit });
const listed = (...wanted: Parameters<typeof page>) => page(...wanted).rows.map(({ memberNo }) => memberNo);

interface Held {
  readonly code: string;
  readonly certifiedOn: string;
  readonly status?: string;
  readonly nextDueOn?: string;
  readonly owedCents?: number;
  readonly outstanding?: number;
  readonly cycleEnd?: string;
  readonly attention?: 'points_attention' | 'audit_open' | 'roll_blocked';
}

let certification = 0;

function certify(memberId: number, held: Held): number {
  certification += 1;
  sqlite
    .prepare('INSERT INTO certification (id, member_id, code, certified_on) VALUES (?, ?, ?, ?)')
    .run(certification, memberId, held.code, held.certifiedOn);
  if (held.status !== undefined) keepStanding(certification, held);
  return certification;
}

function keepStanding(id: number, held: Held): void {
  const flag = (name: string) => (held.attention === name ? 1 : 0);
  sqlite
    .prepare(
      `INSERT OR REPLACE INTO standing VALUES (?, '2026-11-22', ?, 1, '2025-05-01', ?, 30, 10, ?, 0, ?, ?, NULL, NULL, NULL, 0, ?, ?, ?)`,
    )
    .run(
      id,
      held.status,
      held.cycleEnd ?? '2028-04-30',
      held.outstanding ?? 0,
      held.nextDueOn ?? '2027-05-31',
      held.owedCents ?? 0,
      flag('points_attention'),
      flag('audit_open'),
      flag('roll_blocked'),
    );
}

beforeAll(() => {
  sqlite.exec('BEGIN');
  const adams = addPerson(office.db, {
    no: '999',
    first: 'Amy',
    last: 'Adams',
    city: 'Boston',
    state: 'MA',
    zip: '02101',
  });
  certify(adams, { code: 'RMA', certifiedOn: '2019-05-01', status: 'active' });
  const brown = addPerson(office.db, {
    no: '1000',
    first: 'Bo',
    last: 'Brown',
    city: 'austin',
    state: 'TX',
    zip: '73301',
  });
  certify(brown, { code: 'RMA', certifiedOn: '2019-05-01', status: 'active', nextDueOn: '2027-05-31' });
  certify(brown, {
    code: 'MT',
    certifiedOn: '2010-11-03',
    status: 'past-due',
    nextDueOn: '2026-11-30',
    owedCents: 2 * 50_00,
    outstanding: 45,
    cycleEnd: '2026-11-02',
    attention: 'points_attention',
  });
  const cruz = addPerson(office.db, {
    no: '1001',
    first: 'Cy',
    last: 'Cruz',
    email: '=cmd()@x.org',
    phone: '+1 512 555 0100',
  });
  certify(cruz, {
    code: 'MT',
    certifiedOn: '2012-01-15',
    status: 'lapsed',
    owedCents: 3 * 50_00,
    outstanding: 12,
    cycleEnd: '2024-01-14',
  });
  const diaz = addPerson(office.db, {
    no: '1002',
    first: 'Di',
    last: 'Díaz',
    city: 'Boston',
    state: 'MA',
    zip: '02199',
  });
  certify(diaz, {
    code: 'AHI',
    certifiedOn: '2001-11-30',
    status: 'due',
    nextDueOn: '2026-11-30',
    owedCents: 50_00,
    attention: 'audit_open',
  });
  const evans = addPerson(office.db, {
    no: '1003',
    first: 'Eve',
    last: 'Evans',
    city: 'Zion',
    state: 'IL',
    zip: '60099',
  });
  certify(evans, { code: 'RPT', certifiedOn: '2026-11-01' });
  addPerson(office.db, { no: 'A7', first: 'Fay', last: 'Ford' });
  rebuildSearch(sqlite);
  sqlite.exec('COMMIT');
});
afterAll(() => office.close());

const [ADAMS, BROWN, CRUZ, DIAZ, EVANS, FORD] = ['999', '1000', '1001', '1002', '1003', 'A7'];

describe('sorting', () => {
  test.each<readonly [MemberSort, readonly (string | undefined)[], readonly (string | undefined)[], string]>([
    [
      'name',
      [ADAMS, BROWN, CRUZ, DIAZ, EVANS, FORD],
      [FORD, EVANS, DIAZ, CRUZ, BROWN, ADAMS],
      'accents folded',
    ],
    [
      'memberNo',
      [FORD, ADAMS, BROWN, CRUZ, DIAZ, EVANS],
      [EVANS, DIAZ, CRUZ, BROWN, ADAMS, FORD],
      'as people count',
    ],
    [
      'city',
      [BROWN, ADAMS, DIAZ, EVANS, CRUZ, FORD],
      [EVANS, ADAMS, DIAZ, BROWN, CRUZ, FORD],
      'none comes last',
    ],
    [
      'state',
      [EVANS, ADAMS, DIAZ, BROWN, CRUZ, FORD],
      [BROWN, ADAMS, DIAZ, EVANS, CRUZ, FORD],
      'none comes last',
    ],
    [
      'zip',
      [ADAMS, DIAZ, EVANS, BROWN, CRUZ, FORD],
      [BROWN, EVANS, DIAZ, ADAMS, CRUZ, FORD],
      'none comes last',
    ],
    [
      'status',
      [ADAMS, DIAZ, BROWN, CRUZ, EVANS, FORD],
      [CRUZ, BROWN, DIAZ, ADAMS, EVANS, FORD],
      'the worst counts',
    ],
    [
      'nextDueOn',
      [BROWN, DIAZ, ADAMS, CRUZ, EVANS, FORD],
      [ADAMS, CRUZ, BROWN, DIAZ, EVANS, FORD],
      'the earliest counts',
    ],
    [
      'owedCents',
      [ADAMS, EVANS, FORD, DIAZ, BROWN, CRUZ],
      [CRUZ, BROWN, DIAZ, ADAMS, EVANS, FORD],
      'all together',
    ],
    [
      'pointsOutstanding',
      [ADAMS, DIAZ, EVANS, FORD, CRUZ, BROWN],
      [BROWN, CRUZ, ADAMS, DIAZ, EVANS, FORD],
      'the most counts',
    ],
    [
      'cycleEnd',
      [CRUZ, BROWN, ADAMS, DIAZ, EVANS, FORD],
      [ADAMS, DIAZ, BROWN, CRUZ, EVANS, FORD],
      'the earliest counts',
    ],
  ])('by %s', (by, ascending, descending) => {
    expect(listed({}, by, false)).toEqual(ascending);
    expect(listed({}, by, true)).toEqual(descending);
  });

  test('every sort shows everyone once', () => {
    for (const by of MEMBER_SORTS)
      for (const descending of [false, true]) expect(new Set(listed({}, by, descending)).size).toBe(6);
  });
});

describe('filtering', () => {
  test.each<readonly [string, MemberFilter, readonly (string | undefined)[]]>([
    ['nothing', {}, [ADAMS, BROWN, CRUZ, DIAZ, EVANS, FORD]],
    [
      'empty choices',
      { status: [], code: [], state: [], text: ' ' },
      [ADAMS, BROWN, CRUZ, DIAZ, EVANS, FORD],
    ],
    ['a status', { status: ['active'] }, [ADAMS, BROWN]],
    ['one of several statuses', { status: ['due', 'lapsed'] }, [CRUZ, DIAZ]],
    ['a certification', { code: ['RMA'] }, [ADAMS, BROWN]],
    ['a certification never evaluated', { code: ['RPT'] }, [EVANS]],
    ['a certification with a status', { code: ['MT'], status: ['past-due', 'lapsed'] }, [BROWN, CRUZ]],
    ['not the status of another certification', { code: ['RMA'], status: ['past-due'] }, []],
    ['a state', { state: ['MA'] }, [ADAMS, DIAZ]],
    ['one of several states', { state: ['TX', 'il'] }, [BROWN, EVANS]],
    ['an anniversary month', { anniversaryMonth: 11 }, [BROWN, DIAZ, EVANS]],
    ['month and status of one certification', { anniversaryMonth: 11, status: ['past-due'] }, [BROWN]],
    ['month and status of two certifications', { anniversaryMonth: 5, status: ['past-due'] }, []],
    ['month and code', { anniversaryMonth: 5, code: ['RMA'] }, [ADAMS, BROWN]],
    ['points', { attention: 'points-outstanding' }, [BROWN]],
    ['an open audit', { attention: 'audit-open' }, [DIAZ]],
    ['a blocked roll', { attention: 'roll-blocked' }, []],
    ['attention and code of two certifications', { attention: 'points-outstanding', code: ['RMA'] }, []],
    ['text of a name', { text: 'dia' }, [DIAZ]],
    ['text of a number', { text: '100' }, [BROWN, CRUZ, DIAZ, EVANS]],
    ['text that no one has', { text: 'qqqq' }, []],
    [
      'everything together',
      {
        text: 'bro',
        state: ['TX'],
        code: ['MT'],
        status: ['past-due'],
        anniversaryMonth: 11,
        attention: 'points-outstanding',
      },
      [BROWN],
    ],
  ])('by %s', (_, filter, expected) => {
    expect(listed(filter)).toEqual(expected);
    expect(page(filter).total).toBe(expected.length);
  });

  test('a filter keeps the order of the sort', () => {
    expect(listed({ state: ['MA', 'TX'] }, 'owedCents', true)).toEqual([BROWN, DIAZ, ADAMS]);
  });
});

describe('pages', () => {
  test('a row says what its columns say', () => {
    expect(page({ text: 'brown' }).rows).toEqual([
      {
        memberNo: '1000',
        name: 'Bo Brown',
        city: 'austin',
        state: 'TX',
        zip: '73301',
        email: '',
        phone: '',
        deceased: false,
        certifications: [
          { code: 'MT', status: 'past-due' },
          { code: 'RMA', status: 'active' },
        ],
        status: 'past-due',
        nextDueOn: '2026-11-30',
        owedCents: 2 * 50_00,
        pointsOutstanding: 45,
        cycleEnd: '2026-11-02',
      },
    ]);
    expect(page({ text: 'ford' }).rows[0]).toMatchObject({
      status: null,
      nextDueOn: null,
      cycleEnd: null,
      owedCents: 0,
    });
  });

  test.each([
    [0, 2, [ADAMS, BROWN]],
    [2, 2, [CRUZ, DIAZ]],
    [5, 2, [FORD]],
    [6, 2, []],
    [9999, 100, []],
  ])('from %i on, %i rows', (offset, limit, expected) => {
    expect(listed({}, 'name', false, offset, limit)).toEqual(expected);
    expect(page({}, 'name', false, offset, limit).total).toBe(6);
  });
});

describe('the beginning of a list', () => {
  test.each(MEMBER_SORTS.flatMap((by) => [false, true].map((descending) => [by, descending] as const)))(
    'by %s, descending %s, is that of the whole list',
    (by, descending) => {
      sqlite.exec("UPDATE member SET phone = phone WHERE member_no = '999'");
      const beginnings = [1, 2, 3, 4, 5, 6].map((rows) => listed({}, by, descending, 0, rows));
      const second = listed({}, by, descending, 2, 2);
      const narrowed = listed({ status: ['active', 'past-due', 'lapsed'] }, by, descending);
      const whole = listed({}, by, descending, 0, 1000);
      expect(beginnings).toEqual([1, 2, 3, 4, 5, 6].map((rows) => whole.slice(0, rows)));
      expect(second).toEqual(whole.slice(2, 4));
      expect(narrowed).toEqual(whole.filter((no) => [ADAMS, BROWN, CRUZ].includes(no)));
    },
  );
});

describe('after a change', () => {
  const adams = () =>
    sqlite.prepare<[], number>("SELECT id FROM member WHERE member_no = '999'").pluck().get() ?? 0;

  test('a new standing is listed, on this connection and on a reading one', () => {
    const reader = openReadable(office.file);
    const owing = (db: typeof view) =>
      queryMembers(db, {
        filter: { status: ['lapsed'] },
        sort: { by: 'name', descending: false },
        offset: 0,
        limit: 9,
      }).total;
    expect([owing(view), owing({ reader })]).toEqual([1, 1]);
    sqlite.transaction(() => {
      keepStanding(1, { code: 'RMA', certifiedOn: '2019-05-01', status: 'lapsed' });
      refreshListOf(sqlite, [1]);
    })();
    expect([owing(view), owing({ reader })]).toEqual([2, 2]);
    sqlite.transaction(() => {
      keepStanding(1, { code: 'RMA', certifiedOn: '2019-05-01', status: 'active' });
      refreshListOf(sqlite, [1]);
    })();
    expect([owing(view), owing({ reader })]).toEqual([1, 1]);
    reader.sqlite.close();
  });

  test('a renamed member moves to where the name belongs', () => {
    const rename = (last: string, sortName: string) =>
      sqlite.transaction(() => {
        sqlite
          .prepare("UPDATE member SET last_name = ?, sort_name = ? WHERE member_no = '999'")
          .run(last, sortName);
        refreshSearch(sqlite, [adams()]);
      })();
    expect(listed({})[0]).toBe(ADAMS);
    rename('Zuse', 'zuse amy');
    expect(listed({}).at(-1)).toBe(ADAMS);
    expect(listed({}, 'status')[0]).toBe(ADAMS);
    rename('Adams', 'adams amy');
    expect(listed({})).toEqual([ADAMS, BROWN, CRUZ, DIAZ, EVANS, FORD]);
  });
});

describe('export', () => {
  const file = join(dirname(office.file), 'members.csv');

  test('what is shown, in its order and columns, nothing that a spreadsheet would calculate', async () => {
    const columns = ['memberNo', 'name', 'certifications', 'owedCents', 'email', 'phone', 'cycleEnd'];
    const query = {
      filter: { status: ['past-due', 'lapsed'] as const },
      sort: { by: 'owedCents' as const, descending: true },
    };
    expect(await exportMembers(view, { ...query, columns }, file)).toEqual({ file, rows: 2 });
    expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
      'member_no,name,certifications,owed,email,phone,cycle_end',
      "1001,Cy Cruz,MT lapsed,150.00,'=cmd()@x.org,'+1 512 555 0100,2024-01-14",
      '1000,Bo Brown,"MT past-due; RMA active",100.00,,,2026-11-02',
      '',
    ]);
  });

  test('a column that the list does not have is refused before anything is written', async () => {
    const query = {
      filter: {},
      sort: { by: 'name' as const, descending: false },
      columns: ['name', 'password'],
    };
    await expect(exportMembers(view, query, join(dirname(office.file), 'other.csv'))).rejects.toMatchObject({
      code: 'column-unknown',
    });
    expect(readdirSync(dirname(office.file)).filter((name) => name.startsWith('other'))).toEqual([]);
  });

  test('a file that cannot be put in place leaves nothing behind', async () => {
    const query = { filter: {}, sort: { by: 'name' as const, descending: false }, columns: ['name'] };
    const folder = dirname(office.file);
    await expect(exportMembers(view, query, folder)).rejects.toThrow();
    expect(readdirSync(dirname(folder))).not.toContain(`${folder.split('/').at(-1)}.part`);
  });
});
