import { resolve } from 'node:path';
import {
  PAPERS_FATES,
  PAPERS_WORDS,
  RETURN_STATES,
  type ReturnLetter,
} from '../../../shared/domain/return-letters.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { refuseOwnFile } from '../../services/own-files.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

const LISTED = 500;

/** `intake returns list [--state STATE]` */
export async function list(call: Call): Promise<CommandResult> {
  const asked = call.text('state') ?? 'waiting';
  const state = RETURN_STATES.find((one) => one === asked);
  if (state === undefined)
    throw new UsageError(`--state ${asked} is not known; the states are: ${RETURN_STATES.join(', ')}`);
  const { returnLetters } = await import('../../services/intake/returns/list.ts');
  const { total, rows } = await withOffice(call, (office) =>
    returnLetters(office, { state, offset: 0, limit: LISTED }),
  );
  const more = total > rows.length ? [`… and ${total - rows.length} more.`] : [];
  return {
    json: rows,
    text: total === 0 ? `No return letter is ${state}.` : [...rows.map(line), ...more].join('\n'),
  };
}

function line(one: ReturnLetter): string {
  const { letter, memberNo, memberName, name, pages, receivedOn, papers, hold, run, sheet } = one;
  const what = `${name}, ${pages} ${pages === 1 ? 'page' : 'pages'}, received ${displayDate(receivedOn)}`;
  const where = run === null ? '' : ` Run ${run}, sheet ${sheet ?? ''}.`;
  const held = hold === null ? '' : ` Held: ${hold.detail} ${hold.fix}`;
  return `${letter}  ${memberNo}  ${memberName}: ${what}. ${PAPERS_WORDS[papers]}.${where}${held}`;
}

/** `intake returns papers LETTER FATE` */
export async function papers(call: Call): Promise<CommandResult> {
  const [text = '', fate = ''] = call.words;
  const letter = Number(text);
  if (!Number.isInteger(letter) || letter < 1)
    throw new UsageError(`${text} is no number of a return letter`);
  const wanted = PAPERS_FATES.find((one) => one === fate);
  if (wanted === undefined)
    throw new UsageError(`${fate} is not known; it is one of: ${PAPERS_FATES.join(', ')}`);
  const { savePapers } = await import('../../services/intake/returns/list.ts');
  const saved = await withOffice(call, (office) => savePapers(office, letter, wanted));
  return { json: saved, text: line(saved) };
}

/** `intake returns print --out FILE.pdf` */
export async function print(call: Call): Promise<CommandResult> {
  const out = call.text('out');
  if (out === null) throw new UsageError('intake returns print needs --out FILE.pdf, the file to write');
  const outFile = resolve(out);
  // Before the run is frozen: a name that cannot be written to should not leave a run behind.
  refuseOwnFile(outFile);
  const { prepareReturns } = await import('../../services/intake/returns/prepare.ts');
  const { printRun } = await import('../../services/notices/print.ts');
  const printed = await withOffice(call, async (office) => {
    const { run } = await prepareReturns(office, asOfDate(call));
    return printRun(office, { run, from: null, to: null, outFile }, watchedWork(call));
  });
  const { run, sheets, sha256, file } = printed;
  return {
    json: printed,
    text: `${sheets} return ${sheets === 1 ? 'letter' : 'letters'} of run ${run} printed (SHA-256 ${sha256}).\n${file}\nWhen they are mailed: notices mark-mailed ${run}`,
  };
}
