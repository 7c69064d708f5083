import type { Delimiter, ImportKind, ImportReport, TextEncoding } from '../../../shared/domain/import.ts';

/** The office's word for each kind of file. */
export const KIND_WORDS: Readonly<Record<ImportKind, string>> = {
  members: 'Members',
  certifications: 'Certifications',
  fees: 'Annual fees',
  payments: 'Payments',
  activities: 'Activities',
  attestations: 'Attestations',
};

const ENCODINGS: Readonly<Record<TextEncoding, string>> = {
  'UTF-8': 'UTF-8 text',
  'UTF-16': 'UTF-16 text',
  'Windows-1252': 'Windows-1252 text',
};

const DELIMITERS: Readonly<Record<Delimiter, string>> = {
  ',': 'separated by commas',
  ';': 'separated by semicolons',
  '\t': 'separated by tabs',
};

/** `UTF-8 text, separated by commas`. */
export function formWords(encoding: TextEncoding, delimiter: Delimiter): string {
  return `${ENCODINGS[encoding]}, ${DELIMITERS[delimiter]}`;
}

/** `certified_on` → `Certified on`, `member_no` → `Member number`. */
export function columnWords(column: string): string {
  const words = column
    .replace(/_no$/, '_number')
    .replace(/_ok$/, '_allowed')
    .replace(/^(address)(\d)$/, '$1 line $2')
    .replaceAll('_', ' ')
    .replace(/\bzip\b/i, 'ZIP')
    .replace(/\bemail\b/, 'e-mail')
    .replace(/\bid\b/, 'ID');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The same within a sentence: `member number`. */
export function inSentence(column: string): string {
  const words = columnWords(column);
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`.replace(/^zIP$/, 'ZIP');
}

/** `member number`, `member number and first name`, `member number, first name and last name`. */
export function listed(columns: readonly string[]): string {
  const words = columns.map(inSentence);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

export function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** `1 row`, `4,812 rows`. */
export function rowsWords(n: number): string {
  return `${count(n)} ${n === 1 ? 'row' : 'rows'}`;
}

/** What the counts of a report say: `4,790 new, 20 changed, 2 already there`; what is none is left out. */
export function countWords({ added, updated, unchanged }: ImportReport, done: boolean): string {
  const parts = [
    added === 0 ? '' : `${count(added)} ${done ? 'added' : 'new'}`,
    updated === 0 ? '' : `${count(updated)} changed`,
    unchanged === 0 ? '' : `${count(unchanged)} already there`,
  ].filter((part) => part !== '');
  return parts.join(', ');
}
