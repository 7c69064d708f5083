import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forkedReader } from '../../../electron/documents/reading/forked.ts';
import { pageReader } from '../../../electron/documents/reading/reader.ts';
import { READING_LIMITS } from '../../../electron/documents/reading/reading.ts';
import { documentPath } from '../../../electron/documents/store.ts';
import { startWork, unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { intakeState } from '../../../electron/services/intake/lists.ts';
import { assignPart, dismissPart, undoPart } from '../../../electron/services/intake/queue.ts';
import { readAgain } from '../../../electron/services/intake/read-again.ts';
import { saveLimit } from '../../../electron/services/intake/settings.ts';
import { takeFiles } from '../../../electron/services/intake/take.ts';
import { emptyOffice, TODAY, tempFolder } from '../../temp-office.ts';
import { auditedOffice, take, testReader } from './audited-office.ts';
import { writeWithoutEnd } from './endless-writer.ts';
import { flateBomb, hugeImagePdf, hugePng, pdfOfPages } from './hostile-files.ts';
import { cover, PROOF, writeBatch, writePage } from './pages.ts';

const reader = testReader();

const HOSTILE: readonly (readonly [string, string, () => Buffer | Promise<Buffer>])[] = [
  ['a PDF with a password', 'locked with a password', () => pdfOfPages(1, { userPassword: 'secret' })],
  ['a PDF that is cut off', 'damaged', async () => (await pdfOfPages(3)).subarray(0, 300)],
  ['a PNG of 60,000 pixels each way', 'more than 120 million pixels', () => hugePng(60_000)],
  ['a PDF with an image of that size', 'more than 120 million pixels', () => hugeImagePdf(60_000)],
  ['a PDF of 10,000 pages', 'more than 1,000 pages', () => pdfOfPages(10_000)],
  ['a file of another kind', 'no PDF, JPEG, PNG, TIFF or HEIC', () => Buffer.from('PK\u0003\u0004 a letter')],
];

test('what cannot be read is kept in quarantine with its sentence, and nothing of it is lost', async () => {
  const office = await emptyOffice();
  const folder = tempFolder();
  for (const [name, says, make] of HOSTILE) {
    const bytes = await make();
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const [taken] = await take(office, reader, file);
    expect(taken, name).toMatchObject({
      outcome: 'unmatched',
      reason: expect.stringContaining(says),
      pages: null,
      parts: [{ outcome: 'unmatched' }],
    });
    expect(readFileSync(documentPath(office.folder, taken?.sha256 ?? '')).equals(bytes), name).toBe(true);
  }
  expect((await intakeState(office)).counts).toMatchObject({ quarantined: HOSTILE.length, waiting: 0 });
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
}, 60_000);

test('a page that unpacks to gigabytes ends its reading process before it fills the memory; the next file is read', async () => {
  const office = await emptyOffice();
  const own = pageReader((events) => forkedReader(events, 450));
  const folder = tempFolder();
  writeFileSync(join(folder, '1.pdf'), flateBomb(4000));
  writePage(folder, '2.png', PROOF);
  const [bomb, good] = await take(office, own, folder);
  own.close();
  expect(bomb).toMatchObject({ outcome: 'unmatched', reason: expect.stringContaining('unpacks to more') });
  expect(good).toMatchObject({ pages: 1, reason: 'No code is on it.' });
}, 60_000);

test('reading a long document is cancelled in its middle: it stays on record, and is read the next time', async () => {
  const office = await emptyOffice();
  const file = join(tempFolder(), 'long.pdf');
  writeFileSync(file, await pdfOfPages(900));
  const controller = new AbortController();
  const own = pageReader((events) =>
    forkedReader({
      ...events,
      message(message) {
        if ('page' in message && message.page === 2) controller.abort();
        events.message(message);
      },
    }),
  );
  const work = startWork(controller.signal, () => undefined);
  await expect(
    takeFiles(office, own, { files: [file], channel: 'chosen' }, TODAY, work),
  ).rejects.toMatchObject({ code: 'cancelled' });
  own.close();
  expect(await intakeState(office)).toMatchObject({ unread: 1, counts: { waiting: 0, quarantined: 0 } });
});

test('a file that another process is writing is not taken, and is taken when it is whole', async () => {
  const office = await emptyOffice();
  const file = writePage(tempFolder(), 'scan.png', PROOF);
  const writer = writeWithoutEnd(file);
  const size = readFileSync(file).length;
  while (readFileSync(file).length === size) await wait(20);
  const [growing] = await take(office, reader, file);
  await writer.end();
  expect(growing).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('still being written'),
  });
  writePage(join(file, '..'), 'scan.png', PROOF);
  expect(await take(office, reader, file)).toMatchObject([{ outcome: 'unmatched', pages: 1 }]);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});

