import {
  LINE_OUTCOMES,
  type LineEntered,
  type LineFacts,
  type LineForeseen,
  type ReceiptFile,
  type ReceiptReading,
  type ReceiptReport,
  type Tallies,
} from '../../../shared/domain/receipts.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { countOf } from '../../services/payments/words.ts';

/** As many lines as a person reads. */
const LINES_TOLD = 100;

/** What entering a file would do. */
export function readingText(reading: ReceiptReading): string {
  const { lines, fileName, enteredAs, tallies, fileCents, notices, mappedBy, columns } = reading;
  if (enteredAs !== null)
    return `${fileName} is deposit ${enteredAs} already; entering it again changes nothing.`;
  const told = lines.filter(({ outcome }) => outcome !== 'matched');
  const taken = columns.flatMap(({ header, field }) => (field === null ? [] : [`${field}=${header}`]));
  return [
    `${fileName}: ${countOf(lines.length, 'line')} over ${displayCents(fileCents)}.`,
    `Columns${mappedBy === 'saved' ? ' as last time' : ''}: ${taken.join(', ')}`,
    ...tallyLines(tallies),
    ...told.slice(0, LINES_TOLD).map(foreseenText),
    ...(told.length > LINES_TOLD ? [`  … and ${told.length - LINES_TOLD} more`] : []),
    ...notices.map((notice) => `Note: ${notice}`),
  ].join('\n');
}

/** What entering a file did. */
export function reportText(report: ReceiptReport): string {
  const { deposit, enteredAs, fileName, tallies } = report;
  if (enteredAs !== null) return `${fileName} is deposit ${enteredAs} already; nothing was changed.`;
  if (deposit === null)
    return [`Nothing in ${fileName} is new; nothing was changed.`, ...tallyLines(tallies)].join('\n');
  const { matched, doubtful, unmatched } = tallies;
  const cents = matched.cents + doubtful.cents + unmatched.cents;
  return [`Deposit ${deposit}: ${displayCents(cents)} entered.`, readingText(report)].join('\n');
}

/** A file in one line and its outcomes below. */
export function fileText(file: ReceiptFile): string {
  const { deposit, source, fileName, openedOn, closedOn, tallies, fileCents, ledgerCents, states } = file;
  const { awaitedLines } = file;
  const entered = tallies.matched.cents + tallies.doubtful.cents + tallies.unmatched.cents;
  const state = closedOn === null ? countOf(states.open.count, 'line') : '';
  return [
    `Deposit ${deposit}, ${source} file ${fileName} of ${openedOn}: ${closedOn === null ? `${state} to work` : `closed on ${closedOn}`}`,
    ...(awaitedLines === 0
      ? []
      : [
          `  NOT WHOLE: ${countOf(awaitedLines, 'line')} of the file ${awaitedLines === 1 ? 'is' : 'are'} not in; entering it was interrupted. Enter the same file again to put in the rest.`,
        ]),
    ...tallyLines(tallies),
    `  in the file ${displayCents(fileCents)}; entered ${displayCents(entered)}, in the ledger ${displayCents(ledgerCents)}: ${entered === ledgerCents ? 'agrees' : 'DISAGREES'}`,
  ].join('\n');
}

export function lineText(line: LineEntered): string {
  const paid = line.payments.map(
    ({ memberNo, memberName, code, cents }) =>
      `${displayCents(cents)} ${code} of ${memberName} (${memberNo})`,
  );
  const state = line.state === 'none' ? '' : `, ${line.state}`;
  return [
    `${headOf(line)}${state}`,
    ...(line.why === '' ? [] : [`       ${line.why}`]),
    ...(paid.length === 0 ? [] : [`       ${paid.join(', ')}`]),
    ...(line.leftBecause === '' ? [] : [`       left: ${line.leftBecause}`]),
  ].join('\n');
}

function foreseenText(line: LineForeseen): string {
  return `${headOf(line)}: ${line.why}`;
}

function headOf({ row, reference, receivedOn, cents, name, memberNo, outcome }: LineFacts): string {
  const who = [memberNo, name].filter((text) => text !== '').join(' ');
  const amount = cents === null ? '?' : displayCents(cents);
  return `  row ${row}  ${receivedOn ?? '?'}  ${amount}  ${reference}  ${who}  ${outcome}`;
}

function tallyLines(tallies: Tallies): readonly string[] {
  return LINE_OUTCOMES.filter((outcome) => tallies[outcome].count > 0).map(
    (outcome) =>
      `  ${outcome.padEnd(10)} ${String(tallies[outcome].count).padStart(6)}  ${displayCents(tallies[outcome].cents)}`,
  );
}
