import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { caseRows } from '../../../electron/repositories/audit-worklist.ts';
import { findActivity } from '../../../electron/services/audit/desk/find.ts';
import { takeStep } from '../../../electron/services/audit/desk/step.ts';
import { caseView } from '../../../electron/services/audit/desk/view.ts';
import { prepareLetters } from '../../../electron/services/audit/letters/prepare.ts';
import { markMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import type { Office } from '../../../electron/services/office.ts';
import { openOffice } from '../../../electron/services/office.ts';
import { explain } from '../../../electron/services/standing.ts';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import type { FindingReason, Verdict } from '../../../shared/domain/audit-findings.ts';
import type { AuditLetterKind } from '../../../shared/domain/audit-letters.ts';
import type { CaseStep } from '../../../shared/domain/audit-steps.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { optionsFor, sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

/** The sample's member whose audit is open: an RMA whose recorded cycle ended in 2025. */
export const NAME = 'Weatherspoon';

/** A small office with one open case that is easily found. */
export async function officeWithCase(): Promise<{ readonly office: Office; readonly audit: number }> {
  const office = await sampleOffice(80);
  const { rows } = await caseRows(
    office.reader,
    { state: 'selected', owner: null, text: NAME },
    { by: 'due', descending: false },
    TODAY,
    { offset: 0, limit: 10 },
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The sample has no case of ${NAME}.`);
  return { office, audit: row.audit };
}

export const seen = (office: Office, audit: number, today = TODAY): Promise<CaseView> =>
  caseView(office, audit, today);

/** Takes steps, one after the other, all of them today. */
export async function steps(office: Office, audit: number, ...to: readonly CaseStep[]): Promise<void> {
  for (const one of to) await takeStep(office, { audit, to: one, on: TODAY, note: 'As the phone call said' });
}

/** The same office under another name and, where one is given, on another day. */
export async function as(office: Office, actor: string, today = TODAY): Promise<Office> {
  await office.close();
  const again = await openOffice({ ...optionsFor(office.folder, today), actor });
  onTestFinished(async () => {
    if (again.db.sqlite.open) await again.close();
  });
  return again;
}

/** Gives every activity of the case the same finding. */
export async function findAll(
  office: Office,
  audit: number,
  verdict: Verdict,
  reason: FindingReason | null = null,
): Promise<void> {
  const view = await seen(office, audit);
  for (const { activity, excluded } of view.activities)
    if (excluded === null)
      await findActivity(office, { audit, activity, verdict, points: null, reason, note: '' });
}

/** Where that member's certification stands, and why. */
export async function rma(office: Office, today = TODAY): Promise<Standing> {
  const memberNo = office.db.sqlite
    .prepare<[string], string>('SELECT member_no FROM member WHERE last_name = ?')
    .pluck()
    .get(NAME);
  const [standing] = await explain(office, memberNo ?? '', today);
  if (standing === undefined) throw new Error(`${NAME} has no certification.`);
  return standing;
}

/** Prepares, prints and mails the letters of a kind: what they tell is final from then on. @returns the run */
export async function sendLetters(office: Office, kind: AuditLetterKind, today = TODAY): Promise<RunSummary> {
  office.db.sqlite.exec('UPDATE member SET mail_ok = 1');
  const run = await prepareLetters(office, { kind, asOf: today }, unwatchedWork());
  const outFile = join(tempFolder(), 'letters.pdf');
  await printRun(office, { run: run.run, from: null, to: null, outFile }, unwatchedWork());
  return markMailed(office, { run: run.run, on: today });
}
