import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerifyReport } from '../../../shared/domain/office.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import {
  brokenReferences,
  CHAIN_START,
  followChain,
  integrityProblems,
  tableNames,
  unbalancedMoney,
} from '../../db/verify.ts';
import type { Work } from '../../jobs/work.ts';
import { hashesGone } from '../../repositories/destructions.ts';
import { documentsOnRecord } from '../../repositories/documents.ts';
import { runs } from '../../repositories/runs.ts';
import { runPdf } from '../notices/run-file.ts';
import type { OfficeView } from '../office.ts';

type Check = VerifyReport['checks'][number];

const JOURNAL_ENTRIES_AT_A_TIME = 2000;

/** Checks a whole office: database, references, money, the journal's chain, documents and printed runs. Changes nothing. */
export async function verifyOffice(
  view: Pick<OfficeView, 'folder' | 'reader'>,
  work: Work,
): Promise<VerifyReport> {
  const checks: Check[] = [];
  const steps = [
    () => integrity(view.reader, work),
    async () => foreignKeys(view.reader),
    async () => money(view.reader),
    () => journal(view.reader, work),
    () => documents(view, work),
    () => printedRuns(view, work),
  ];
  for (const [index, step] of steps.entries()) {
    work.progress({ doing: 'Verifying the office', done: index, total: steps.length, cancellable: true });
    checks.push(await step());
    await work.breathe();
  }
  return { ok: checks.every(({ ok }) => ok), checks };
}

async function integrity({ sqlite }: ReadableDatabase, work: Work): Promise<Check> {
  const problems: string[] = [];
  for (const table of tableNames(sqlite)) {
    problems.push(...integrityProblems(sqlite, table));
    await work.breathe();
  }
  return check(
    'integrity',
    problems.length === 0,
    problems.length === 0 ? 'The database is sound.' : `The database is damaged: ${problems[0]}`,
  );
}

function foreignKeys({ sqlite }: ReadableDatabase): Check {
  const broken = brokenReferences(sqlite);
  return check(
    'foreign-keys',
    broken === 0,
    broken === 0 ? 'Every reference leads somewhere.' : `${broken} references lead nowhere.`,
  );
}

function money({ sqlite }: ReadableDatabase): Check {
  const unbalanced = unbalancedMoney(sqlite);
  return check(
    'payments',
    unbalanced === 0,
    unbalanced === 0
      ? 'Payments and fees agree to the cent.'
      : `${unbalanced === 1 ? '1 fee, payment or balance does' : `${unbalanced} fees, payments or balances do`} not add up.`,
  );
}

async function journal({ sqlite }: ReadableDatabase, work: Work): Promise<Check> {
  let state = CHAIN_START;
  while (!state.finished) {
    state = followChain(sqlite, state, JOURNAL_ENTRIES_AT_A_TIME);
    await work.breathe();
  }
  return check(
    'journal',
    state.brokenAt === null,
    state.brokenAt === null
      ? `The journal’s chain of ${state.entries} entries is whole.`
      : `The journal’s chain is broken at entry ${state.brokenAt}.`,
  );
}

async function documents(
  { folder, reader }: Pick<OfficeView, 'folder' | 'reader'>,
  work: Work,
): Promise<Check> {
  const stored = new Set<string>();
  for (const entry of await readdir(join(folder, 'documents'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.part')) continue;
    stored.add(entry.name);
    if ((await fileSha256(join(entry.parentPath, entry.name))) !== entry.name)
      return check('documents', false, `The document ${entry.name} is not what was stored.`);
    await work.breathe();
  }
  const recorded = await documentsOnRecord(reader);
  const onRecord = new Set(recorded.map(({ sha256 }) => sha256));
  const missing = recorded.find(({ sha256 }) => !stored.has(sha256));
  if (missing !== undefined)
    return check('documents', false, `The document ${missing.sha256} (${missing.what}) is missing.`);
  const back = (await hashesGone(reader)).find((sha256) => stored.has(sha256) && !onRecord.has(sha256));
  if (back !== undefined)
    return check(
      'documents',
      false,
      `The document ${back} is there, but the log says that it was destroyed.`,
    );
  return check(
    'documents',
    true,
    stored.size === 0 ? 'No documents are stored yet.' : `${stored.size} documents are as they were stored.`,
  );
}

async function printedRuns(
  { folder, reader }: Pick<OfficeView, 'folder' | 'reader'>,
  work: Work,
): Promise<Check> {
  let count = 0;
  for (const { id, pdfSha256 } of await runs(reader)) {
    const hash = pdfSha256 === null ? null : await fileSha256(runPdf(folder, id)).catch(() => null);
    if (hash === null) continue;
    count += 1;
    if (hash !== pdfSha256)
      return check('runs', false, `The PDF of run ${id} is not the one that was printed.`);
    await work.breathe();
  }
  return check('runs', true, `${count} kept PDFs are the ones that were printed.`);
}

function check(name: Check['name'], ok: boolean, message: string): Check {
  return { name, ok, message };
}

/** SHA-256 of a file in hexadecimal, read as a stream. */
export async function fileSha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
