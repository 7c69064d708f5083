import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { takeScans } from '../../../electron/services/intake/scan-folder/take-scans.ts';
import { type DueScans, scanWatch } from '../../../electron/services/intake/scan-folder/watch.ts';
import { saveLimit, saveScanFolder } from '../../../electron/services/intake/settings.ts';
import type { Office } from '../../../electron/services/office.ts';
import { watchFolder } from '../../../electron/services/points/feed/folder.ts';
import { moveAside } from '../../../electron/services/watched-folder/move-aside.ts';
import { seenFile } from '../../../electron/services/watched-folder/sight.ts';
import { emptyOffice, reopenOn, TODAY, tempFolder } from '../../temp-office.ts';
import { take, testReader } from './audited-office.ts';
import { writeWithoutEnd } from './endless-writer.ts';
import { drawPage, PROOF, writePage } from './pages.ts';

const reader = testReader();
const MOMENT = '2026-11-22T12:00:00.000Z';

/** An office that watches a folder, and what a desk does with it: looks, and takes what is due. */
async function watchedOffice({ leave = false } = {}) {
  const office = await emptyOffice();
  const folder = join(tempFolder(), 'scans');
  mkdirSync(folder);
  await saveScanFolder(office, { folder, leave });
  return { office, folder, ...desk(office) };
}

function desk(office: Office) {
  const watch = scanWatch();
  const look = async (moment = MOMENT) => (await watch.look(office, moment)).due;
  const taken = async (due: DueScans | null) => {
    if (due === null) return null;
    const report = await takeScans(office, reader, due, TODAY, unwatchedWork());
    watch.taken(due, report);
    return report;
  };
  /** So many looks, each with its taking. @returns the names that were due */
  const looks = async (count: number) => {
    const names: string[] = [];
    for (let at = 0; at < count; at++) {
      const due = await look();
      names.push(...(due?.names ?? []));
      await taken(due);
    }
    return names;
  };
  return { watch, look, taken, looks };
}

const lying = (folder: string) => readdirSync(folder).toSorted();
const kept = (office: Office) =>
  office.db.sqlite
    .prepare<[], string>(
      'SELECT a.name FROM intake_document d JOIN intake_arrival a ON a.document_id = d.id ORDER BY a.id',
    )
    .pluck()
    .all();

test('a scan is taken once it is steady, committed, and only then moved to “done”, in the order of counting', async () => {
  const { office, folder, look, looks, taken } = await watchedOffice();
  for (const [at, name] of ['scan 10.png', 'scan 2.png', 'scan 1.png'].entries())
    writePage(folder, name, { ...PROOF, paper: 200 + at });
  expect(await look()).toBeNull();
  const due = await look();
  expect(due?.names).toEqual(['scan 1.png', 'scan 2.png', 'scan 10.png']);
  expect((await taken(due))?.files.map(({ outcome }) => outcome)).toEqual(Array(3).fill('unmatched'));
  expect(kept(office)).toEqual(['scan 1.png', 'scan 2.png', 'scan 10.png']);
  expect(lying(folder)).toEqual(['done']);
  expect(lying(join(folder, 'done'))).toHaveLength(3);
  expect(await looks(3)).toEqual([]);
  const { channel, path } = office.db.sqlite
    .prepare<[], { channel: string; path: string }>('SELECT channel, path FROM intake_arrival WHERE id = 1')
    .get() ?? { channel: '', path: '' };
  expect([channel, path]).toEqual(['watched', join(folder, 'scan 1.png')]);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});

test('a file that grows, one half copied and one held back by its scanner wait; names of half files are passed over', async () => {
  const { office, folder, looks } = await watchedOffice();
  const whole = drawPage(PROOF, 'png');
  const growing = join(folder, 'growing.png');
  writeFileSync(growing, whole.subarray(0, 1000));
  writeFileSync(join(folder, 'scan.png.tmp'), whole);
  writeFileSync(join(folder, '~$scan.docx'), 'lock');
  writeFileSync(join(folder, '.scan.png'), whole);
  const due: string[] = [];
  for (let part = 1; part < 5; part++) {
    due.push(...(await looks(1)));
    appendFileSync(growing, whole.subarray(part * 1000, (part + 1) * 1000));
  }
  // The scanner pauses: nothing changes for a while, and the picture's end is not there.
  due.push(...(await looks(6)));
  expect(due).toEqual([]);
  appendFileSync(growing, whole.subarray(5000));
  renameSync(join(folder, 'scan.png.tmp'), join(folder, 'scan.png'));
  expect(await looks(2)).toEqual(['growing.png', 'scan.png']);
  expect(readFileSync(join(folder, 'done', 'growing.png')).equals(whole)).toBe(true);
  expect(kept(office)).toEqual(['growing.png', 'scan.png']);
});

