import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadLetter, sectionsOf } from '../../electron/printing/letter/template.ts';
import { printNotices } from '../../electron/printing/print-notices.ts';
import { CERTIFICATION_CODES } from '../../shared/domain/codes.ts';
import type { LineAudit, LineLapse, NoticeLine, NoticeSheet } from '../../shared/domain/notice.ts';
import { LETTERS } from '../../shared/domain/notice-schedule.ts';
import { parseSheetCode, purposeOf } from '../../shared/domain/sheet-code.ts';
import { codes, wordsByPage } from './poppler.ts';
import { line, options, RESOURCES, sheet } from './sample-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'kinds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LAPSE: LineLapse = { cause: 'fees', since: '2023-10-31', on: '2026-10-31', routes: ['ccp', 'exam'] };
const AUDIT: LineLapse = { cause: 'audit', since: '2026-10-06', on: '2026-10-06', routes: ['exam'] };
const EXTRAS: Readonly<Record<string, Partial<NoticeLine>>> = {
  renewal: { arrearsCents: 100_00 },
  reminder: { arrearsCents: 100_00 },
  'past-due': { arrearsCents: 100_00 },
  final: { lapsesOn: '2027-01-31', arrearsCents: 100_00 },
  ccp: { amountCents: 0, yearStart: '2025-12-01', yearEnd: '2028-11-30', dueOn: '2028-11-30' },
  lapse: { amountCents: 0, lapse: LAPSE },
  audit: {
    amountCents: 0,
    yearStart: '2023-05-01',
    yearEnd: '2026-04-30',
    cycleEnd: '2026-04-30',
    dueOn: '2027-02-14',
    attested: true,
    audit: { audit: 12, campaign: '2027', selectedOn: '2027-01-08', answerBy: '2027-02-14', activities: [] },
  },
  receipt: { amountCents: 0, paid: { cents: 50_00, on: '2026-11-20', how: 'Check 1041' } },
};
const WAYS = [
  {
    citation: 'SC-RECERT-3',
    sentence: 'Recertify by Exam: submit a Recertification by Exam Application and fee.',
  },
];

const DRAWN = [{ citation: 'PB-AUD-1', sentence: 'The CCP audit is annual and random.' }];

/** The sheet of a letter for some certifications. */
function sheetOf(id: string, n: number, of: number, name: string, lines: readonly NoticeLine[]): NoticeSheet {
  const letter = LETTERS.find((each) => each.id === id);
  if (letter === undefined) throw new Error(id);
  const extra =
    letter.kind === 'lapse' ? { waysBack: WAYS } : letter.kind === 'audit' ? { selection: DRAWN } : {};
  return { ...sheet(n, of, name, {}, lines), purpose: purposeOf(letter.kind, id), ...extra };
}

async function printed(id: string, sheets: readonly NoticeSheet[]): Promise<string> {
  const file = join(folder, `${id}-${sheets.length}.pdf`);
  const kind = LETTERS.find((each) => each.id === id)?.kind ?? 'renewal';
  await printNotices(sheets, {
    ...options(file),
    letter: loadLetter(`${RESOURCES}/letters/${id}.txt`, kind),
  });
  return file;
}

