import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { purposeOf } from '../../../shared/domain/sheet-code.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { parseEnvelope } from '../../printing/envelope/profile.ts';
import { parseLetter } from '../../printing/letter/template.ts';
import { printNotices } from '../../printing/print-notices.ts';
import type { Piece, Run } from '../../repositories/runs.ts';
import type { Office } from '../office.ts';
import type { Stationery } from './stationery.ts';

/** How many of the longest letters are tried: every other one says less. */
const TRIED = 4;

/**
 * Prints the longest letters of a run that is to be frozen, and throws the print away: a text that an edited letter has no room for is
 * known before there is a run that could not be printed.
 * @throws StandingError `letter-too-long` naming the member, and as `printNotices`
 */
export async function tryPrinting(
  office: Pick<Office, 'folder' | 'resources'>,
  run: Run,
  pieces: readonly Piece[],
  { frozen }: Stationery,
): Promise<void> {
  const sheets = longest(pieces).map(
    ({ content, sheet }): NoticeSheet => ({
      ...{ run: run.id, sheets: run.toPrint, dated: run.preparedOn, month: run.month },
      ...{ purpose: purposeOf(run.kind, run.step), sheet },
      ...content,
    }),
  );
  const [first] = sheets;
  if (first === undefined) return;
  const folder = join(office.folder, 'jobs');
  await mkdir(folder, { recursive: true });
  const outFile = join(folder, `trial-${randomUUID()}.pdf`);
  try {
    await printNotices(sheets, {
      office: frozen.office,
      letter: parseLetter(frozen.letter, 'the letter', run.kind),
      envelope: parseEnvelope(frozen.envelope, 'the envelope'),
      fontsDir: join(office.resources, 'fonts'),
      signature: frozen.signature ?? null,
      outFile,
    });
  } catch (error) {
    if (!(error instanceof StandingError) || error.code !== 'letter-too-long') throw error;
    throw new StandingError(
      'letter-too-long',
      `${error.message} No run was prepared.`,
      'Shorten the letter’s text in Settings, Letters, and prepare the run again.',
    );
  } finally {
    await rm(outFile, { force: true });
  }
}

/** Those that have most to say, on the page and beside it. */
function longest(pieces: readonly Piece[]) {
  return pieces
    .flatMap(({ content, sheet }) =>
      content === null || sheet === null ? [] : [{ content, sheet, size: JSON.stringify(content).length }],
    )
    .toSorted((a, b) => b.content.lines.length - a.content.lines.length || b.size - a.size)
    .slice(0, TRIED);
}