test('what stays cut off is taken for what it is after half a minute, and an empty file is told', async () => {
  const { folder, watch, looks } = await watchedOffice();
  writeFileSync(join(folder, 'cut.png'), drawPage(PROOF, 'png').subarray(0, 900));
  writeFileSync(join(folder, 'empty.pdf'), '');
  mkdirSync(join(folder, '2026-03'));
  expect(await looks(15)).toEqual([]);
  expect(await looks(1)).toEqual(['cut.png', 'empty.pdf']);
  expect(watch.state).toMatchObject({
    untaken: [{ name: 'empty.pdf', reason: 'The file is empty.' }],
    folders: ['2026-03'],
  });
  expect(lying(folder)).toEqual(['2026-03', 'done', 'empty.pdf']);
  writePage(folder, 'empty.pdf', PROOF);
  expect(await looks(2)).toEqual(['empty.pdf']);
  expect(watch.state.untaken).toEqual([]);
});

test('a file replaced by another of its name while it was taken stays, and is taken as another', async () => {
  const { office, folder, look, looks, taken } = await watchedOffice();
  const file = writePage(folder, 'scan.png', PROOF);
  await look();
  const due = await look();
  const was = await seenFile(file);
  expect(await taken(due)).toMatchObject({ files: [{ outcome: 'unmatched' }], untaken: [] });
  writePage(folder, 'scan.png', { ...PROOF, paper: 210 });
  expect(was === null ? undefined : await moveAside(folder, 'done', 'scan.png', was)).toBeNull();
  expect(await looks(2)).toEqual(['scan.png']);
  expect(lying(join(folder, 'done'))).toEqual(['scan-2.png', 'scan.png']);
  expect(kept(office)).toEqual(['scan.png', 'scan.png']);
});

test('a file renamed while it was to be read is taken under its new name', async () => {
  const { office, folder, look, looks, taken } = await watchedOffice();
  const file = writePage(folder, 'scan.png', PROOF);
  await look();
  const due = await look();
  renameSync(file, join(folder, 'Ann Lee.png'));
  expect(await taken(due)).toEqual({ files: [], untaken: [] });
  expect(await looks(2)).toEqual(['Ann Lee.png']);
  expect(kept(office)).toEqual(['Ann Lee.png']);
});

test('cut off between its row and its move, a file is moved and not taken again', async () => {
  const { office, folder, look } = await watchedOffice();
  writePage(folder, 'scan.png', PROOF);
  await look();
  const due = await look();
  // As a crash leaves it: kept and on record, still in the folder.
  if (due !== null) await takeScans(office, reader, { ...due, leave: true }, TODAY, unwatchedWork());
  expect(lying(folder)).toEqual(['scan.png']);
  const after = await reopenOn(office, TODAY);
  const again = desk(after);
  await again.looks(2);
  expect(lying(folder)).toEqual(['done']);
  expect(kept(after)).toEqual(['scan.png']);
});

test('files that stay where they are are taken once, also after a restart; a copy of one is told as here already', async () => {
  const { office, folder, looks } = await watchedOffice({ leave: true });
  const file = writePage(folder, 'scan.png', PROOF);
  expect(await looks(4)).toEqual(['scan.png']);
  const after = await reopenOn(office, TODAY);
  const again = desk(after);
  expect(await again.looks(3)).toEqual([]);
  copyFileSync(file, join(folder, 'copy.png'));
  await again.look();
  expect(await again.taken(await again.look())).toMatchObject({
    files: [{ outcome: 'duplicate', reason: expect.stringContaining('as scan.png') }],
  });
  expect(await again.looks(3)).toEqual([]);
  expect(lying(folder)).toEqual(['copy.png', 'scan.png']);
  expect(kept(after)).toEqual(['scan.png', 'copy.png']);
});

