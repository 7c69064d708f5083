import { join, relative, resolve, sep } from 'node:path';
import type { FileOutcome, PartOutcome } from '../../../shared/domain/intake.ts';
import { systemPageReader } from '../../platform/page-reader.ts';
import { takeFiles } from '../../services/intake/take.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';

/** `intake (FILE | DIR)…` */
export async function take(call: Call): Promise<CommandResult> {
  const reader = await systemPageReader();
  try {
    const files = call.words.map((file) => resolve(file));
    const taken = await withOffice(call, (office) =>
      takeFiles(office, reader, { files, channel: 'command' }, asOfDate(call), watchedWork(call)),
    );
    const outcomes = taken.map((outcome) => ({ ...outcome, file: asTyped(outcome.file, call.words) }));
    return { json: outcomes, text: outcomes.flatMap(outcomeLines).join('\n') };
  } finally {
    reader.close();
  }
}

/** Files are told by the names that were typed, those of a folder from its name on. */
function asTyped(file: string, words: readonly string[]): string {
  const word = words.find((one) => file === resolve(one) || file.startsWith(`${resolve(one)}${sep}`));
  if (word === undefined) return file;
  return file === resolve(word) ? word : join(word, relative(resolve(word), file));
}

/** What became of a file, in a line, or in one for each of its parts. */
export function outcomeLines({
  file,
  outcome,
  reason,
  parts,
  skipped,
  case: of,
}: FileOutcome): readonly string[] {
  if (skipped) return [`${file}: skipped. ${reason}`];
  if (parts.length <= 1 || outcome === 'duplicate') {
    const where = of === undefined ? '' : ` to ${of}`;
    return [`${file}: ${outcome}${where}${reason === undefined ? '' : `. ${reason}`}`];
  }
  return [`${file}: ${parts.length} parts`, ...parts.map(partLine)];
}

function partLine({ part, firstPage, lastPage, outcome, memberNo, case: of, reason }: PartOutcome): string {
  const pages = firstPage === lastPage ? `page ${firstPage}` : `pages ${firstPage} to ${lastPage}`;
  const whose = memberNo === undefined ? '' : ` for ${memberNo}`;
  return `  part ${part}, ${pages}: ${outcome}${whose}${of === undefined ? '' : ` to ${of}`}${reason === undefined ? '' : `. ${reason}`}`;
}
