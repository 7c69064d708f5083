// Taking in the morning's post: who is meant by what is typed, and the cheque entered: `node tests/bench/payments.ts`.
// Target: at most 100 ms together an entry on 100,000 members. Works on a copy of the sample office.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourcesFolder } from '../../electron/platform/resources.ts';
import { openOffice } from '../../electron/services/office.ts';
import { listCredits } from '../../electron/services/payments/credits.ts';
import { openDeposit } from '../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../electron/services/payments/enter.ts';
import { recognise } from '../../electron/services/payments/recognise.ts';
import { reverse } from '../../electron/services/payments/reverse.ts';
import { random } from './random.ts';
import { BENCH_DAY, sampleFolder } from './sample-folder.ts';

const ENTRIES = 300;
const folder = mkdtempSync(join(tmpdir(), 'standing-payments-'));
cpSync(await sampleFolder(100_000), folder, { recursive: true });
const office = await openOffice({
  folder,
  actor: 'Bench',
  clock: { today: () => BENCH_DAY, now: () => new Date().toISOString() },
  resources: resourcesFolder(),
});

const members = office.db.sqlite
  .prepare<[], { no: string; name: string; code: 'RMA' }>(
    "SELECT m.member_no AS no, m.last_name || ' ' || m.first_name AS name, c.code FROM member m JOIN certification c ON c.member_id = m.id",
  )
  .all();
const chance = random(1);
const { deposit } = await openDeposit(office, { controlCount: ENTRIES, controlCents: ENTRIES * 50_00 });

const spent = new Map<string, number[]>();
function note(name: string, milliseconds: number): void {
  spent.set(name, [...(spent.get(name) ?? []), milliseconds]);
}
async function measure<T>(name: string, run: () => Promise<T>): Promise<T> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  const result = await run();
  const wall = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  note(name, wall);
  note(`${name} (processor)`, (user + system) / 1000);
  return result;
}

for (let entry = 0; entry < ENTRIES; entry++) {
  const member = members[chance.below(members.length)];
  if (member === undefined) continue;
  await measure('recognise a number', () => recognise(office, member.no, BENCH_DAY));
  await measure('recognise a name', () => recognise(office, member.name, BENCH_DAY));
  await measure('enter', () =>
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
  await measure('bounce', () =>
    reverse(office, { of: { remittance: entry }, kind: 'bounced', reason: 'no funds', on: BENCH_DAY }),
  );
for (let n = 0; n < 5; n++)
  await measure('list credits', () => listCredits(office, { offset: 0, limit: 100 }));

for (const [name, times] of spent) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  console.log(`${name.padEnd(32)} median ${at(0.5)} ms, 99 % within ${at(0.99)} ms, worst ${at(1)} ms`);
}
await office.close();
rmSync(folder, { recursive: true, force: true });
