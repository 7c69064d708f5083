// How long it takes to evaluate everyone from the database: `node tests/bench/evaluate.ts`. The reference beside it reads the same
// rows in the same chunks with prepared statements and does nothing with them. Target (speed.md): at most 2 times that.
import { readFileSync } from 'node:fs';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { memberRanges } from '../../electron/repositories/facts.ts';
import type { Office } from '../../electron/services/office.ts';
import { MEMBERS_AT_A_TIME } from '../../electron/services/standing.ts';
import { sweep } from '../../electron/services/sweep/sweep.ts';
import { tryOut } from '../../electron/services/what-if/try-out.ts';
import { BENCH_DAY, openSample } from './sample-folder.ts';

const READS = [
  `SELECT c.id, c.member_id, c.code, c.certified_on, c.recertified_on, c.certificate_no, m.member_no, m.deceased_on, m.first_name, m.middle_name,
     m.last_name, m.suffix FROM certification c JOIN member m ON m.id = c.member_id WHERE c.member_id BETWEEN ? AND ?`,
  'SELECT f.certification_id, f.year_start, f.amount_cents, f.paid_cents, f.waived FROM certification c JOIN annual_fee f ON f.certification_id = c.id WHERE f.voided_on IS NULL AND c.member_id BETWEEN ? AND ?',
  'SELECT id, member_id, completed_on, category, points, criteria, source, finding, employed_from, employed_to FROM activity WHERE withdrawn_on IS NULL AND member_id BETWEEN ? AND ?',
  'SELECT certification_id, activity_id, points FROM activity_grant WHERE member_id BETWEEN ? AND ?',
  'SELECT a.certification_id, a.cycle_start, a.attested_on FROM certification c JOIN attestation a ON a.certification_id = c.id WHERE a.undone_on IS NULL AND c.member_id BETWEEN ? AND ?',
  'SELECT a.certification_id, a.cycle_start, a.selected_on, a.closed_on, a.outcome FROM certification c JOIN audit a ON a.certification_id = c.id WHERE c.member_id BETWEEN ? AND ?',
  'SELECT r.certification_id, r.route, r.received_on FROM certification c JOIN recertification_application r ON r.certification_id = c.id WHERE c.member_id BETWEEN ? AND ? AND r.closed_on IS NULL',
];

/** What a sweep reads beside: the rolls, lapses and withdrawn invoices on record. */
const SWEEP_READS = [
  ...READS,
  'SELECT r.certification_id, r.id, r.cycle_start, r.cycle_end FROM certification c JOIN rolled_cycle r ON r.certification_id = c.id WHERE c.member_id BETWEEN ? AND ? AND r.reopened_on IS NULL',
  'SELECT f.certification_id, f.year_start FROM certification c JOIN annual_fee f ON f.certification_id = c.id WHERE f.voided_on IS NOT NULL AND c.member_id BETWEEN ? AND ?',
  'SELECT l.certification_id, l.cause, l.since FROM certification c JOIN lapse l ON l.certification_id = c.id WHERE c.member_id BETWEEN ? AND ? AND l.lifted_on IS NULL',
];

/** Processor milliseconds, the least of three: other work on the machine does not count. */
async function cpu(action: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    await action();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

async function readOnly(office: Office, reads: readonly string[]): Promise<void> {
  const statements = reads.map((sql) => office.db.sqlite.prepare(sql));
  for (const { first, last } of await memberRanges(office.reader, MEMBERS_AT_A_TIME))
    for (const statement of statements) statement.all(first, last);
}

const growth: number[] = [];
for (const members of [10_000, 100_000]) {
  const office = await openSample(members);
  const read = await cpu(() => readOnly(office, READS));
  const sweepRead = await cpu(() => readOnly(office, SWEEP_READS));
  const dry = await cpu(() => sweep(office, { asOf: BENCH_DAY, dryRun: true }, unwatchedWork()));
  const tried = await cpu(() =>
    tryOut(
      office,
      {
        values: [{ name: 'lapse-after-months', value: 24 }],
        without: null,
        asOf: BENCH_DAY,
        against: BENCH_DAY,
      },
      unwatchedWork(),
    ),
  );
  await office.close();
  growth.push(dry);
  const ms = (time: number) => `${time.toFixed(0)} ms`;
  console.log(
    `${members} members, processor time; memory beside the mapped database file ${anonymousMemory()}`,
  );
  console.log(
    `  sweep dry run ${ms(dry)}, the same rows read alone ${ms(sweepRead)}: ${(dry / sweepRead).toFixed(2)} × (target ≤ 2)`,
  );
  console.log(
    `  what-if (everyone judged twice) ${ms(tried)}, the same rows read alone ${ms(read)}: ${(tried / read).toFixed(2)} × (target ≤ 2)`,
  );
}

console.log(
  `growth for 10 × the members: ${((growth[1] ?? 0) / (growth[0] ?? 1)).toFixed(1)} × (a defect above 12)`,
);

/** Of this process now; what SQLite maps of the database file is the system's cache, not ours. */
function anonymousMemory(): string {
  try {
    const kilobytes = /RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return `${Math.round(Number(kilobytes) / 1024)} MB (target ≤ 400)`;
  } catch {
    return 'not measured on this system';
  }
}
