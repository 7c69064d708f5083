import type { CsvFile } from './file/csv-file.ts';

/** What is worth saying about how a file was read. */
export function fileNotices(csv: CsvFile): readonly string[] {
  if (csv.encoding === 'Windows-1252')
    return ['The file is in Windows-1252, not UTF-8; its accents were read that way.'];
  if (csv.encoding === 'UTF-16') return ['The file is in UTF-16 and was read that way.'];
  return [];
}

export function unknownColumnsNotice(headers: readonly string[]): readonly string[] {
  if (headers.length === 0) return [];
  const named = headers.map((header) => (header === '' ? 'a column without a name' : header)).join(', ');
  return [`Ignored, since not known: ${named}.`];
}
