import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { caseCodeText } from '../../../shared/domain/case-code.ts';
import type { PartOutcome } from '../../../shared/domain/intake.ts';
import { sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import { tempFolder } from '../../temp-office.ts';
import { auditedOffice, take, testReader } from './audited-office.ts';
import { BLANK, cover, type PageDrawing, PROOF, writeBatch, writePage } from './pages.ts';

const reader = testReader();

test('a cover with its papers is kept, read and filed to the audit; the same bytes again are a duplicate by any name', async () => {
  const { office, audited } = await auditedOffice(1);
  const folder = tempFolder();
  const file = await writeBatch(folder, 'scan.pdf', [cover(audited[0]?.audit ?? 0), PROOF, BLANK]);
  const [first] = await take(office, reader, file);
  expect(first).toMatchObject({
    file,
    outcome: 'filed',
    case: `audit ${audited[0]?.audit}`,
    pages: 3,
    parts: [{ firstPage: 1, lastPage: 3, memberNo: audited[0]?.memberNo }],
  });
  expect(readFileSync(documentPath(office.folder, first?.sha256 ?? ''))).toEqual(readFileSync(file));
  const other = join(folder, 'another name.pdf');
  copyFileSync(file, other);
  expect(await take(office, reader, other)).toMatchObject([
    {
      outcome: 'duplicate',
      sha256: first?.sha256,
      case: first?.case,
      reason: expect.stringContaining('scan.pdf'),
    },
  ]);
  expect(count(office, 'intake_document')).toBe(1);
  expect(count(office, 'intake_arrival')).toBe(2);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});

test('one file named twice in one run is filed once', async () => {
  const { office, audited } = await auditedOffice(1);
  const file = writePage(tempFolder(), 'scan.png', cover(audited[0]?.audit ?? 0));
  expect((await take(office, reader, file, file)).map(({ outcome }) => outcome)).toEqual([
    'filed',
    'duplicate',
  ]);
});

const SHEET = 'ST1.2026-12-A.7.RN.0000';

/** What is expected of each part: its pages and its outcome, with whose it is as a letter. */
const CASES: readonly {
  readonly name: string;
  readonly pages: (a: number, b: number) => readonly PageDrawing[];
  readonly parts: readonly string[];
}[] = [
  {
    name: 'a batch of two members is split at their covers',
    pages: (a, b) => [cover(a), PROOF, PROOF, cover(b), PROOF],
    parts: ['1-3 filed A', '4-5 filed B'],
  },
  {
    name: 'a copy of the cover on each page stays one part',
    pages: (a) => [cover(a), cover(a), cover(a)],
    parts: ['1-3 filed A'],
  },
  {
    name: 'papers before the first cover wait, with the code on their back or not',
    pages: (a) => [PROOF, cover(a)],
    parts: ['1-1 unmatched', '2-2 filed A'],
  },
  {
    name: 'codes of two members on one page wait, and so does what lies behind',
    pages: (a, b) => [{ codes: [...(cover(a).codes ?? []), ...(cover(b).codes ?? [])] }, PROOF],
    parts: ['1-2 unmatched'],
  },
  {
    name: 'a torn cover takes what lies behind with it into the queue, not to the case before',
    pages: (a, b) => [cover(a), PROOF, { ...cover(b), torn: 0.45 }, PROOF],
    parts: ['1-2 filed A', '3-4 unmatched'],
  },
  {
    name: 'a cover that was copied and copied again',
    pages: (a) => [{ ...cover(a), copied: 2, degrees: 2, dpi: 200 }, PROOF],
    parts: ['1-2 filed A'],
  },
  {
    name: 'a cover of which a quarter of the code is left, with one corner mark',
    pages: (a, b) => [cover(a), PROOF, { ...cover(b), torn: 0.62 }, PROOF],
    parts: ['1-2 filed A', '3-4 unmatched'],
  },
  {
    name: 'a cover that lay face down: its back is empty, and what follows may be of another',
    pages: (a) => [cover(a), PROOF, BLANK, PROOF, PROOF],
    parts: ['1-3 filed A', '4-5 unmatched'],
  },
  {
    name: 'a scan of both sides, with an empty back to each sheet',
    pages: (a, b) => [cover(a), BLANK, PROOF, BLANK, cover(b), BLANK, PROOF, PROOF],
    parts: ['1-4 filed A', '5-8 filed B'],
  },
  {
    name: 'a code on the back of a paper: the front may be of the member before, or of the one that the back names',
    pages: (a, b) => [cover(a), BLANK, PROOF, BLANK, PROOF, cover(b), PROOF, BLANK],
    parts: ['1-4 filed A', '5-5 unmatched', '6-8 filed B'],
  },
  {
    name: 'a torn code beside a whole one of another member',
    pages: (a, b) => [{ codes: [...(cover(b).codes ?? []), ...(cover(a).codes ?? [])], torn: 0.45 }, PROOF],
    parts: ['1-2 unmatched'],
  },
  { name: 'a page upside down', pages: (a) => [{ ...cover(a), degrees: 180 }], parts: ['1-1 filed A'] },
  { name: 'a page on its side', pages: (a) => [{ ...cover(a), degrees: 90 }], parts: ['1-1 filed A'] },
  {
    name: 'grey paper, turned a little, at 300 dpi',
    pages: (a) => [{ ...cover(a), degrees: -8, dpi: 300, paper: 205 }],
    parts: ['1-1 filed A'],
  },
  { name: 'a code of ours with a wrong check', pages: () => [{ codes: [SHEET] }], parts: ['1-1 unmatched'] },
  {
    name: 'an audit that is not there',
    pages: () => [{ codes: [caseCodeText({ audit: 987_654, activity: null })] }],
    parts: ['1-1 unmatched'],
  },
  {
    name: 'a sheet that was never printed',
    pages: () => [{ codes: [sheetCodeText({ run: '2031-01-A', sheet: 7, purpose: 'RN' })] }],
    parts: ['1-1 unmatched'],
  },
  {
    name: 'a code of somebody else is no code',
    pages: () => [{ codes: ['https://example.org/course/12'] }],
    parts: ['1-1 unmatched'],
  },
];

test('each kind of batch goes where its codes say, and nowhere on a guess', async () => {
  const { office, audited } = await auditedOffice(2);
  const [a, b] = audited;
  const folder = tempFolder();
  const letter = new Map([
    [a?.memberNo, ' A'],
    [b?.memberNo, ' B'],
  ]);
  const told = ({ firstPage, lastPage, outcome, memberNo }: PartOutcome) =>
    `${firstPage}-${lastPage} ${outcome}${letter.get(memberNo) ?? ''}`;
  for (const [at, { name, pages, parts }] of CASES.entries()) {
    const file = await writeBatch(folder, `${at}.pdf`, pages(a?.audit ?? 0, b?.audit ?? 0));
    const [taken] = await take(office, reader, file);
    expect(taken?.parts.map(told), name).toEqual(parts);
  }
}, 60_000);

test('a cover of a closed case is refused where the member has no other (SC-DOC-1), with a letter queued', async () => {
  const { office, audited } = await auditedOffice(1);
  const [one] = audited;
  office.db.sqlite
    .prepare("UPDATE audit SET outcome = 'compliant', closed_on = selected_on WHERE id = ?")
    .run(one?.audit);
  const [taken] = await take(office, reader, writePage(tempFolder(), 'late.png', cover(one?.audit ?? 0)));
  expect(taken).toMatchObject({
    outcome: 'refused',
    reason: expect.stringMatching(/^AMT does not accept documents .* Member \d+ has no open audit/),
  });
  expect(existsSync(documentPath(office.folder, taken?.sha256 ?? ''))).toBe(true);
  expect(count(office, 'intake_return_letter')).toBe(1);
});

test('an activity of another member on a cover waits', async () => {
  const { office, audited } = await auditedOffice(1);
  const [one] = audited;
  const activity = (mine: boolean) =>
    office.db.sqlite
      .prepare<[number | undefined], number>(
        `SELECT id FROM activity WHERE member_id ${mine ? '=' : '<>'} ? LIMIT 1`,
      )
      .pluck()
      .get(one?.memberId) ?? 0;
  const folder = tempFolder();
  const page = (name: string, mine: boolean) =>
    writePage(folder, name, cover(one?.audit ?? 0, activity(mine)));
  const taken = await take(office, reader, page('mine.png', true), page('other.png', false));
  expect(taken.map(({ outcome }) => outcome)).toEqual(['filed', 'unmatched']);
});

function count(office: Awaited<ReturnType<typeof auditedOffice>>['office'], table: string): unknown {
  return office.db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
}
