// How much of a stack files itself, and how fast: real notices and real cover sheets with papers behind them, turned by up to 8 degrees,
// skewed, grey and noisy, half at 150 and half at 300 dpi, partly single pages and partly batches of several members in mixed order, some
// papers without any code. zbar beside it says which codes can be read at all. Run by hand: node tests/bench/intake.ts [PAGES]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkedReader } from '../../electron/documents/reading/forked.ts';
import { pageReader } from '../../electron/documents/reading/reader.ts';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { takeFiles } from '../../electron/services/intake/take.ts';
import { createOffice } from '../../electron/services/office.ts';
import { fillSampleOffice } from '../../electron/services/sample/fill-sample-office.ts';
import { makeStack } from '../services/intake/stack.ts';
import { optionsFor, TODAY } from '../temp-office.ts';
import { perCore } from './intake/per-core.ts';

const pages = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'standing-intake-'));
const office = await createOffice(optionsFor(join(folder, 'office')));
const reader = pageReader(forkedReader);
try {
  await fillSampleOffice(
    office,
    { members: Math.max(200, pages * 6), seed: 1, asOf: TODAY },
    unwatchedWork(),
  );
  const stack = await makeStack(office, folder, pages);
  const all = stack.flatMap((file) => file.pages);
  const readable = all.filter(({ picture, coded }) => coded && zbarReads(picture));
  const began = performance.now();
  const taken = await takeFiles(
    office,
    reader,
    { files: stack.map(({ file }) => file), channel: 'command' },
    TODAY,
    unwatchedWork(),
  );
  const seconds = (performance.now() - began) / 1000;
  const told = taken.flatMap(({ parts }, at) =>
    (stack[at]?.pages ?? []).map((page, place) => ({
      ...page,
      part: parts.find(({ firstPage, lastPage }) => place + 1 >= firstPage && place + 1 <= lastPage),
    })),
  );
  const filed = told.filter(({ part }) => part?.outcome === 'filed');
  const wrong = told.filter(({ part, owner }) => part?.memberNo !== undefined && part.memberNo !== owner);
  const due = told.filter(({ certain }) => certain);
  const share = (some: number, of: number) =>
    `${some} of ${of} (${((100 * some) / Math.max(1, of)).toFixed(1)} %)`;
  console.log(
    `${all.length} pages in ${stack.length} files, ${stack.filter((file) => file.pages.length > 1).length} of them batches of several members`,
  );
  console.log(`filed unaided: ${share(filed.length, told.length)}; at a wrong member: ${wrong.length}`);
  console.log(
    `of those that a code says something of: ${share(due.filter(({ part }) => part?.outcome === 'filed').length, due.length)}`,
  );
  const own = filed.filter(({ picture }) => readable.some((one) => one.picture === picture));
  console.log(
    `of those whose own code zbar reads: ${share(own.length, readable.length)}; with a code there are ${all.filter(({ coded }) => coded).length}`,
  );
  for (const { picture, part } of told
    .filter(({ certain, part }) => certain && part?.outcome !== 'filed')
    .slice(0, 9))
    console.log(`  ${picture.slice(folder.length + 1)}: ${part?.reason}`);
  console.log(
    `${seconds.toFixed(1)} s: ${(all.length / seconds).toFixed(1)} pages a second from the file to its filing`,
  );
  for (const dpi of [150, 300] as const)
    console.log(
      `${dpi} dpi: ${await perCore(all.filter((page) => page.dpi === dpi).map(({ picture }) => picture))}`,
    );
} finally {
  reader.close();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
}

function zbarReads(file: string): boolean {
  const { stdout } = spawnSync('zbarimg', ['-q', '--raw', file], { encoding: 'utf8' });
  return /ST1C?\./.test(stdout);
}
