import { maskCardNumbers } from '../../../shared/domain/card-number.ts';
import { IMPORT_KINDS, type ImportInspection, type ImportKind } from '../../../shared/domain/import.ts';
import { IMPORT_COLUMNS } from '../../../shared/domain/import-columns.ts';
import { unwatchedWork, type Work } from '../../jobs/work.ts';
import { batches, type CsvFile, openCsv } from './file/csv-file.ts';
import { type Header, readHeader } from './header.ts';
import { fileNotices } from './notices.ts';

const SAMPLE_ROWS = 20;

/**
 * Looks at a file before anything is imported: encoding, delimiter, what its columns are taken for, its first rows.
 * @param kind what it is to be taken for, or null to have it guessed
 * @throws StandingError `import-unreadable`, `import-empty`, `import-not-csv`, `import-nul`, `import-truncated`
 */
export async function inspectImport(
  file: string,
  kind: ImportKind | null = null,
  work: Work = unwatchedWork(),
): Promise<ImportInspection> {
  const csv = await openCsv(file, work);
  const taken = kind ?? guessKind(csv.header);
  const header = taken === null ? null : readHeader(taken, csv.header);
  return {
    file,
    encoding: csv.encoding,
    byteOrderMark: csv.byteOrderMark,
    delimiter: csv.delimiter,
    kind: taken,
    columns: header?.columns ?? csv.header.map((name) => ({ header: name, column: null, suggestion: null })),
    missing: header?.missing ?? [],
    known: taken === null ? [] : IMPORT_COLUMNS[taken].map((c) => ({ column: c.name, required: c.required })),
    sample: await sampleRows(csv),
    notices: [...fileNotices(csv), ...twiceNotices(header)],
  };
}

/** The kind whose columns the headers give best, by name before by alias; null where one misses a required column in all. */
export function guessKind(headers: readonly string[]): ImportKind | null {
  const scores = IMPORT_KINDS.map((kind) => {
    const { columns, missing } = readHeader(kind, headers);
    const suggested = columns.flatMap((c) => c.suggestion ?? []);
    const stillMissing = missing.filter((column) => !suggested.includes(column));
    const named = columns.filter((c) => c.column !== null).length;
    return { kind, complete: stillMissing.length === 0, score: named * 2 + suggested.length };
  }).filter((entry) => entry.complete);
  return scores.sort((a, b) => b.score - a.score)[0]?.kind ?? null;
}

async function sampleRows(csv: CsvFile): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { records } of batches(csv)) {
    rows.push(
      ...records.slice(0, SAMPLE_ROWS + 1 - rows.length).map((record) => record.cells.map(maskCardNumbers)),
    );
    if (rows.length > SAMPLE_ROWS) break;
  }
  return rows.slice(1);
}

function twiceNotices(header: Header | null): readonly string[] {
  return (header?.twice ?? []).map(
    ({ column, headers }) => `${headers.length} columns are taken for ${column}: ${headers.join(', ')}.`,
  );
}
