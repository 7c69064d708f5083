// From starting the command line to its first lookup: `node tests/bench/start.ts`. The reference beside it is a process that opens
// the same database with better-sqlite3 alone and finds one member. Target (speed.md): at most 3 times that.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { sampleFolder } from './sample-folder.ts';

const ROUNDS = 11;
const LAUNCHER = join(import.meta.dirname, '..', '..', 'electron', 'launch', 'office.mjs');

function median(args: readonly string[]): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '..', '..'),
    });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - from;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

const times = new Map<number, number>();
for (const members of [10_000, 100_000]) {
  const folder = await sampleFolder(members);
  const alone = `import D from 'better-sqlite3'; const d = new D(${JSON.stringify(join(folder, 'office.db'))}, { readonly: true });
    console.log(d.prepare("SELECT * FROM member WHERE sort_name >= 'obrien' ORDER BY sort_name LIMIT 20").all().length);`;
  const reference = median(['--input-type=module', '-e', alone]);
  const ours = median([LAUNCHER, 'lookup', 'obrien', '--data', folder, '--json']);
  times.set(members, ours);
  console.log(
    `${members} members: first lookup ${ours.toFixed(0)} ms, better-sqlite3 alone ${reference.toFixed(0)} ms: ${(ours / reference).toFixed(2)} × (target ≤ 3)`,
  );
}
const [small = 1, large = 1] = times.values();
console.log(`grew ${(large / small).toFixed(1)} × for 10 × the members (12 × would be a defect)`);
