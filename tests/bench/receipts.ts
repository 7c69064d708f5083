// A portal's file of 10,000 lines entered at 100,000 members, while somebody at the desk saves something over and over:
// `node tests/bench/receipts.ts [members] [lines]`. Target: no save waits over 100 ms for it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startWork } from '../../electron/jobs/work.ts';
import { resourcesFolder } from '../../electron/platform/resources.ts';
import { type Office, openOffice } from '../../electron/services/office.ts';
import { enterReceipts } from '../../electron/services/reconcile/enter.ts';
import { fileOf } from '../../electron/services/reconcile/lists.ts';
import { figures, shown } from './figures.ts';
import { BENCH_DAY, sampleFolder } from './sample-folder.ts';

const TARGET = 100;
/** Milliseconds between two saves of the desk. */
const EVERY = 40;

const [members = 100_000, lines = 10_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'standing-receipts-'));
try {
  cpSync(await sampleFolder(members), join(folder, 'office'), { recursive: true });
  const office = await openOffice({
    folder: join(folder, 'office'),
    actor: 'Bench',
    clock: { today: () => BENCH_DAY, now: () => new Date().toISOString() },
    resources: resourcesFolder(),
  });
  await measure(office, portalFile(office));
  await office.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Payments of members of the office, each of a transaction of its own. */
function portalFile({ db }: Office): string {
  const rows = db.sqlite
    .prepare<[number], { no: string; first: string; last: string }>(
      'SELECT m.member_no AS no, m.first_name AS first, m.last_name AS last FROM member m ORDER BY m.id LIMIT ?',
    )
    .all(lines);
  const file = join(folder, 'portal.csv');
  const texts = rows.map(
    ({ no, first, last }, n) => `T-${n},11/20/2026,50.00,${no},${first} ${last},Settled`,
  );
  writeFileSync(file, ['Transaction ID,Date,Amount,Member No,Name,Status', ...texts, ''].join('\n'));
  return file;
}

async function measure(office: Office, file: string): Promise<void> {
  const waits: number[] = [];
  let entering = 0;
  let over = false;
  const work = startWork(new AbortController().signal, ({ doing }) => {
    if (entering === 0 && doing === 'Entering the payments') entering = performance.now();
  });
  const desk = (async () => {
    while (!over) {
      await pause(EVERY);
      const began = performance.now();
      await office.act((write) =>
        write.journal({ action: 'bench.saved', subject: 'office', subjectId: 'bench', detail: null }),
      );
      if (entering > 0) waits.push(performance.now() - began);
    }
  })();
  const loop = loopDelay();
  const began = performance.now();
  const report = await enterReceipts(
    office,
    { source: 'portal', file, mapping: null, sha256: null, skipRefused: true },
    work,
  );
  const ended = performance.now();
  over = true;
  await desk;
  const { enteredCount, enteredCents, ledgerCents, differenceCents } = await fileOf(
    office,
    report.deposit ?? 0,
  );
  console.log(
    `${enteredCount.toLocaleString('en-US')} lines at ${members.toLocaleString('en-US')} members: read in ${seconds(entering - began)}, entered in ${seconds(ended - entering)}; ledger ${ledgerCents === enteredCents && differenceCents === 0 ? 'agrees' : 'DISAGREES'}.`,
  );
  console.log(
    `ms a save of the desk waits meanwhile      p50     p95     p99     max\n${''.padEnd(36)}${shown(figures(waits))}`,
  );
  console.log(`ms the thread was held at one go, all the while${shown(figures(loop()))}`);
  const worst = Math.max(...waits);
  console.log(
    `${waits.length} saves, the worst ${worst.toFixed(0)} ms: ${worst <= TARGET ? 'within' : 'OVER'} ${TARGET} ms.`,
  );
}

/** How long nothing else could run, from the start to the call. */
function loopDelay(): () => readonly number[] {
  const held: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    held.push(Math.max(0, now - last - 5));
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return held;
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