test('the folder away and back is told with the moment, and what lay there is taken then', async () => {
  const { office, folder, watch, look, looks } = await watchedOffice();
  await looks(2);
  expect(watch.state).toMatchObject({ folder, awaySince: null, backSince: null });
  renameSync(folder, `${folder} unplugged`);
  expect(await watch.look(office, '2026-11-22T12:01:00Z')).toEqual({ due: null, changed: true });
  expect(await watch.look(office, '2026-11-22T12:02:00Z')).toEqual({ due: null, changed: false });
  expect(watch.state).toMatchObject({ awaySince: '2026-11-22T12:01:00Z', backSince: null });
  writePage(`${folder} unplugged`, 'scan.png', PROOF);
  renameSync(`${folder} unplugged`, folder);
  await look('2026-11-22T12:03:00Z');
  expect(watch.state).toMatchObject({ awaySince: null, backSince: '2026-11-22T12:03:00Z' });
  expect(await looks(1)).toEqual(['scan.png']);
});

test('a folder that does not answer in time counts as away', async () => {
  const { office } = await watchedOffice();
  const slow = scanWatch(20, () => new Promise(() => undefined));
  await slow.look(office, MOMENT);
  expect(slow.state.awaySince).toBe(MOMENT);
});

test('a file over the limit is told, and taken when the limit is raised', async () => {
  const { office, folder, watch, looks } = await watchedOffice();
  await saveLimit(office, 1);
  writeFileSync(join(folder, 'large.bin'), Buffer.alloc(1_500_000, 7));
  expect(await looks(3)).toEqual(['large.bin']);
  expect(watch.state.untaken).toMatchObject([
    { name: 'large.bin', reason: expect.stringContaining('1.5 MB') },
  ]);
  await saveLimit(office, 2);
  expect(await looks(3)).toEqual(['large.bin']);
  expect(lying(folder)).toEqual(['done']);
});

test('a process that writes while its file is taken: nothing half is moved, and the whole is taken in the end', async () => {
  const { office, folder, looks } = await watchedOffice();
  const file = join(folder, 'list.bin');
  const writer = writeWithoutEnd(file);
  while (!existsSync(file)) await looks(1);
  for (let at = 0; at < 10; at++) {
    const { size } = statSync(file);
    await looks(1);
    while (statSync(file).size === size) await wait(5);
  }
  expect(lying(folder)).toEqual(['list.bin']);
  await writer.end();
  await looks(3);
  expect(lying(folder)).toEqual(['done']);
  expect(kept(office)).toEqual(['list.bin']);
});

test('a cancelled taking leaves the rest where it lies, told, until it is tried again', async () => {
  const { folder, watch, look, looks } = await watchedOffice();
  writePage(folder, 'scan.png', PROOF);
  await look();
  const due = await look();
  if (due !== null) watch.taken(due, null);
  expect(await looks(3)).toEqual([]);
  expect(watch.state.untaken).toEqual([
    { name: 'scan.png', reason: 'It was cancelled before it was taken in.' },
  ]);
  watch.tryAgain();
  expect(await looks(1)).toEqual(['scan.png']);
});

test('a scan that came another way before is here already, and is moved all the same', async () => {
  const { office, folder, looks } = await watchedOffice();
  const file = writePage(tempFolder(), 'mail.png', PROOF);
  await take(office, reader, file);
  copyFileSync(file, join(folder, 'scan.png'));
  utimesSync(join(folder, 'scan.png'), 1, 1);
  expect(await looks(2)).toEqual(['scan.png']);
  expect(lying(folder)).toEqual(['done']);
  expect(kept(office)).toEqual(['mail.png', 'scan.png']);
  expect(office.db.sqlite.prepare('SELECT count(*) FROM intake_document').pluck().get()).toBe(1);
});

test('a folder that is not there, the office’s own, or the feed’s is refused', async () => {
  const { office, folder } = await watchedOffice();
  const refused = { code: 'folder-unusable' };
  const set = (to: string) => saveScanFolder(office, { folder: to, leave: false });
  await expect(set(join(folder, 'gone'))).rejects.toMatchObject(refused);
  await expect(set(join(office.folder, 'documents'))).rejects.toMatchObject(refused);
  const feed = tempFolder();
  await watchFolder(office, feed);
  await expect(set(feed)).rejects.toMatchObject(refused);
  rmSync(folder, { recursive: true });
  await saveScanFolder(office, { folder: null, leave: false });
});
