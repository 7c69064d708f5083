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

/** A day that is tried: nobody's standing can be taken over from today's. */
const ANOTHER_DAY = '2027-06-01';

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

const ROUNDS = 5;

/** Processor milliseconds of each, in turns, so that other work on the machine falls on all of them; the first turn only warms up. */
async function inTurns<Name extends string>(
  actions: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  // Object.entries forgets the keys' type.
  const entries = Object.entries(actions) as [Name, () => Promise<unknown>][];
  const times = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, action] of entries) {
      const before = process.cpuUsage();
      await action();
      const { user, system } = process.cpuUsage(before);
      if (round > 0) times[name].push((user + system) / 1000);
    }
  }
  return times;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function readOnly(office: Office, reads: readonly string[]): Promise<void> {
  const statements = reads.map((sql) => office.db.sqlite.prepare(sql));
  for (const { first, last } of await memberRanges(office.reader, MEMBERS_AT_A_TIME))
    for (const statement of statements) statement.all(first, last);
}

const growth: number[] = [];
for (const members of [10_000, 100_000]) {
  const office = await openSample(members);
  const trialOn = (asOf: string) => () =>
    tryOut(
      office,
      { values: [{ name: 'lapse-after-months', value: 24 }], without: null, asOf, against: BENCH_DAY },
      unwatchedWork(),
    );
  const times = await inTurns({
    read: () => readOnly(office, READS),
    sweepRead: () => readOnly(office, SWEEP_READS),
    dry: () => sweep(office, { asOf: BENCH_DAY, dryRun: true }, unwatchedWork()),
    tried: trialOn(BENCH_DAY),
    anotherDay: trialOn(ANOTHER_DAY),
  });
  await office.close();
  growth.push(median(times.dry));
  console.log(
    `${members} members, processor time, medians of ${ROUNDS}; memory beside the mapped database file ${anonymousMemory()}`,
  );
  const print = (what: string, measured: readonly number[], reference: readonly number[]) => {
    const ratio = median(measured.map((time, round) => time / (reference[round] ?? 0)));
    const ms = (values: readonly number[]) => `${median(values).toFixed(0)} ms`;
    console.log(
      `  ${what} ${ms(measured)}, the same rows read alone ${ms(reference)}: ${ratio.toFixed(2)} × (target ≤ 2)`,
    );
  };
  print('sweep dry run', times.dry, times.sweepRead);
  print('what-if of a value', times.tried, times.read);
  print('what-if of a value and a day (everyone judged twice)', times.anotherDay, times.read);
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
