import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { markMailed, unmarkMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import { runPieces, runSummary } from '../../../electron/services/notices/runs.ts';
import { markSpoiled } from '../../../electron/services/notices/spoiled.ts';
import type { Office } from '../../../electron/services/office.ts';
import { savePostalSettings } from '../../../electron/services/postal/settings.ts';
import { pageContents } from '../../printing/pages.ts';
import { reopenOn, sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

async function printedRun(
  members = 400,
): Promise<{ office: Office; run: string; toPrint: number; pdf: string }> {
  const office = await sampleOffice(members);
  const { run, toPrint } = await prepareRenewals(
    office,
    { month: '2026-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  const pdf = join(tempFolder(), 'run.pdf');
  await print(office, run, pdf);
  return { office, run, toPrint, pdf };
}

const print = (office: Office, run: string, outFile: string, more: object = {}) =>
  printRun(office, { run, from: null, to: null, outFile, ...more }, unwatchedWork());

const spoil = (office: Office, run: string, sheets: string, reason = 'jammed in the folder') =>
  markSpoiled(office, { run, sheets, reason });

test('the very file of every print is kept under its hash, and verify misses one that is gone', async () => {
  const { office, run, pdf } = await printedRun();
  const some = join(tempFolder(), 'some.pdf');
  await print(office, run, some, { from: 2, to: 3 });
  const { prints, pdfSha256 } = (await runSummary(office, run)) ?? { prints: [], pdfSha256: null };
  expect(prints.map(({ kept, sha256 }) => [kept, sha256])).toEqual(
    [pdf, some].map((file) => [true, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
  expect(readFileSync(documentPath(office.folder, pdfSha256 ?? '')).equals(readFileSync(pdf))).toBe(true);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  rmSync(documentPath(office.folder, pdfSha256 ?? ''));
  const { ok, checks } = await verifyOffice(office, unwatchedWork());
  expect(ok).toBe(false);
  expect(checks.find(({ name }) => name === 'documents')?.message).toContain(pdfSha256 ?? '?');
});

test('a print whose file cannot be kept is not on record', async () => {
  const { office, run } = await printedRun();
  const outFile = join(tempFolder(), 'other.pdf');
  await expect(
    printRun({ ...office, folder: '/dev/null' }, { run, from: 1, to: 2, outFile }, unwatchedWork()),
  ).rejects.toMatchObject({ code: 'print-not-kept' });
  expect((await runSummary(office, run))?.prints).toHaveLength(1);
});

test('spoiled sheets hold the mailing back until exactly they are printed again, byte-equal', async () => {
  const { office, run, toPrint, pdf } = await printedRun();
  const spoiled = await spoil(office, run, '2, 5-7');
  expect(spoiled.spoiled.map(({ sheet, reprintedAt }) => [sheet, reprintedAt])).toEqual(
    [2, 5, 6, 7].map((sheet) => [sheet, null]),
  );
  await expect(markMailed(office, { run, on: TODAY })).rejects.toMatchObject({
    code: 'spoiled-waiting',
    message: expect.stringContaining('2,5-7'),
  });
  const again = join(tempFolder(), 'again.pdf');
  expect(await print(office, run, again, { spoiled: true })).toMatchObject({ sheets: 4 });
  const whole = pageContents(readFileSync(pdf));
  const pages = pageContents(readFileSync(again));
  expect(pages).toHaveLength(4);
  for (const [at, sheet] of [2, 5, 6, 7].entries())
    expect(pages[at]?.raw.equals(whole[sheet - 1]?.raw ?? Buffer.of())).toBe(true);
  const after = await runSummary(office, run);
  expect(after?.spoiled.every(({ reprintedAt }) => reprintedAt !== null)).toBe(true);
  expect(after?.prints.at(-1)).toMatchObject({ firstSheet: 2, lastSheet: 7, sheets: '2,5-7' });
  await expect(print(office, run, again, { spoiled: true })).rejects.toMatchObject({
    code: 'nothing-spoiled',
  });
  expect((await markMailed(office, { run, on: TODAY, count: toPrint })).mailedCount).toBe(toPrint);
});

test('a reprint settles the spoiled sheets that it holds, and no others; one spoiled twice waits again', async () => {
  const { office, run } = await printedRun();
  await spoil(office, run, '3 9');
  await spoil(office, run, '3', 'marked twice');
  const out = join(tempFolder(), 'a.pdf');
  await print(office, run, out, { from: 1, to: 4 });
  const waiting = async () =>
    (await runSummary(office, run))?.spoiled
      .filter(({ reprintedAt }) => reprintedAt === null)
      .map(({ sheet }) => sheet);
  expect(await waiting()).toEqual([9]);
  await spoil(office, run, '3', 'coffee');
  expect(await waiting()).toEqual([3, 9]);
  await print(office, run, out);
  expect(await waiting()).toEqual([]);
});

test('what cannot be spoiled is refused with a sentence, and nothing is marked', async () => {
  const { office, run, toPrint } = await printedRun();
  for (const [sheets, reason, code] of [
    ['', 'jammed', 'no-such-sheets'],
    ['0', 'jammed', 'no-such-sheets'],
    [`1,${toPrint + 1}`, 'jammed', 'no-such-sheets'],
    ['7-5', 'jammed', 'no-such-sheets'],
    ['five', 'jammed', 'no-such-sheets'],
    ['5', '  ', 'reason-missing'],
  ] as const)
    await expect(spoil(office, run, sheets, reason), `“${sheets}”`).rejects.toMatchObject({ code });
  await markMailed(office, { run, on: TODAY });
  await expect(spoil(office, run, '5')).rejects.toMatchObject({ code: 'mailed-already' });
  expect((await runSummary(office, run))?.spoiled).toEqual([]);
});

test('the database itself lets no run go out incomplete or miscounted', async () => {
  const { office, run, toPrint } = await printedRun();
  await spoil(office, run, '1');
  const mark = (count: number) => () =>
    office.db.sqlite
      .prepare('UPDATE run SET mailed_on = ?, mailed_count = ? WHERE id = ?')
      .run(TODAY, count, run);
  expect(mark(toPrint)).toThrow(/spoiled sheets wait/);
  await print(office, run, join(tempFolder(), 'a.pdf'), { spoiled: true });
  expect(mark(toPrint - 1)).toThrow(/count handed over/);
});

test('the drop count must agree, and says by how much it does not', async () => {
  const { office, run, toPrint } = await printedRun();
  await expect(markMailed(office, { run, on: TODAY, count: toPrint - 3 })).rejects.toMatchObject({
    code: 'count-differs',
    message: expect.stringContaining('3 too few'),
  });
  await expect(markMailed(office, { run, on: TODAY, count: toPrint + 1 })).rejects.toMatchObject({
    message: expect.stringContaining('1 too many'),
  });
  expect((await markMailed(office, { run, on: TODAY })).mailedCount).toBe(toPrint);
  expect((await unmarkMailed(office, run)).mailedCount).toBeNull();
});

test('a run is not mailed before it is printed', async () => {
  const office = await sampleOffice(200);
  const { run } = await prepareRenewals(
    office,
    { month: '2026-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  const later = await reopenOn(office, '2026-11-25');
  await print(later, run, join(tempFolder(), 'a.pdf'));
  await expect(markMailed(later, { run, on: '2026-11-24' })).rejects.toMatchObject({
    code: 'mailed-before-printed',
  });
});

test('the list begins with the sheets in order; then what is e-mailed, then what is held, by reason', async () => {
  const { office, run } = await printedRun(900);
  const { rows } = await runPieces(office, { run, channel: null, reason: null, offset: 0, limit: 500 });
  const rank = { print: 0, email: 1, held: 2 };
  const ranks = rows.map(({ channel }) => rank[channel]);
  expect(ranks).toEqual(ranks.toSorted());
  expect(new Set(ranks).size).toBe(3);
  const sheets = rows.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
  expect(sheets).toEqual(sheets.map((_, at) => at + 1));
  const reasons = rows.flatMap(({ heldReason }) => heldReason ?? []);
  expect(reasons).toEqual(reasons.toSorted());
});

test('blank backs are asked for once or set for good, and are on record', async () => {
  const { office, run, toPrint, pdf } = await printedRun(200);
  const pages = (file: string) =>
    Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
  const out = join(tempFolder(), 'backs.pdf');
  await print(office, run, out, { duplex: true });
  expect(pages(out)).toBe(2 * toPrint);
  await savePostalSettings(office, { duplex: true, barcode: null });
  await print(office, run, out);
  expect(pages(out)).toBe(2 * toPrint);
  await print(office, run, out, { duplex: false });
  expect(readFileSync(out).equals(readFileSync(pdf))).toBe(true);
  expect((await runSummary(office, run))?.prints.map(({ duplex }) => duplex)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(existsSync(documentPath(office.folder, (await runSummary(office, run))?.pdfSha256 ?? ''))).toBe(
    true,
  );
});
