import type { Delimiter } from '../../../../shared/domain/import.ts';
import { IMPORT_COLUMNS } from '../../../../shared/domain/import-columns.ts';
import { columnName } from '../header-names.ts';
import { CsvRecords } from './records.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

const KNOWN = new Set(
  Object.values(IMPORT_COLUMNS).flatMap((columns) => columns.map((column) => column.name)),
);

/** The delimiter that gives the header most columns of ours, or else most columns. `text` is the file's beginning. */
export function findDelimiter(text: string): Delimiter {
  const named = /^sep=([,;\t])/i.exec(text)?.[1];
  const found = DELIMITERS.find((delimiter) => delimiter === named);
  if (found !== undefined) return found;
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: score(text, delimiter) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function score(text: string, delimiter: Delimiter): number {
  const { records } = new CsvRecords(delimiter).feed(text, true);
  const header = records.find((record) => record.cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
  return header.filter((cell) => KNOWN.has(columnName(cell))).length * 1000 + header.length;
}
