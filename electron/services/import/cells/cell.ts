/** Why a cell's text cannot be taken. */
export class BadCell {
  /** What is to be said of the value: `is not a date; write …`. */
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** `“2023-02-30” is no day of the calendar` from the value and what is to be said of it. */
export function ofValue(value: string, saying: string): string {
  return value === '' ? `this cell ${saying}` : `“${value}” ${saying}`;
}

/** How the text of a cell becomes a value. */
export interface CellType<T> {
  /** What an empty cell means, where a column may be empty. */
  readonly blank: T;
  /** `text` is tidied and not empty. */
  read(text: string): T | BadCell;
}

// Printable ASCII, which most cells are, needs no tidying but the trim.
const PLAIN = /^[ -~]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * The cell's text without spaces around it, line breaks as single spaces, accents composed (NFC), and without the
 * apostrophe that exports, ours too, put before `=`, `+`, `-` and `@` to keep spreadsheets from calculating.
 */
export function tidy(raw: string): string | BadCell {
  const trimmed = raw.trim();
  const text = trimmed.startsWith("'") && /^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed;
  if (PLAIN.test(text)) return text;
  const spaced = text.normalize('NFC').replace(/[\s\u00a0]*[\r\n\t\v\f\u2028\u2029]+[\s\u00a0]*/g, ' ');
  return CONTROL.test(spaced)
    ? new BadCell('holds an invisible control character; type the cell anew')
    : spaced;
}
