import { join } from 'node:path';
import { EXCLUSION_WORDS } from '../../../shared/domain/audit-draw.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { parseEnvelope } from '../../printing/envelope/profile.ts';
import { LEFT } from '../../printing/letter/styles.ts';
import { accountPages } from '../../printing/papers/account-paper.ts';
import { printPages } from '../../printing/print-pages.ts';
import type { OfficeView } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { officeProfile } from '../profile.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import { drawView } from './campaigns.ts';

/** Selected ids in one line of the certificate. */
const IN_A_LINE = 4;

/**
 * The public certificate of a draw: population and its SHA-256, seed, algorithm and whom it selected, as a PDF that anybody can check
 * by the exported population. It names no member but by number.
 * @throws StandingError `draw-unknown`, `office-file`, `cannot-write`
 */
export async function printCertificate(
  view: OfficeView,
  year: number,
  draw: number,
  file: string,
): Promise<{ readonly file: string; readonly pages: number; readonly sha256: string }> {
  refuseOwnFile(file);
  const pages = await certificatePages(view, year, draw);
  const { drawnOn } = await drawView(view, year, draw);
  const words = {
    title: titleOf(String(year)),
    author: (await officeProfile(view)).name,
    subject: 'Annual CCP audit',
    language: 'en-US',
    dated: drawnOn,
  };
  const printed = await printPages({ words, fontsDir: join(view.resources, 'fonts'), outFile: file }, pages);
  return { file, ...printed };
}

/** The same, page by page, to stand within another paper. @throws StandingError `draw-unknown` */
export async function certificatePages(
  view: OfficeView,
  year: number,
  draw: number,
): Promise<ReturnType<typeof accountPages>> {
  const found = await drawView(view, year, draw);
  const profile = await officeProfile(view);
  const { envelope: id } = await officeStationery(view);
  const envelope = parseEnvelope(shippedEnvelope(view.resources, id), `${id}.json`);
  const lines: string[][] = [];
  for (let at = 0; at < found.selected.length; at += IN_A_LINE)
    lines.push([
      at === 0 ? 'Selected, in order' : '',
      found.selected.slice(at, at + IN_A_LINE).join('     '),
    ]);
  const repeatable = found.algorithm === 'sha256-rank-1';
  return accountPages({
    office: profile,
    envelope,
    address: null,
    title: titleOf(found.campaign),
    facts: [
      ['Audit of', found.campaign],
      ['Draw', String(found.draw)],
      ['Drawn on', displayDate(found.drawnOn)],
      ['Drawn by', found.drawnBy],
    ],
    columns: [
      { head: 'What', x: LEFT, align: 'left' },
      { head: 'Value', x: LEFT + 120, align: 'left' },
    ],
    rows: [
      ['Population', `${found.population.toLocaleString('en-US')} certifications`],
      ['Its SHA-256', found.populationSha256.slice(0, 32)],
      ['', found.populationSha256.slice(32)],
      ['Seed', found.seed],
      ...(found.reason === '' ? [] : [['Drawn again because', found.reason]]),
      ...Object.entries(EXCLUSION_WORDS).flatMap(([why, words]) => {
        const count = found.excluded[why as keyof typeof EXCLUSION_WORDS] ?? 0;
        return count === 0 ? [] : [['Left out', `${count} ${words}`]];
      }),
      ...lines,
    ],
    sums: [['Selected', `${found.selected.length} of ${found.population.toLocaleString('en-US')}`]],
    notes: repeatable
      ? [
          'Each certification of the population is ranked by the SHA-256 of the seed followed by its id; the lowest are selected.',
          'Anybody can repeat it: write the population to a file, check its SHA-256, and run repeat-draw.mjs on it with this seed.',
        ]
      : ['This draw was taken over; its population is not kept, so that it cannot be repeated.'],
  });
}

function titleOf(campaign: string): string {
  return `Certificate of the draw for the annual CCP audit of ${campaign}`;
}
