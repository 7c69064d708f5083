// How many pages a second file themselves: 200 scanned notices, turned by up to 8 degrees, skewed, grey and noisy, half at 150 and half at 300
// dpi, in mixed order. zbar beside it says which codes can be read at all. Run by hand: node tests/bench/intake.ts [PAGES]
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
import { chance } from '../services/intake/mutate.ts';
import { printStack } from '../services/intake/printed-stack.ts';
import { type Scan, scanned } from '../services/intake/scanned.ts';
import { optionsFor, TODAY } from '../temp-office.ts';

const pages = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'standing-intake-'));
const office = await createOffice(optionsFor(join(folder, 'office')));
const reader = pageReader(forkedReader);
try {
  await fillSampleOffice(office, { members: pages * 12, seed: 1, asOf: TODAY }, unwatchedWork());
  const { pdf, sheets } = await printStack(office, folder, Math.ceil(pages / 2));
  const next = chance(7);
  const scanOf = (dpi: Scan['dpi']) => () => ({
    degrees: 16 * next() - 8,
    dpi,
    noise: 0.006 * next(),
    skew: 0.04 * next() - 0.02,
  });
  const scans = (
    await Promise.all(([150, 300] as const).map((dpi) => scanned(pdf, folder, dpi, scanOf(dpi))))
  ).flatMap((files) =>
    files.map((file, at) => ({ file, memberNo: sheets[at]?.memberNo ?? '', place: next() })),
  );
  const stack = scans.toSorted((a, b) => a.place - b.place);
  const readable = stack.filter(({ file }) => zbarReads(file)).length;
  const began = performance.now();
  const taken = await takeFiles(
    office,
    reader,
    { files: stack.map(({ file }) => file), channel: 'command' },
    TODAY,
    unwatchedWork(),
  );
  const seconds = (performance.now() - began) / 1000;
  const filed = taken.filter(({ outcome }) => outcome === 'filed').length;
  const wrong = taken.filter(({ parts }, at) =>
    parts.some(({ memberNo }) => memberNo !== undefined && memberNo !== stack[at]?.memberNo),
  ).length;
  console.log(
    `${stack.length} pages in ${seconds.toFixed(1)} s: ${(stack.length / seconds).toFixed(1)} pages a second`,
  );
  console.log(`filed unaided ${filed}, at a wrong member ${wrong}; zbar alone reads the code of ${readable}`);
} finally {
  reader.close();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
}

function zbarReads(file: string): boolean {
  const { stdout } = spawnSync('zbarimg', ['-q', '--raw', file], { encoding: 'utf8' });
  return stdout.includes('ST1.');
}
