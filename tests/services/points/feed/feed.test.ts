import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rebuildSearch } from '../../../../electron/db/search/rebuild.ts';
import { unwatchedWork } from '../../../../electron/jobs/work.ts';
import type { Office } from '../../../../electron/services/office.ts';
import { feedFiles, takeFolder, watchFolder } from '../../../../electron/services/points/feed/folder.ts';
import {
  assignRow,
  dismissRow,
  feedRows,
  feedState,
  undoRow,
} from '../../../../electron/services/points/feed/queue.ts';
import { takeFeed } from '../../../../electron/services/points/feed/take.ts';
import { memberPoints } from '../../../../electron/services/points/member-points.ts';
import { explain } from '../../../../electron/services/standing.ts';
import { steadyFiles } from '../../../../electron/services/watched-folder/sight.ts';
import type { FeedReport, FeedRow } from '../../../../shared/domain/feed.ts';
import { reopenOn, TODAY, tempFolder } from '../../../temp-office.ts';
import { ANN, moneyFaults } from '../../payments/small-office.ts';
import { BO, draft, enter, LAPSING, pointsOffice } from '../points-office.ts';

const HEADER = 'external_id,member_no,first_name,last_name,email,title,completed_on,hours,points';
const GOOD = `c-1,${ANN},Ann,Lee,,Bloodborne Pathogens,2026-10-01,1,2.5`;

async function feedOffice(): Promise<Office> {
  const office = await pointsOffice();
  const mails: readonly (readonly [string, string])[] = [
    [ANN, 'ann@example.org'],
    [BO, 'shared@example.org'],
    [LAPSING, 'shared@example.org'],
  ];
  for (const [memberNo, email] of mails)
    office.db.sqlite.prepare('UPDATE member SET email = ? WHERE member_no = ?').run(email, memberNo);
  rebuildSearch(office.db.sqlite);
  return office;
}

function file(rows: readonly string[], header = HEADER, name = 'online.csv', folder = tempFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, [header, ...rows].join('\n'));
  return path;
}

function take(office: Office, rows: readonly string[], header = HEADER): Promise<FeedReport> {
  return takeFeed(office, { file: file(rows, header), origin: 'command' }, unwatchedWork());
}

async function waiting(office: Office): Promise<readonly FeedRow[]> {
  return (await feedRows(office, { state: 'waiting', offset: 0, limit: 50 })).rows;
}

async function counted(office: Office, memberNo: string): Promise<readonly number[]> {
  return (await explain(office, memberNo, TODAY)).map(({ cycle }) => cycle.counted);
}

