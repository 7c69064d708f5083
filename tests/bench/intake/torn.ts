// Cover sheets that something happened to: how many still say whose they are, how many are seen to be damaged, and how many pass for a page
// without a code, which files what lies behind them to the cover before. node tests/bench/intake/torn.ts [SHEETS_A_HARM]. Run by hand.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Image, loadImage } from '@napi-rs/canvas';
import { readPage } from '../../../electron/documents/reading/codes.ts';
import { cover, drawPage } from '../../services/intake/pages.ts';
import { writeCovers } from '../../services/intake/printed-covers.ts';
import { drawable, HARM_NAMES, harmed } from '../../services/intake/torn.ts';

const sheets = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'standing-torn-'));
try {
  const pdf = await writeCovers(folder, '700412', [{ audit: 12, activities: [] }]);
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', '-singlefile', pdf, join(folder, 'cover')]);
  const ours = await loadImage(join(folder, 'cover.png'));
  const before = await loadImage(drawPage({ ...cover(12), dpi: 150 }, 'png'));
  for (const harm of HARM_NAMES) {
    console.log(`${harm}: ${await tally(ours, harm)}; with one code alone: ${await tally(before, harm)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function tally(sheet: Image, harm: string): Promise<string> {
  const counts = { sure: 0, damaged: 0, missed: 0 };
  const missed: number[] = [];
  for (let seed = 1; seed <= sheets; seed++) {
    const { codes, damaged, blank } = await readPage(drawable(harmed(sheet, harm, seed)));
    const end = damaged || blank ? 'damaged' : codes.length > 0 ? 'sure' : 'missed';
    counts[end] += 1;
    if (end === 'missed') missed.push(seed);
  }
  const which = missed.length === 0 ? '' : ` (${missed.slice(0, 9).join(' ')})`;
  return `${counts.sure} sure, ${counts.damaged} damaged, ${counts.missed} missed${which}`;
}
