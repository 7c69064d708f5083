import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { printCover } from '../../../electron/services/notices/cover.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import type { Office } from '../../../electron/services/office.ts';
import { checkMember, checkRun } from '../../../electron/services/postal/check.ts';
import { printLabels } from '../../../electron/services/postal/labels.ts';
import { runPostal } from '../../../electron/services/postal/run-postal.ts';
import { savePostalSettings } from '../../../electron/services/postal/settings.ts';
import { type SheetPlace, trayGroups } from '../../../electron/services/postal/trays.ts';
import type { FrozenRun } from '../../../shared/domain/run-content.ts';
import { layout, read, wordsByPage } from '../../printing/poppler.ts';
import { SEED } from '../../property-seed.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

const PRESORT = { presortMinimum: 500, trayMinimum: 3, piecesPerTray: 4 };
const places = (...zips: readonly (string | null)[]): readonly SheetPlace[] =>
  zips.map((zip, at) => ({ sheet: at + 1, zip }));

test('trays: five digits where there are enough, three of what is left, then the rest, then abroad', () => {
  const run = places(
    '60018',
    '60018',
    '60018',
    '60018',
    '60018',
    '60019',
    '60020',
    '60021',
    '60601',
    '90210',
    null,
  );
  expect(trayGroups(run, PRESORT)).toEqual([
    { level: '5-digit', zip: '60018', pieces: 5, trays: 2, firstSheet: 1, lastSheet: 5 },
    { level: '3-digit', zip: '600', pieces: 3, trays: 1, firstSheet: 6, lastSheet: 8 },
    { level: 'mixed', zip: '', pieces: 2, trays: 1, firstSheet: 9, lastSheet: 10 },
    { level: 'foreign', zip: '', pieces: 1, trays: 1, firstSheet: 11, lastSheet: 11 },
  ]);
});