describe('SC-CCP-8: an online activity is recorded automatically', () => {
  const cases: readonly (readonly [why: string, row: string, memberNo: string])[] = [
    ['by the member’s number and name', GOOD, ANN],
    ['by the number alone', `c-1,${ANN},,,,Bloodborne Pathogens,2026-10-01,1,2.5`, ANN],
    [
      'by an e-mail address that is one member’s alone',
      'c-1,,Ann,Lee,ANN@example.org,Bloodborne Pathogens,2026-10-01,,2.5',
      ANN,
    ],
    [
      'whatever accents and case the name has',
      `c-1,${ANN},ANN,LÉE,,Bloodborne Pathogens,10/01/2026,,2.5`,
      ANN,
    ],
  ];
  test.each(cases)('%s', async (_why, row, memberNo) => {
    const office = await feedOffice();
    expect(await take(office, [row])).toMatchObject({ rows: 1, recorded: 1, known: 0, queued: 0 });
    const [activity] = (await memberPoints(office, memberNo, TODAY)).activities;
    expect(activity).toMatchObject({
      title: 'Bloodborne Pathogens',
      source: 'amt-online',
      granted: 2.5,
      externalId: 'c-1',
      provider: 'AMT',
      criteria: { job: false, knowledge: true, degree: false },
      countedFor: [{ counts: true }, { counts: true }],
    });
    expect(await counted(office, memberNo)).toEqual([2.5, 2.5]);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('once, however often its row comes', async () => {
    const office = await feedOffice();
    const entries = () => office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get();
    await take(office, [GOOD, GOOD, 'c-8,,Ann,Lee,,Course,2026-10-01,,1']);
    const before = entries();
    await take(office, [GOOD, GOOD, 'c-8,,Ann,Lee,,Course,2026-10-01,,1']);
    expect(entries()).toBe(before);
    expect(await take(office, [GOOD])).toMatchObject({ recorded: 0, known: 1, queued: 0 });
    expect(await take(office, [`${GOOD}`, `c-2,${ANN},,,,Ethics,2026-10-02,,1`])).toMatchObject({
      recorded: 1,
      known: 1,
    });
    expect(await counted(office, ANN)).toEqual([3.5, 3.5]);
  });

  test('once, where an imported file brought it already', async () => {
    const office = await feedOffice();
    office.db.sqlite
      .prepare(
        `INSERT INTO activity (member_id, category, title, completed_on, points, criteria, source, external_id)
         SELECT id, 'professional-education', 'Bloodborne Pathogens', '2026-10-01', 2.5, 2, 'amt-online', 'c-1' FROM member WHERE member_no = ?`,
      )
      .run(ANN);
    expect(await take(office, [GOOD])).toMatchObject({ recorded: 0, known: 1, queued: 0 });
    expect(await counted(office, ANN)).toEqual([2.5, 2.5]);
  });

  test('and outside the cycle it is recorded without counting', async () => {
    const office = await feedOffice();
    await take(office, [`c-9,${ANN},,,,Old course,2024-01-01,,2`]);
    const [activity] = (await memberPoints(office, ANN, TODAY)).activities;
    expect(activity?.countedFor.map(({ counts, citation }) => [counts, citation])).toEqual([
      [false, 'SC-CCP-5'],
      [false, 'SC-CCP-5'],
    ]);
  });
});

describe('what cannot be told whose it is, or cannot be read, waits with the reason', () => {
  const cases: readonly (readonly [why: string, row: string, says: string, first: string | null])[] = [
    [
      'a number of nobody',
      'c-1,799999,Ann,Lee,,Course,2026-10-01,,1',
      'no member with the number 799999',
      ANN,
    ],
    [
      'another’s number',
      `c-1,${BO},Ann,Lee,,Course,2026-10-01,,1`,
      `The number ${BO} is Bo Ash’s, not Ann Lee’s.`,
      ANN,
    ],
    [
      'an address of several',
      'c-1,,Lou,Dee,shared@example.org,Course,2026-10-01,,1',
      'Several members have',
      null,
    ],
    [
      'an address of nobody',
      'c-1,,Ann,Lee,x@example.org,Course,2026-10-01,,1',
      'No member has the e-mail address',
      ANN,
    ],
    ['another’s address', 'c-1,,Zoe,Nash,ann@example.org,Course,2026-10-01,,1', 'not Zoe Nash’s', ANN],
    ['nothing to tell by', 'c-1,,Ann,Lee,,Course,2026-10-01,,1', 'neither a member number nor', ANN],
    ['a day of no calendar', `c-1,${ANN},,,,Course,2026-02-30,,1`, 'completed_on', ANN],
    ['SC-CCP-4: a day ahead', `c-1,${ANN},,,,Course,2026-12-24,,1`, 'lies ahead: nothing is earned yet', ANN],
    ['no points', `c-1,${ANN},,,,Course,2026-10-01,,`, 'points', ANN],
    ['no external id', `,${ANN},,,,Course,2026-10-01,,1`, 'external_id', ANN],
    ['a card number', `c-1,${ANN},,,,4111 1111 1111 1111,2026-10-01,,1`, 'card number', ANN],
  ];
  test.each(cases)('%s', async (_why, row, says, first) => {
    const office = await feedOffice();
    expect(await take(office, [row])).toMatchObject({ recorded: 0, queued: 1 });
    expect(await take(office, [row])).toMatchObject({ recorded: 0, known: 1, queued: 0 });
    const [waits, ...more] = await waiting(office);
    expect(more).toEqual([]);
    expect(waits?.why).toContain(says);
    expect(JSON.stringify(waits)).not.toContain('4111 1111 1111 1111');
    if (first !== null) expect(waits?.suggestions[0]?.memberNo).toBe(first);
    else expect(waits?.suggestions.map(({ memberNo }) => memberNo).toSorted()).toEqual([BO, LAPSING]);
  });

  test('what looks like an activity that is recorded', async () => {
    const office = await feedOffice();
    await enter(office, draft({ title: 'Bloodborne pathogens', provider: 'AMT', completedOn: '2026-10-01' }));
    await take(office, [GOOD]);
    expect((await waiting(office))[0]?.why).toContain('is recorded already with 6 points');
  });

  test('the same external id for somebody else, so that neither is lost', async () => {
    const office = await feedOffice();
    const other = `c-1,${LAPSING},Lou,Dee,,Bloodborne Pathogens,2026-10-01,1,2.5`;
    expect(await take(office, [GOOD, other])).toMatchObject({ recorded: 1, queued: 1 });
    expect(await take(office, [GOOD, other])).toMatchObject({ recorded: 0, known: 2, queued: 0 });
    expect((await waiting(office))[0]?.why).toContain('The external id c-1 is already that of Ann Lee');
  });

  test('a row that could not be read is recorded once it comes whole', async () => {
    const office = await feedOffice();
    await take(office, [`c-1,${ANN},,,,Course,2026-02-30,,1`]);
    expect(await take(office, [`c-1,${ANN},,,,Course,2026-02-28,,1`])).toMatchObject({ recorded: 1 });
    expect(await waiting(office)).toEqual([]);
  });
});

describe('the queue', () => {
  const STRAY = 'c-7,,Ann,Li,annli@example.org,Ethics,2026-10-02,,3';

  test('a row is recorded for the member chosen; undone, it waits again and counts nowhere', async () => {
    const office = await feedOffice();
    await take(office, [STRAY]);
    const id = (await waiting(office))[0]?.id ?? 0;
    expect(await assignRow(office, { row: id, memberNo: ANN })).toMatchObject({
      state: 'recorded',
      member: { memberNo: ANN, name: 'Ann Lee' },
      settledBy: 'Test',
    });
    expect(await counted(office, ANN)).toEqual([3, 3]);
    await expect(assignRow(office, { row: id, memberNo: BO })).rejects.toMatchObject({
      code: 'feed-row-settled',
    });
    expect(await undoRow(office, id)).toMatchObject({ state: 'waiting', member: null, settledBy: null });
    expect(await counted(office, ANN)).toEqual([0, 0]);
    await assignRow(office, { row: id, memberNo: LAPSING });
    expect((await memberPoints(office, LAPSING, TODAY)).activities).toHaveLength(1);
    const { activities } = await memberPoints(office, ANN, TODAY);
    expect(activities).toMatchObject([
      { counter: { kind: 'withdrawn', reason: 'Put back into the queue of the online feed' } },
    ]);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('a row that was put back waits for the desk, though its file comes again with others', async () => {
    const office = await feedOffice();
    await take(office, [GOOD]);
    const { rows } = await feedRows(office, { state: 'recorded', offset: 0, limit: 5 });
    await undoRow(office, rows[0]?.id ?? 0);
    const again = await take(office, [GOOD, `c-2,${ANN},,,,Ethics,2026-10-02,,1`]);
    expect(again).toMatchObject({ recorded: 1, known: 1, queued: 0 });
    const [row] = await waiting(office);
    expect(row).toMatchObject({
      why: 'It was recorded before and put back.',
      content: { externalId: 'c-1' },
    });
    expect(await counted(office, ANN)).toEqual([1, 1]);
    await assignRow(office, { row: row?.id ?? 0, memberNo: LAPSING });
    expect((await memberPoints(office, LAPSING, TODAY)).activities).toHaveLength(1);
  });

  test('a row is dismissed with a reason, does not come back with its file, and can be put back', async () => {
    const office = await feedOffice();
    await take(office, [STRAY]);
    const id = (await waiting(office))[0]?.id ?? 0;
    await expect(dismissRow(office, { row: id, reason: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    });
    expect(await dismissRow(office, { row: id, reason: 'not ours' })).toMatchObject({
      state: 'dismissed',
      why: 'not ours',
    });
    expect(await take(office, [STRAY])).toMatchObject({ recorded: 0, known: 1, queued: 0 });
    expect(await undoRow(office, id)).toMatchObject({ state: 'waiting' });
    await expect(undoRow(office, id)).rejects.toMatchObject({ code: 'feed-row-waiting' });
  });

  test('a row that cannot be read is not recorded', async () => {
    const office = await feedOffice();
    await take(office, [`c-1,${ANN},,,,Course,2026-02-30,,1`]);
    const id = (await waiting(office))[0]?.id ?? 0;
    const assigning = assignRow(office, { row: id, memberNo: ANN });
    await expect(assigning).rejects.toMatchObject({ code: 'feed-row-unreadable' });
  });
});

test.each([
  ['feed-columns', 'member_no,title\n700001,Course'],
  ['import-empty', ''],
])('a file that is no feed is refused whole: %s', async (code, text) => {
  const office = await feedOffice();
  const path = join(tempFolder(), 'feed.csv');
  writeFileSync(path, text);
  const taking = takeFeed(office, { file: path, origin: 'dropped' }, unwatchedWork());
  await expect(taking).rejects.toMatchObject({ code });
});

describe('the watched folder', () => {
  test('a file is whole when it is the same at two looks', async () => {
    const folder = tempFolder();
    const path = file([GOOD], HEADER, 'a.csv', folder);
    mkdirSync(join(folder, 'done'));
    writeFileSync(join(folder, 'notes.doc'), 'x');
    const first = await feedFiles(folder);
    expect(steadyFiles(new Map(), first)).toEqual([]);
    expect(steadyFiles(first, await feedFiles(folder))).toEqual(['a.csv']);
    writeFileSync(path, `${HEADER}\n${GOOD}\n${GOOD}`);
    expect(steadyFiles(first, await feedFiles(folder))).toEqual([]);
    expect(await feedFiles(join(folder, 'gone'))).toEqual(new Map());
  });

  test('what was taken is moved to done, what cannot be taken to refused with the reason; nothing is overwritten', async () => {
    const office = await feedOffice();
    const folder = tempFolder();
    for (const _ of [1, 2]) {
      file([GOOD], HEADER, 'a.csv', folder);
      file(['x'], 'nothing', 'b.csv', folder);
      const report = await takeFolder(office, folder, ['a.csv', 'b.csv', 'gone.csv'], unwatchedWork());
      expect(report).toMatchObject({ taken: [{ file: 'a.csv' }], refused: [{ file: 'b.csv' }] });
    }
    for (const name of ['done/a.csv', 'done/a-2.csv', 'refused/b.csv', 'refused/b-2.csv'])
      expect(existsSync(join(folder, name)), name).toBe(true);
    expect(readFileSync(join(folder, 'refused', 'b.csv.reason.txt'), 'utf8')).toContain(
      'no feed of online activities',
    );
    expect((await feedFiles(folder)).size).toBe(0);
    expect(await counted(office, ANN)).toEqual([2.5, 2.5]);
  });

  test('survives a restart: the folder is remembered, and what was cut off is taken again without being recorded twice', async () => {
    const office = await feedOffice();
    const folder = tempFolder();
    await watchFolder(office, folder);
    const path = file([GOOD, `c-2,${ANN},,,,Ethics,2026-10-02,,1`], HEADER, 'a.csv', folder);
    // As if the program ended after the rows were recorded and before the file was moved.
    await takeFeed(office, { file: path, origin: 'watched' }, unwatchedWork());
    const again = await reopenOn(office, TODAY);
    expect(await feedState(again)).toMatchObject({ folder, waiting: 0 });
    const { taken } = await takeFolder(again, folder, [...(await feedFiles(folder)).keys()], unwatchedWork());
    expect(taken).toMatchObject([{ recorded: 0, known: 2 }]);
    expect((await feedState(again)).files).toMatchObject([
      { name: 'a.csv', origin: 'watched', rows: 2, recorded: 2, waiting: 0 },
    ]);
    await expect(watchFolder(again, join(folder, 'gone'))).rejects.toMatchObject({ code: 'folder-unusable' });
    await watchFolder(again, null);
    expect((await feedState(again)).folder).toBeNull();
  });
});