test('the size limit is the office’s own, and an empty file is none', async () => {
  const office = await emptyOffice();
  const folder = tempFolder();
  writeFileSync(join(folder, 'large.pdf'), Buffer.alloc(2_000_001, 1));
  writeFileSync(join(folder, 'empty.pdf'), '');
  await saveLimit(office, 2);
  expect(await take(office, reader, join(folder, 'large.pdf'), join(folder, 'empty.pdf'))).toMatchObject([
    { outcome: 'refused', reason: expect.stringContaining('2.0 MB, more than the 2 MB') },
    { outcome: 'refused', reason: 'The file is empty.' },
  ]);
  await saveLimit(office, 3);
  expect(await take(office, reader, join(folder, 'large.pdf'))).toMatchObject([{ outcome: 'unmatched' }]);
});

test('a document that is here already says where, by whatever name it comes', async () => {
  const { office, audited } = await auditedOffice(1);
  const [one] = audited;
  const folder = tempFolder();
  const again = async (file: string, name: string) => {
    copyFileSync(file, join(folder, name));
    return (await take(office, reader, join(folder, name)))[0]?.reason;
  };
  const filed = writePage(folder, 'cover.png', cover(one?.audit ?? 0));
  const waiting = writePage(folder, 'paper.png', PROOF);
  await take(office, reader, filed, waiting);
  expect(await again(filed, 'other.png')).toMatch(
    /^The very same document came before, as cover\.png, on 22 November 2026: it is filed to the audit of .* for .*, \d+\.$/,
  );
  expect(await again(waiting, 'another.pdf')).toMatch(
    /as paper\.png, .*: it waits in the queue as part \d+\.$/,
  );
  const batch = await writeBatch(folder, 'batch.pdf', [PROOF, cover(one?.audit ?? 0)]);
  await take(office, reader, batch);
  expect(await again(batch, 'batch again.pdf')).toMatch(
    /it is in 2 parts: part \d+ waiting, part \d+ filed to audit \d+\.$/,
  );
  const [broken] = await take(office, reader, writeFileIn(folder, 'broken.pdf', '%PDF-1.4 and no more'));
  const part = broken?.parts[0]?.part ?? 0;
  expect(await again(join(folder, 'broken.pdf'), 'b.pdf')).toContain(
    `in quarantine as part ${part}. The file is`,
  );
  await dismissPart(office, { part, reason: 'asked for it again' }, TODAY);
  expect(await again(join(folder, 'broken.pdf'), 'c.pdf')).toContain('it was dismissed: asked for it again.');
});

test('the quarantine: tried again it is split and filed as if it had just come; dismissed it comes back as it was', async () => {
  const { office, audited } = await auditedOffice(2);
  const [one, two] = audited;
  const file = await writeBatch(tempFolder(), 'batch.pdf', [
    cover(one?.audit ?? 0),
    PROOF,
    cover(two?.audit ?? 0),
  ]);
  const hurried = pageReader(forkedReader, { ...READING_LIMITS, pageMs: 1 });
  const [slow] = await take(office, hurried, file);
  const part = slow?.parts[0]?.part ?? 0;
  expect(slow).toMatchObject({ outcome: 'unmatched', reason: expect.stringContaining('took too long') });
  const { signal } = new AbortController();
  expect(await readAgain(office, hurried, part, TODAY, signal)).toMatchObject([
    { part, state: 'quarantined' },
  ]);
  hurried.close();

  await dismissPart(office, { part, reason: 'nothing of ours' }, TODAY);
  await expect(readAgain(office, reader, part, TODAY, signal)).rejects.toMatchObject({
    code: 'part-not-quarantined',
  });
  expect(await undoPart(office, part, TODAY)).toMatchObject({ state: 'quarantined' });

  expect(await readAgain(office, reader, part, TODAY, signal)).toMatchObject([
    { part, state: 'filed', firstPage: 1, lastPage: 2, pages: 3, member: { memberNo: one?.memberNo } },
    { state: 'filed', firstPage: 3, lastPage: 3, member: { memberNo: two?.memberNo } },
  ]);
  await expect(readAgain(office, reader, part, TODAY, signal)).rejects.toMatchObject({
    code: 'part-not-quarantined',
  });
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});

test('a document of the quarantine can be filed by hand as it is', async () => {
  const { office, audited } = await auditedOffice(1);
  const file = writeFileIn(tempFolder(), 'locked.pdf', await pdfOfPages(1, { userPassword: 'secret' }));
  const [taken] = await take(office, reader, file);
  const order = {
    part: taken?.parts[0]?.part ?? 0,
    memberNo: audited[0]?.memberNo ?? '',
    case: null,
    override: null,
  };
  expect(await assignPart(office, order, TODAY)).toMatchObject({ state: 'filed', pages: null });
});

function writeFileIn(folder: string, name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