test('every piece is in exactly one group, and no own tray has fewer than the minimum', () => {
  const zip = fc.option(fc.constantFrom('60018', '60019', '60601', '60602', '90210', '90211'), { nil: null });
  fc.assert(
    fc.property(fc.array(zip, { maxLength: 60 }), (zips) => {
      const groups = trayGroups(places(...zips), PRESORT);
      expect(groups.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(zips.length);
      for (const { level, pieces, trays } of groups) {
        if (level === '5-digit' || level === '3-digit')
          expect(pieces).toBeGreaterThanOrEqual(PRESORT.trayMinimum);
        expect(trays).toBe(Math.ceil(pieces / PRESORT.piecesPerTray));
      }
    }),
    { seed: SEED },
  );
});

const prepare = (office: Office, month = '2026-12') =>
  prepareRenewals(office, { month, asOf: TODAY, again: false }, unwatchedWork());

test('the cover sheet says the reconciliation and the trays, and is kept', async () => {
  const office = await sampleOffice(500);
  const run = await prepare(office);
  const outFile = join(tempFolder(), 'cover.pdf');
  const { sha256 } = await printCover(office, { run: run.run, outFile });
  const text = layout(outFile, 1, 1).replace(/\s+/g, ' ');
  for (const part of [
    `Run ${run.run}`,
    `Printed ${run.toPrint}`,
    `By e-mail ${run.toEmail}`,
    `Selected ${run.selected}`,
    ...run.heldBy.map(({ reason, count }) => `Held: ${reason} ${count}`),
    'Printed by',
    'Checked by',
    'Handed over by',
  ])
    expect(text).toContain(part);
  expect(readFileSync(documentPath(office.folder, sha256)).equals(readFileSync(outFile))).toBe(true);
  expect(office.db.sqlite.prepare('SELECT kind, subject_id, sha256 FROM paper').all()).toEqual([
    { kind: 'cover-sheet', subject_id: run.run, sha256 },
  ]);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  const postal = await runPostal(office, run.run);
  expect(postal.pieces).toBe(run.toPrint);
  expect(postal.fiveDigit + postal.threeDigit + postal.mixed + postal.foreign).toBe(run.toPrint);
  expect(postal.totalOunces).toBeCloseTo(0.37 * run.toPrint, 6);
});

test('labels stand inside their labels, from the first that is left, and those without one are named', async () => {
  const office = await sampleOffice(120);
  const numbers = office.db.sqlite
    .prepare<[], string>('SELECT member_no FROM member WHERE deceased_on IS NULL ORDER BY id LIMIT 40')
    .pluck()
    .all();
  office.db.sqlite.exec(
    `UPDATE postal_address SET bad_reason = 'moved' WHERE valid_to IS NULL AND member_id = (SELECT id FROM member WHERE member_no = '${numbers[0]}')`,
  );
  const outFile = join(tempFolder(), 'labels.pdf');
  const report = await printLabels(office, { of: { memberNos: numbers }, start: 8, outFile });
  expect(report.without.map(({ memberNo }) => memberNo)).toContain(numbers[0]);
  expect(report.labels + report.without.length).toBe(40);
  expect(report.sheets).toBe(Math.ceil((7 + report.labels) / 30));
  expect(read('pdfinfo', [outFile])).toMatch(/Page size:\s+612 x 792 pts/);
  const used = new Set<string>();
  wordsByPage(outFile).forEach((words, page) => {
    for (const word of words) {
      const column = Math.floor((word.left - 0.1875) / 2.75);
      const row = Math.floor(word.top - 0.5);
      used.add(`${page} ${row} ${column}`);
      expect(word.left).toBeGreaterThanOrEqual(0.1875 + 2.75 * column + 0.12);
      expect(word.right).toBeLessThanOrEqual(0.1875 + 2.75 * column + 2.625 - 0.12);
      expect(word.top).toBeGreaterThanOrEqual(0.5 + row);
      expect(word.bottom).toBeLessThanOrEqual(0.5 + row + 1);
    }
  });
  expect(used.size).toBe(report.labels);
  expect(used.has('0 2 0')).toBe(false);
  expect(used.has('0 2 1')).toBe(true);
});

test('what cannot be labelled is refused with a sentence', async () => {
  const office = await sampleOffice(120);
  const { run } = await prepare(office);
  const outFile = join(tempFolder(), 'labels.pdf');
  const labels = (of: Parameters<typeof printLabels>[1]['of'], start = 1) =>
    printLabels(office, { of, start, outFile });
  await expect(labels({ memberNos: ['nobody'] })).rejects.toMatchObject({ code: 'members-unknown' });
  await expect(labels({ run }, 31)).rejects.toMatchObject({ code: 'no-such-label' });
  await expect(labels({ run })).rejects.toMatchObject({ code: 'no-labels' });
  expect(() => readFileSync(outFile)).toThrow();
});

test('each run has serial numbers of its own, and none while barcodes are off', async () => {
  const office = await sampleOffice(300);
  const frozen = (run: string): FrozenRun['barcodes'] =>
    // The row is there, as publishRun wrote it.
    (
      JSON.parse(
        String(office.db.sqlite.prepare('SELECT frozen FROM run WHERE id = ?').pluck().get(run)),
      ) as FrozenRun
    ).barcodes;
  expect(frozen((await prepare(office)).run)).toBeUndefined();
  const barcode = { mailerId: '912345678', serviceType: '300', barcodeId: '00' };
  await savePostalSettings(office, { duplex: false, barcode });
  const first = await prepare(office, '2027-01');
  const second = await prepare(office, '2027-02');
  expect(frozen(first.run)).toEqual({ ...barcode, firstSerial: 1 });
  expect(frozen(second.run)).toEqual({ ...barcode, firstSerial: 1 + first.toPrint });
});

test.each([
  ['12345', '300', '00'],
  ['123456789', '300', '00'],
  ['912345', '300', '00'],
  ['912345678', '30', '00'],
  ['912345678', '300', '05'],
])(
  'a barcode of Mailer ID %s, service type %s, identifier %s is refused',
  async (mailerId, serviceType, barcodeId) => {
    const office = await sampleOffice(80);
    await expect(
      savePostalSettings(office, { duplex: false, barcode: { mailerId, serviceType, barcodeId } }),
    ).rejects.toMatchObject({ code: 'barcode-invalid' });
  },
);

test('addresses are checked one by one and by the run, and agree', async () => {
  const office = await sampleOffice(400);
  const { run } = await prepare(office);
  const found = await checkRun(office, run);
  expect(found.length).toBeGreaterThan(10);
  for (const { memberNo, findings } of found.slice(0, 5))
    expect((await checkMember(office, memberNo))?.findings).toEqual(findings);
  const { findings } = await runPostal(office, run);
  expect(findings.reduce((sum, { count }) => sum + count, 0)).toBe(
    found.reduce((sum, each) => sum + each.findings.length, 0),
  );
  await expect(checkMember(office, 'nobody')).rejects.toMatchObject({ code: 'member-unknown' });
});
