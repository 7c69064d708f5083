// The whole simulated office, run by hand: `node tests/bench/simulation.ts [--members 5000] [--seed 2015] [--to 2026-12-31] [--daily]`.
// The same office as in tests/services/simulation with all its people; --daily sweeps every day instead of on those on which a sweep has
// something to do. Prints the yearly counts by status, and ends with 1 where anything differs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { simulate } from '../services/simulation/simulate.ts';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '2015' },
    to: { type: 'string', default: '2026-12-31' },
    daily: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'standing-simulation-'));
try {
  const began = performance.now();
  const report = await simulate({
    folder,
    members: Number(values.members),
    seed: Number(values.seed),
    from: '2015-01-01',
    to: values.to,
    sweepDaily: values.daily,
    comparedDaily: 25,
    progress: (line) => console.log(`${((performance.now() - began) / 1000).toFixed(0)} s  ${line}`),
  });
  console.log(
    `${report.compared} standings compared with a fresh evaluation; ${JSON.stringify(report.totals)}`,
  );
  console.log(`digest ${report.digest}`);
  const wrong = [...report.differences, ...report.rolledTwice, ...report.lostActivities];
  console.log(wrong.length === 0 ? 'No difference, no cycle twice, no activity lost.' : wrong.join('\n'));
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
