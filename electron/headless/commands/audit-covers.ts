import { resolve } from 'node:path';
import { reprintCovers } from '../../services/audit/notices.ts';
import type { Call } from '../call.ts';
import { type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `audit covers MEMBER --out FILE.pdf` */
export async function covers(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  const out = call.text('out');
  if (out === null) throw new UsageError('audit covers needs --out FILE.pdf, the file to write');
  const made = await withOffice(call, (office) => reprintCovers(office, { memberNo, outFile: resolve(out) }));
  return {
    json: made,
    text: `${made.pages} cover sheets of run ${made.run} printed for member ${memberNo} (SHA-256 ${made.sha256}).\n${made.file}`,
  };
}
