import type { LineOutcome, LineState, ReceiptSource } from '../../../shared/domain/receipts.ts';

/** The office's word for what became of a line. */
export const OUTCOME_WORDS: Readonly<Record<LineOutcome, string>> = {
  matched: 'Matched',
  doubtful: 'Doubtful',
  unmatched: 'Unmatched',
  duplicate: 'Entered before',
  back: 'Went back',
  unpaid: 'Not paid',
  refused: 'Not readable',
};

export const STATE_WORDS: Readonly<Record<LineState, string>> = {
  open: 'To work',
  left: 'Left',
  assigned: 'Assigned',
  reversed: 'Bounced',
  none: 'Nothing to do',
};

export const SOURCE_TITLES: Readonly<Record<ReceiptSource, string>> = {
  portal: 'Portal file',
  lockbox: 'Lockbox file',
};

/** What is still to come of a file that is not whole: `1 line`, `5,800 lines`. */
export function awaitedWords(awaitedLines: number): string {
  return `${awaitedLines.toLocaleString('en-US')} ${awaitedLines === 1 ? 'line' : 'lines'}`;
}
