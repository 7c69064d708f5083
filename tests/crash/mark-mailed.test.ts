import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { decideCase, secondReview } from '../../electron/services/audit/desk/decide.ts';
import { auditForCause } from '../../electron/services/audit/for-cause.ts';
import { prepareLetters } from '../../electron/services/audit/letters/prepare.ts';
import { verifyOffice } from '../../electron/services/backup/verify.ts';
import { prepareRun } from '../../electron/services/notices/prepare.ts';
import { printRun } from '../../electron/services/notices/print.ts';
import type { Office } from '../../electron/services/office.ts';
import { as, findAll, officeWithCase, steps } from '../services/audit/desk-office.ts';
import { TODAY } from '../temp-office.ts';
import { openForCrash } from './child.ts';

// Marking runs of the audit as mailed, killed (SIGKILL) at any moment: the mark on the run, the steps of its cases, and what the rules
// read of them and keep as the standing are there together, or none is.

const KILLS = 6;
const CHILD = join(import.meta.dirname, 'mark-mailed-child.ts');
const root = mkdtempSync(join(tmpdir(), 'standing-mailed-crash-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** An office with a printed run of an audit notice and a printed run of a decision’s letter. */
async function startingOffice(): Promise<{ readonly folder: string; readonly runs: readonly string[] }> {
  const { office: first, audit } = await officeWithCase();
  first.db.sqlite.exec('UPDATE member SET mail_ok = 1');
  await steps(first, audit, 'received', 'in-review');
  await findAll(first, audit, 'rejected', 'not-related');
  await decideCase(first, { audit, outcome: 'non-compliant', reason: '', citation: null });
  const office = await as(first, 'Ben Okafor');
  await secondReview(office, { audit, by: null, agrees: true, note: '' });
  await openAnother(office);
  const request = { step: 'audit', month: TODAY.slice(0, 7), asOf: TODAY, again: false };
  const notices = await prepareRun(office, request, unwatchedWork());
  const letters = await prepareLetters(office, { kind: 'audit-non-compliant', asOf: TODAY }, unwatchedWork());
  for (const { run } of [notices, letters])
    await printRun(office, { run, from: null, to: null, outFile: join(root, `${run}.pdf`) }, unwatchedWork());
  await office.close();
  return { folder: office.folder, runs: [notices.run, letters.run] };
}

/** Opens an audit of whoever can be audited, today. */
async function openAnother(office: Office): Promise<void> {
  const held = office.db.sqlite
    .prepare<[], { memberNo: string; code: 'RMA' }>(
      `SELECT m.member_no AS memberNo, c.code FROM certification c JOIN member m ON m.id = c.member_id
       JOIN postal_address p ON p.member_id = m.id AND p.valid_to IS NULL AND p.bad_reason IS NULL
       WHERE m.deceased_on IS NULL AND c.id NOT IN (SELECT certification_id FROM audit) ORDER BY c.id`,
    )
    .all();
  for (const { memberNo, code } of held) {
    const opened = await auditForCause(office, { memberNo, code, reason: 'A test' }, TODAY).catch(() => null);
    if (opened !== null) return;
  }
  throw new Error('Nobody of the sample can be audited.');
}

test(`killed at ${KILLS} moments: a run is mailed with all that follows for its cases, or not at all`, {
  timeout: 240_000,
}, async () => {
  const start = await startingOffice();
  const folder = join(root, 'office');
  cpSync(start.folder, folder, { recursive: true });
  for (let kill = 0; kill < KILLS; kill++) {
    await killedAfter(folder, start.runs, 40 + ((kill * 67) % 190));
    const office = await openForCrash(folder);
    expectTogether(office, start.runs);
    if (kill === KILLS - 1) expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
    await office.close();
  }
});

function expectTogether(office: Office, [notices = '', letters = '']: readonly string[]): void {
  const one = (sql: string, ...args: readonly string[]) =>
    office.db.sqlite
      .prepare(sql)
      .pluck()
      .get(...args);
  const mailed = (run: string) => one('SELECT mailed_on IS NOT NULL FROM run WHERE id = ?', run) === 1;
  const told = one("SELECT count(*) FROM audit WHERE selected_on = ? AND state = 'notice-sent'", TODAY);
  expect(told).toBe(mailed(notices) ? 1 : 0);
  const decided = one(
    "SELECT a.state || ' ' || ifnull(a.outcome, '-') || ' ' || ifnull(s.lapse_cause, '-') FROM audit_decision d JOIN audit a ON a.id = d.audit_id JOIN standing s ON s.certification_id = a.certification_id",
  );
  expect(decided).toBe(mailed(letters) ? 'decided non-compliant audit' : 'letter-waiting - -');
  const standing = one(
    'SELECT count(*) FROM audit_final f WHERE takes_back IS NULL AND NOT EXISTS (SELECT 1 FROM audit_final b WHERE b.takes_back = f.id)',
  );
  expect(standing).toBe(mailed(letters) ? 1 : 0);
  expect(one("SELECT count(*) FROM journal WHERE action = 'run.mailed'")).toBeGreaterThan(0);
}

/** Lets the child work so many ms after its first round, then kills it. */
function killedAfter(folder: string, runs: readonly string[], ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, ...runs], { stdio: ['ignore', 'pipe', 'inherit'] });
    let begun = false;
    child.stdout.on('data', () => {
      if (begun) return;
      begun = true;
      setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.on('error', reject);
    child.on('close', () =>
      begun ? resolve() : reject(new Error('The child ended before it had marked anything.')),
    );
  });
}
