import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { resourcesFolder } from '../../electron/platform/resources.ts';
import { createOffice, type Office, type OfficeOptions, openOffice } from '../../electron/services/office.ts';
import { fillSampleOffice } from '../../electron/services/sample/fill-sample-office.ts';
import { sweep } from '../../electron/services/sweep/sweep.ts';

export const BENCH_DAY = '2026-11-22';

/** The folder of a swept sample office of so many members, made once and kept for later benchmarks. */
export async function sampleFolder(members: number): Promise<string> {
  const folder = join(tmpdir(), `standing-bench-${members}`);
  if (existsSync(join(folder, 'ready', 'office.db'))) return join(folder, 'ready');
  const office = await createOffice(options(join(folder, 'ready')));
  await fillSampleOffice(office, { members, seed: 1, asOf: BENCH_DAY }, unwatchedWork());
  await sweep(office, { asOf: BENCH_DAY, dryRun: false }, unwatchedWork());
  await office.close();
  return join(folder, 'ready');
}

/** Opens that office. */
export async function openSample(members: number): Promise<Office> {
  return openOffice(options(await sampleFolder(members)));
}

function options(folder: string): OfficeOptions {
  return {
    folder,
    actor: 'Bench',
    clock: { today: () => BENCH_DAY, now: () => new Date().toISOString() },
    resources: resourcesFolder(),
  };
}
