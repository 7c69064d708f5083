import { resolve } from 'node:path';
import type { FileOutcome, PartOutcome } from '../../../shared/domain/intake.ts';
import { systemPageReader } from '../../platform/page-reader.ts';
import { takeFiles } from '../../services/intake/take.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';

/** `intake FILE…` */
export async function take(call: Call): Promise<CommandResult> {
  const reader = await systemPageReader();
  try {
    const files = call.words.map((file) => resolve(file));
    const taken = await withOffice(call, (office) =>
      takeFiles(office, reader, { files, channel: 'command' }, asOfDate(call), watchedWork(call)),
    );
    // Files are told by the names that were typed.
    const outcomes = taken.map((outcome, at) => ({ ...outcome, file: call.words[at] ?? outcome.file }));
    return { json: outcomes, text: outcomes.flatMap(outcomeLines).join('\n') };
  } finally {
    reader.close();
  }
}

function outcomeLines({ file, outcome, reason, parts, case: of }: FileOutcome): readonly string[] {
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
