import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { verifyOffice } from '../../electron/services/backup/verify.ts';
import { auditedOffice } from '../services/intake/audited-office.ts';
import { chance } from '../services/intake/mutate.ts';
import { cover, PROOF, writeBatch, writePage } from '../services/intake/pages.ts';
import { tempFolder } from '../temp-office.ts';
import { openForCrash } from './child.ts';
import { takeScans } from './intake-child.ts';

// Taking documents in, killed (SIGKILL) at any moment, loses none and files none twice when it is done again. STANDING_KILLS=20 for more.

const KILLS = Number(process.env.STANDING_KILLS ?? 6);
const CHILD = join(import.meta.dirname, 'intake-child.ts');
const CONTENT = `SELECT d.sha256, d.pages, p.first_page, p.last_page, p.state, p.audit_id,
  (SELECT count(*) FROM intake_arrival a WHERE a.document_id = d.id) AS arrivals,
  (SELECT count(*) FROM intake_step s WHERE s.part_id = p.id) AS steps
  FROM intake_document d LEFT JOIN intake_part p ON p.document_id = d.id ORDER BY d.sha256, p.first_page`;

test(`killed at ${KILLS} random moments`, { timeout: 600_000 }, async () => {
  const { office, audited } = await auditedOffice(3);
  await office.close();
  const root = tempFolder();
  const scans = join(root, 'scans');
  mkdirSync(scans);
  const [a, b, c] = audited.map(({ audit }) => audit);
  await writeBatch(scans, '1.pdf', [cover(a ?? 0), PROOF, cover(b ?? 0), PROOF]);
  writePage(scans, '2.png', cover(c ?? 0));
  writePage(scans, '3.png', PROOF);
  writePage(scans, '4.png', { ...cover(a ?? 0), degrees: 3 });
  const copy = (name: string) => {
    cpSync(office.folder, join(root, name), { recursive: true });
    return join(root, name);
  };
  const whole = copy('whole');
  const lasted = await runChild(whole, scans, null);
  const expected = await contentOf(whole);
  expect(expected).toHaveLength(5);
  const next = chance(Date.now());
  for (let kill = 1; kill <= KILLS; kill++) {
    const folder = copy(`kill-${kill}`);
    await runChild(folder, scans, next() * lasted);
    const again = await openForCrash(folder);
    await takeScans(again, scans);
    expect((await verifyOffice(again, unwatchedWork())).ok, `kill ${kill}`).toBe(true);
    await again.close();
    // A document whose taking was over before the kill has come a second time since; nothing else differs.
    expect((await contentOf(folder)).map(withoutArrivals), `kill ${kill}`).toEqual(
      expected.map(withoutArrivals),
    );
  }
});

interface Row {
  readonly arrivals: number;
  readonly [column: string]: unknown;
}

const withoutArrivals = ({ arrivals: _arrivals, ...row }: Row) => row;

async function contentOf(folder: string): Promise<readonly Row[]> {
  const office = await openForCrash(folder);
  try {
    return office.db.sqlite.prepare<[], Row>(CONTENT).all();
  } finally {
    await office.close();
  }
}

/** @returns how long it ran after its start, in milliseconds */
function runChild(folder: string, scans: string, killAfterMs: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, scans], { stdio: ['ignore', 'pipe', 'inherit'] });
    let started = 0;
    child.stdout.on('data', (told: Buffer) => {
      if (!told.toString().includes('started')) return;
      started = performance.now();
      if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0 && killAfterMs === null) reject(new Error(`The child ended with code ${code}.`));
      else resolve(performance.now() - started);
    });
  });
}