describe.each(LETTERS)('the letter “$id”', ({ id, kind }) => {
  const own = (code: NoticeLine['code']) => line(code, EXTRAS[kind] ?? {});

  test('has every part of its kind, and no other', () => {
    const letter = loadLetter(`${RESOURCES}/letters/${id}.txt`, kind);
    for (const section of sectionsOf(kind)) expect(letter[section]?.length, section).toBeGreaterThan(0);
    const filled = Object.entries(letter).filter(([, paragraphs]) => paragraphs.length > 0);
    expect(filled.map(([section]) => section).sort()).toEqual([...sectionsOf(kind)].sort());
  });

  test('shows address, number and QR code where they belong', async () => {
    const file = await printed(id, [
      sheetOf(id, 1, 2, 'Rosa Nguyễn', [own('RMA')]),
      sheetOf(id, 2, 2, 'Zoë O’Brien', [own('MT'), own('RMA')]),
    ]);
    // An audit notice is followed by its cover sheets.
    const letters = kind === 'audit' ? [0, 2] : [0, 1];
    const all = wordsByPage(file);
    expect(all).toHaveLength(kind === 'audit' ? 5 : 2);
    const pages = letters.map((page) => all[page] ?? []);
    expect(
      codes(file, mkdtempSync(join(folder, 'codes-'))).flatMap((each) => parseSheetCode(each)?.purpose ?? []),
    ).toEqual([purposeOf(kind, id), purposeOf(kind, id)]);
    for (const words of pages) {
      const windowWords = words.filter((word) => word.left < 4.6 && word.top > 1.9 && word.bottom < 3.15);
      for (const word of windowWords) {
        expect(word.left, word.text).toBeGreaterThanOrEqual(0.75);
        expect(word.right, word.text).toBeLessThanOrEqual(3.5);
        expect(word.top, word.text).toBeGreaterThanOrEqual(2.24);
        expect(word.bottom, word.text).toBeLessThanOrEqual(2.885);
      }
      expect(windowWords.length).toBeGreaterThan(4);
    }
  });

  test('holds all ten certifications without a word over another', async () => {
    const lines = CERTIFICATION_CODES.map(own);
    const file = await printed(id, [
      sheetOf(id, 1, 1, 'Bartholomew Christopherson-Montgomery Featherstonehaugh III', lines),
    ]);
    const words = (wordsByPage(file)[0] ?? []).filter((word) => word.top > 3.2);
    expect(words.length).toBeGreaterThan(60);
    const overlapping = words.filter((a) =>
      words.some(
        (b) =>
          a !== b && a.left < b.right - 0.01 && b.left < a.right - 0.01 && Math.abs(a.top - b.top) < 0.02,
      ),
    );
    expect(overlapping.map(({ text }) => text)).toEqual([]);
    for (const word of words) expect(word.bottom, word.text).toBeLessThan(10.85);
  });
});

describe('what a letter of a kind says', () => {
  const text = async (id: string, lines: readonly NoticeLine[]) =>
    (wordsByPage(await printed(id, [sheetOf(id, 1, 1, 'Rosa Smith', lines)]))[0] ?? [])
      .map((word) => word.text)
      .join(' ');

  test('a final notice names the last day to pay', async () => {
    const words = await text('final', [line('RMA', EXTRAS.final)]);
    expect(words).toContain('Pay by 30 January 2027');
    expect(words).toContain('lapses on 31 January 2027');
    expect(words).toContain('$150.00');
  });

  test('a CCP notice names the points and has an attestation to sign, and no payment slip', async () => {
    const words = await text('ccp', [line('RMA', EXTRAS.ccp)]);
    for (const part of ['10 of 30 points', 'I attest', 'Signature', 'Date', 'CCP attestation'])
      expect(words).toContain(part);
    expect(words).not.toMatch(/Payment slip|Amount/);
  });

  test('a receipt names what came, how, and the years that it settled, and has nothing to pay', async () => {
    const words = await text('receipt', [line('RMA', EXTRAS.receipt), line('MT', EXTRAS.receipt)]);
    for (const part of ['We received $100.00', '20 November 2026', 'Check 1041', 'paid in full'])
      expect(words).toContain(part);
    expect(words).not.toMatch(/Payment slip|Amount due|Detach|due 31/);
  });

  test('an audit notice says why, what and by when, for cause without a word of a draw', async () => {
    const words = await text('audit', [line('RMA', EXTRAS.audit)]);
    for (const part of [
      'Proof is asked for by',
      '14 February 2027',
      'cycle from 1 May 2023 to 30 April 2026',
      'by a random draw',
      'PB-AUD-1',
      'and attested',
      'cover sheets',
    ])
      expect(words).toContain(part);
    expect(words).not.toMatch(/Payment slip|Amount|Detach|opened for a reason/);
    const audit = { ...EXTRAS.audit?.audit, audit: 13, campaign: null } as LineAudit;
    const cause = await text('audit', [line('RMA', { ...EXTRAS.audit, audit })]);
    expect(cause).toContain('opened for a reason');
    expect(cause).not.toContain('random draw;');
  });

  test('a lapse notice names cause and ways back, and has nothing to pay', async () => {
    const words = await text('lapse', [line('RMA', EXTRAS.lapse)]);
    for (const part of [
      '31 October 2026',
      'the annual fee due 31 October 2023 was not paid',
      'By CCP or by exam',
      'SC-RECERT-3',
    ])
      expect(words).toContain(part);
    expect(words).not.toMatch(/Payment slip|Amount|Detach/);
    const exam = await text('lapse', [line('RMA', { amountCents: 0, lapse: AUDIT })]);
    expect(exam).toContain('You may recertify by taking the exam;');
    expect(exam).toContain('By exam');
  });
});
