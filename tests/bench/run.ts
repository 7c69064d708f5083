// Every benchmark, one after the other: `npm run bench`, or `npm run bench -- lookup letters` for some. Run by hand, never in CI:
// what counts are the ratios to the reference beside each.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BENCHMARKS = [
  'rules',
  'evaluate',
  'lookup',
  'members-list',
  'import',
  'actions',
  'sample',
  'start',
  'letters',
  'window',
  'payments',
  'deposits',
  'intake',
] as const;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHMARKS.some((known) => known === name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${BENCHMARKS.join(', ')}.`);
  process.exit(2);
}
for (const name of BENCHMARKS.filter((known) => wanted.length === 0 || wanted.includes(known))) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
