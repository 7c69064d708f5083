// Taking in the morning's post: who is meant by what is typed, and the cheque entered: `node tests/bench/payments.ts`.
// Target: at most 100 ms together an entry on 100,000 members, and at most 12 times the time for 10 times the members. Works on a
// copy of the sample office.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourcesFolder } from '../../electron/platform/resources.ts';
import { type Office, openOffice } from '../../electron/services/office.ts';
import { listCredits } from '../../electron/services/payments/credits.ts';
import { openDeposit } from '../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../electron/services/payments/enter.ts';
import { recognise } from '../../electron/services/payments/recognise.ts';
import { reverse } from '../../electron/services/payments/reverse.ts';
import { figures, shown } from './figures.ts';
import { random } from './random.ts';
import { BENCH_DAY, sampleFolder } from './sample-folder.ts';

const ENTRIES = 300;
const TARGET_MS = 100;
/** What is done for each cheque. */
const AN_ENTRY = ['recognise a number', 'recognise a name', 'enter'] as const;

/** Milliseconds of each kind of step: by the clock, and by the processor. */
class Spent {
  readonly #wall = new Map<string, number[]>();
  readonly #cpu = new Map<string, number[]>();

  async measure<T>(name: string, run: () => Promise<T>): Promise<T> {
    const cpu = process.cpuUsage();
    const from = performance.now();
    const result = await run();
    put(this.#wall, name, performance.now() - from);
    const { user, system } = process.cpuUsage(cpu);
    put(this.#cpu, name, (user + system) / 1000);
    return result;
  }

  print(): void {
    console.log(`${''.padEnd(32)}     p50     p95     p99     max`);
    for (const [name, times] of this.#wall) {
      console.log(`${name.padEnd(32)}${shown(figures(times))}`);
      console.log(`${`${name} (processor)`.padEnd(32)}${shown(figures(this.#cpu.get(name) ?? []))}`);
    }
  }

  /** Of the processor, in the middle. */
  entryMs(): number {
    return AN_ENTRY.reduce((sum, name) => sum + figures(this.#cpu.get(name) ?? []).p50, 0);
  }
}

function put(into: Map<string, number[]>, name: string, milliseconds: number): void {
  into.set(name, [...(into.get(name) ?? []), milliseconds]);
}

const [small, large] = [await measurePayments(10_000), await measurePayments(100_000)];
console.log(`an entry grew ${(large / small).toFixed(1)} × for 10 × the members (12 × would be a defect)`);

/** @returns processor time in ms of an entry, in the middle */
async function measurePayments(size: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'standing-payments-'));
  cpSync(await sampleFolder(size), folder, { recursive: true });
  const office = await openOffice({
    folder,
    actor: 'Bench',
    clock: { today: () => BENCH_DAY, now: () => new Date().toISOString() },
    resources: resourcesFolder(),
  });
  const spent = await enterPost(office);
  await office.close();
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${size} members, in ms`);
  spent.print();
  const ms = spent.entryMs();
  console.log(
    `an entry: ${ms.toFixed(1)} ms by processor time (target ≤ ${TARGET_MS}, ratio ${(ms / TARGET_MS).toFixed(2)})`,
  );
  return ms;
}

async function enterPost(office: Office): Promise<Spent> {
  const spent = new Spent();
  const members = office.db.sqlite
    .prepare<[], { no: string; name: string; code: 'RMA' }>(
      "SELECT m.member_no AS no, m.last_name || ' ' || m.first_name AS name, c.code FROM member m JOIN certification c ON c.member_id = m.id",
    )
    .all();
  const chance = random(1);
  const { deposit } = await openDeposit(office, { controlCount: ENTRIES, controlCents: ENTRIES * 50_00 });

  for (let entry = 0; entry < ENTRIES; entry++) {
    const member = members[chance.below(members.length)];
    if (member === undefined) continue;
    await spent.measure('recognise a number', () => recognise(office, member.no, BENCH_DAY));
    await spent.measure('recognise a name', () => recognise(office, member.name, BENCH_DAY));
    await spent.measure('enter', () =>
      enterRemittance(office, {
        deposit,
        receivedOn: BENCH_DAY,
        method: 'cheque',
        amountCents: 50_00,
        reference: String(1000 + entry),
        payer: '',
        note: '',
        parts: [{ memberNo: member.no, code: member.code, cents: 50_00, yearStart: null }],
        confirmDuplicate: true,
      }),
    );
  }
  for (let entry = 1; entry <= 30; entry++)
    await spent.measure('bounce', () =>
      reverse(office, { of: { remittance: entry }, kind: 'bounced', reason: 'no funds', on: BENCH_DAY }),
    );
  for (let n = 0; n < 5; n++)
    await spent.measure('list credits', () => listCredits(office, { offset: 0, limit: 100 }));

  return spent;
}
