// Damaged files by the thousand through the reading process: node tests/bench/intake/hostile.ts [FILES] [FIRST_SEED]. Run by hand, never in
// CI. Prints how they ended, the slowest, and how much memory the program that asked holds before and after.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkedReader } from '../../../electron/documents/reading/forked.ts';
import { pageReader } from '../../../electron/documents/reading/reader.ts';
import { READING_LIMITS } from '../../../electron/documents/reading/reading.ts';
import { typeOfFile } from '../../../electron/documents/reading/type-of.ts';
import { caseCodeText } from '../../../shared/domain/case-code.ts';
import { mutated, originals } from '../../services/intake/mutate.ts';
import { cover, PROOF, writeBatch } from '../../services/intake/pages.ts';

const [count = '2000', first = '1'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'standing-hostile-'));
const code = caseCodeText({ audit: 12, activity: null });
/** What the photo among the files has on it. */
const ofPhoto = caseCodeText({ audit: 1, activity: null });
let started = 0;
const reader = pageReader((events) => {
  started += 1;
  return forkedReader(events);
});
try {
  const pdf = readFileSync(
    await writeBatch(folder, 'good.pdf', [
      { ...cover(12), dpi: 60 },
      { ...PROOF, dpi: 60 },
    ]),
  );
  const seeds = [pdf, ...(await originals(code))];
  const ends = new Map<string, number>();
  const file = join(folder, 'hostile');
  let [slowest, wrong] = [0, 0];
  const held = process.memoryUsage().rss;
  const began = performance.now();
  for (let at = 0; at < Number(count); at++) {
    writeFileSync(file, mutated(seeds[at % seeds.length] ?? pdf, at + Number(first)));
    const from = performance.now();
    const reading = await reader.read(file, await typeOfFile(file));
    slowest = Math.max(slowest, performance.now() - from);
    const end = reading === null ? 'cancelled' : 'pages' in reading ? 'read' : reading.unreadable;
    ends.set(end, (ends.get(end) ?? 0) + 1);
    if (reading !== null && 'pages' in reading)
      wrong += reading.pages
        .flatMap(({ codes }) => codes)
        .filter((text) => text !== code && text !== ofPhoto).length;
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(`${count} files in ${seconds.toFixed(0)} s, ${started} reading processes`);
  console.log([...ends].map(([end, files]) => `${end} ${files}`).join(', '));
  console.log(
    `slowest ${(slowest / 1000).toFixed(1)} s (limit ${READING_LIMITS.pageMs / 1000} s a page); codes read wrong: ${wrong}`,
  );
  console.log(
    `memory of the program: ${megabytes(held)} before, ${megabytes(process.memoryUsage().rss)} after`,
  );
} finally {
  reader.close();
  rmSync(folder, { recursive: true, force: true });
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
