import { resolve } from 'node:path';
import { type DestroyedDocument, type DueDocument, holdText } from '../../../shared/domain/retention.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

const LISTED = 500;

/** `intake retention list [--held]` */
export async function list(call: Call): Promise<CommandResult> {
  const { dueDocuments } = await import('../../services/intake/retention/due.ts');
  const held = call.flag('held');
  const { total, rows } = await withOffice(call, (office) =>
    dueDocuments(office, { held, offset: 0, limit: LISTED }, asOfDate(call)),
  );
  const none = held ? 'The destruction of nothing is stopped.' : 'No document is due for destruction.';
  return {
    json: rows,
    text: total === 0 ? none : [...rows.map(dueLine), ...more(total, rows.length)].join('\n'),
  };
}

function dueLine({ document, arrivals, until, holds }: DueDocument): string {
  const years = until.years === 1 ? '1 year' : `${until.years} years`;
  const by = `${until.policy}${until.confirmed ? '' : ', not confirmed'}`;
  const stopped = holds.map((hold) => (hold.kind === 'legal' ? `hold ${hold.hold}: ` : '') + holdText(hold));
  return [
    `${document}  ${arrivals[0]?.name ?? ''}: due since ${displayDate(until.dueOn)}, ${years} from ${displayDate(until.from)} (${by}).`,
    ...stopped.map((text) => `    stopped by ${text}`),
  ].join('\n');
}

function more(total: number, shown: number): readonly string[] {
  return total > shown ? [`… and ${total - shown} more.`] : [];
}

/** `intake retention hold <DOCUMENT | --member NO> --reason TEXT` */
export async function hold(call: Call): Promise<CommandResult> {
  const [document] = call.words;
  const memberNo = call.text('member');
  const reason = reasonOption(call, 'hold');
  if ((document === undefined) === (memberNo === null))
    throw new UsageError('intake retention hold takes the number of a document or --member NO');
  const { placeHold } = await import('../../services/intake/retention/hold.ts');
  const on = memberNo === null ? { document: numberOf(document ?? '', 'document') } : { memberNo };
  const placed = await withOffice(call, (office) => placeHold(office, { on, reason }, asOfDate(call)));
  return { json: { hold: placed }, text: `Hold ${placed} is placed.` };
}

/** `intake retention lift HOLD --reason TEXT` */
export async function lift(call: Call): Promise<CommandResult> {
  const order = { hold: numberOf(call.words[0] ?? '', 'hold'), reason: reasonOption(call, 'lift') };
  const { liftHold } = await import('../../services/intake/retention/hold.ts');
  const lifted = await withOffice(call, (office) => liftHold(office, order, asOfDate(call)));
  return { json: { hold: lifted }, text: `Hold ${lifted} is lifted.` };
}

/** `intake retention destroy --confirm COUNT [--approved-by NAME] [--note TEXT]` */
export async function destroy(call: Call): Promise<CommandResult> {
  const confirmed = call.number('confirm', 0);
  if (confirmed === null)
    throw new UsageError(
      'intake retention destroy needs --confirm COUNT, how many documents “intake retention list” has',
    );
  const { destroyDocuments } = await import('../../services/intake/retention/destroy.ts');
  const order = {
    documents: null,
    confirmed,
    approvedBy: call.text('approved-by'),
    note: call.text('note') ?? '',
  };
  const report = await withOffice(call, (office) =>
    destroyDocuments(office, order, asOfDate(call), watchedWork(call)),
  );
  const { documents, destruction, bytesKept, left } = report;
  return {
    json: report,
    text: [
      `${documents === 1 ? '1 document' : `${documents} documents`} destroyed, on the log as destruction ${destruction}.`,
      ...(bytesKept === 0 ? [] : [`The bytes of ${bytesKept} stay: something else has the very same.`]),
      ...(left === 0 ? [] : [`${left} could not be removed yet and go at the next start.`]),
      'Backups made before still hold them.',
    ].join('\n'),
  };
}

/** `intake retention log [--out FILE.csv]` */
export async function log(call: Call): Promise<CommandResult> {
  const out = call.text('out');
  if (out !== null) {
    const { writeDestructionLog } = await import('../../services/intake/retention/log-file.ts');
    const written = await withOffice(call, (office) => writeDestructionLog(office, resolve(out)));
    return { json: written, text: `${written.rows} lines of the destruction log.\n${written.file}` };
  }
  const { destructionLog } = await import('../../repositories/destructions.ts');
  const { total, rows } = await withOffice(call, ({ reader }) =>
    destructionLog(reader, { destruction: null, offset: 0, limit: LISTED }),
  );
  return {
    json: rows,
    text:
      total === 0 ? 'Nothing was destroyed.' : [...rows.map(logLine), ...more(total, rows.length)].join('\n'),
  };
}

function logLine(line: DestroyedDocument): string {
  const { destruction, destroyedOn, arrivals, sha256, approvedBy, goneAt, bytesKeptFor } = line;
  const rest =
    goneAt === null
      ? ' Its bytes are still to go.'
      : bytesKeptFor === null
        ? ''
        : ` Its bytes stay for ${bytesKeptFor}.`;
  return `${destruction}  ${displayDate(destroyedOn)}  ${arrivals[0]?.name ?? ''} (${sha256.slice(0, 12)}…), allowed by ${approvedBy}.${rest}`;
}

/** `intake retention certificate DESTRUCTION --out FILE.pdf` */
export async function certificate(call: Call): Promise<CommandResult> {
  const destruction = numberOf(call.words[0] ?? '', 'destruction');
  const out = call.text('out');
  if (out === null)
    throw new UsageError('intake retention certificate needs --out FILE.pdf, the file to write');
  const { printDestruction } = await import('../../services/intake/retention/certificate.ts');
  const printed = await withOffice(call, (office) => printDestruction(office, destruction, resolve(out)));
  return {
    json: printed,
    text: `The certificate of destruction ${destruction}, ${printed.pages === 1 ? '1 page' : `${printed.pages} pages`}.\n${printed.file}`,
  };
}

function numberOf(text: string, what: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new UsageError(`“${text}” is no number of a ${what}`);
}

function reasonOption(call: Call, command: string): string {
  const reason = call.text('reason');
  if (reason === null) throw new UsageError(`intake retention ${command} needs --reason TEXT`);
  return reason;
}
