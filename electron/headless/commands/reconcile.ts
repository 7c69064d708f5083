import { resolve } from 'node:path';
import { RECEIPT_FIELD_IDS, type ReceiptField } from '../../../shared/domain/receipt-columns.ts';
import {
  LINE_OUTCOMES,
  type LineEntered,
  type LineOutcome,
  type ReceiptMapping,
  type ReceiptSource,
} from '../../../shared/domain/receipts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Office } from '../../services/office.ts';
import { assignRemittance } from '../../services/payments/enter.ts';
import { enterReceipts } from '../../services/reconcile/enter.ts';
import { existingLine, fileOf, linesOf, listFiles } from '../../services/reconcile/lists.ts';
import { readReceipts } from '../../services/reconcile/read.ts';
import { acceptSuggestion, leaveLine, undoLine } from '../../services/reconcile/work-line.ts';
import type { Call } from '../call.ts';
import { type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { idOf, needText, SHOWN } from './money-options.ts';
import { partsOf } from './money-parts.ts';
import { outcomeText } from './money-words.ts';
import { fileText, lineText, readingText, reportText } from './reconcile-words.ts';

/** `reconcile portal FILE.csv …` */
export function portal(call: Call): Promise<CommandResult> {
  return read(call, 'portal');
}

/** `reconcile lockbox FILE.csv …` */
export function lockbox(call: Call): Promise<CommandResult> {
  return read(call, 'lockbox');
}

async function read(call: Call, source: ReceiptSource): Promise<CommandResult> {
  const request = { source, file: resolve(call.words[0] ?? ''), mapping: mappingOf(call) };
  return withOffice(call, async (office) => {
    if (call.flag('dry-run')) {
      const reading = await readReceipts(office, request, watchedWork(call));
      if (reading.missing !== null)
        throw new StandingError(
          'receipt-columns',
          reading.missing,
          'Say which of its columns it is, such as --map amount="Net paid".',
        );
      return { json: reading, text: readingText(reading) };
    }
    const order = { ...request, sha256: null, skipRefused: call.flag('skip-refused') };
    const report = await enterReceipts(office, order, watchedWork(call));
    return { json: report, text: reportText(report) };
  });
}

/** `--map FIELD=HEADER …`; null without one. @throws UsageError */
function mappingOf(call: Call): ReceiptMapping | null {
  const given = call.list('map');
  if (given.length === 0) return null;
  return Object.fromEntries(
    given.map((word): readonly [string, ReceiptField] => {
      const at = word.indexOf('=');
      const field = RECEIPT_FIELD_IDS.find((id) => id === word.slice(0, at).trim());
      const header = word.slice(at + 1).trim();
      if (at < 0 || field === undefined || header === '')
        throw new UsageError(
          `--map ${word} is not understood; write FIELD=HEADER, where the field is one of: ${RECEIPT_FIELD_IDS.join(', ')}`,
        );
      return [header, field];
    }),
  );
}

/** `reconcile list` */
export async function list(call: Call): Promise<CommandResult> {
  const found = await withOffice(call, (office) => listFiles(office, { offset: 0, limit: SHOWN }));
  return {
    json: found,
    text: found.rows.length === 0 ? 'No file was entered yet.' : found.rows.map(fileText).join('\n'),
  };
}

/** `reconcile show DEPOSIT [--only …]` */
export async function show(call: Call): Promise<CommandResult> {
  const deposit = idOf(call.words[0], 'a deposit');
  const only = onlyOf(call);
  return withOffice(call, async (office) => {
    const file = await fileOf(office, deposit);
    const lines: LineEntered[] = [];
    for (let offset = 0; ; offset += SHOWN) {
      const { rows } = await linesOf(office, { deposit, show: only, offset, limit: SHOWN });
      lines.push(...rows);
      if (rows.length < SHOWN) break;
    }
    return { json: { ...file, shown: lines }, text: [fileText(file), ...lines.map(lineText)].join('\n') };
  });
}

function onlyOf(call: Call): 'open' | 'left' | LineOutcome | null {
  const text = call.text('only');
  if (text === null) return null;
  const only = (['open', 'left', ...LINE_OUTCOMES] as const).find((one) => one === text);
  if (only !== undefined) return only;
  throw new UsageError(`--only ${text} is not known; it is one of: open, left, ${LINE_OUTCOMES.join(', ')}`);
}

/** `reconcile assign DEPOSIT ROW [--member …]` */
export async function assign(call: Call): Promise<CommandResult> {
  const at = lineAt(call);
  return withOffice(call, async (office) => {
    if (call.list('member').length === 0 && call.text('stub') === null) {
      const done = await acceptSuggestion(office, at);
      return { json: done, text: done.text };
    }
    return assignTo(office, call, at);
  });
}

async function assignTo(
  office: Office,
  call: Call,
  at: { readonly deposit: number; readonly row: number },
): Promise<CommandResult> {
  const line = await existingLine(office.reader, at.deposit, at.row);
  if (line.remittance === null || line.unassignedCents === 0)
    throw new StandingError(
      'receipt-line-settled',
      `Line ${at.row} has no money that is nobody’s.`,
      'Undo what was assigned wrongly first.',
    );
  const parts = await partsOf(office, call, line.unassignedCents);
  const outcome = await assignRemittance(office, { remittance: line.remittance, parts });
  return { json: outcome, text: outcomeText(outcome) };
}

/** `reconcile leave DEPOSIT ROW --reason TEXT` */
export async function leave(call: Call): Promise<CommandResult> {
  const order = { ...lineAt(call), reason: needText(call, 'reason', 'why it is left') };
  const done = await withOffice(call, (office) => leaveLine(office, order));
  return { json: done, text: done.text };
}

/** `reconcile undo DEPOSIT ROW --reason TEXT` */
export async function undo(call: Call): Promise<CommandResult> {
  const order = { ...lineAt(call), reason: needText(call, 'reason', 'what was wrong') };
  const done = await withOffice(call, (office) => undoLine(office, order));
  return { json: done, text: done.text };
}

function lineAt(call: Call): { readonly deposit: number; readonly row: number } {
  return { deposit: idOf(call.words[0], 'a deposit'), row: idOf(call.words[1], 'a row') };
}
