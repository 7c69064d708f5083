import type { ColumnMapping, ImportKind, InspectedColumn } from '../../../shared/domain/import.ts';
import { IMPORT_COLUMNS } from '../../../shared/domain/import-columns.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { aliasName, columnName } from './header-names.ts';

/** The columns an errors file has added; ours to ignore when it comes back corrected. */
export const ADDED_COLUMNS = ['row', 'error'] as const;

/** How the columns of a file are taken for a kind. */
export interface Header {
  readonly columns: readonly InspectedColumn[];
  /** Column of the contract → position in the file. */
  readonly positions: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
  /** Headers that are ignored. */
  readonly unknown: readonly string[];
  /** Headers, two or more, that are taken for one column. */
  readonly twice: readonly { readonly column: string; readonly headers: readonly string[] }[];
}

/** Takes the headers for the columns of a kind: by the mapping first, then by name; aliases are only suggested. */
export function readHeader(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ColumnMapping = {},
): Header {
  const known = IMPORT_COLUMNS[kind];
  const names = new Set(known.map((column) => column.name));
  const taken = headers.map((header) => {
    if (Object.hasOwn(mapping, header)) return mapping[header] ?? null;
    const name = columnName(header);
    return names.has(name) ? name : null;
  });
  const positions = new Map<string, number>();
  taken.forEach((column, position) => {
    if (column !== null && !positions.has(column)) positions.set(column, position);
  });
  const suggested = new Set(positions.keys());
  const columns = headers.map((header, index) => {
    const column = taken[index] ?? null;
    return { header, column, suggestion: column === null ? suggest(kind, header, suggested) : null };
  });
  return {
    columns,
    positions,
    missing: known.filter((c) => c.required && !positions.has(c.name)).map((c) => c.name),
    unknown: columns.filter((c) => c.column === null && !isAdded(c.header)).map((c) => c.header),
    twice: [...positions.keys()]
      .map((column) => ({ column, headers: headers.filter((_, index) => taken[index] === column) }))
      .filter((entry) => entry.headers.length > 1),
  };
}

/** @throws StandingError `import-mapping` when the mapping names what the file or the kind does not have */
export function checkMapping(kind: ImportKind, headers: readonly string[], mapping: ColumnMapping): void {
  for (const [header, column] of Object.entries(mapping)) {
    if (!headers.includes(header))
      throw badMapping(`the file has no column “${header}”`, `It has: ${headers.join(', ')}.`);
    if (column !== null && !IMPORT_COLUMNS[kind].some((known) => known.name === column))
      throw badMapping(`${kind} have no column “${column}”`, `They have: ${columnList(kind)}.`);
  }
}

/**
 * @throws StandingError `import-column-twice`, `import-columns-missing` naming them all, `import-not-csv` where the first
 *   line has no column of ours at all
 */
export function refuseHeader(kind: ImportKind, file: string, header: Header): void {
  const twice = header.twice[0];
  if (twice !== undefined) {
    throw new StandingError(
      'import-column-twice',
      `The header of ${file} has the column ${twice.column} ${twice.headers.length} times (${twice.headers.join(', ')}).`,
      'Remove or rename all but one, so that it is plain which one counts.',
    );
  }
  if (header.missing.length === 0) return;
  const headers = header.columns.map((column) => column.header);
  if (headers.length === 1 && header.positions.size === 0) {
    throw new StandingError(
      'import-not-csv',
      `The file ${file} does not look like CSV: its first line has no columns (“${headers[0]?.slice(0, 60)}”).`,
      `The first line names the columns: ${columnList(kind)}.`,
    );
  }
  const like = header.columns.filter((c) => c.suggestion !== null && header.missing.includes(c.suggestion));
  const hint = like.map((c) => `“${c.header}” looks like ${c.suggestion}: rename it so.`).join(' ');
  throw new StandingError(
    'import-columns-missing',
    `The file ${file} lacks ${header.missing.length === 1 ? 'the required column' : 'the required columns'} ${header.missing.join(', ')} of ${kind}; it has ${headers.join(', ')}.`,
    hint === '' ? 'Add what is missing, or check that it is the right kind of file.' : hint,
  );
}

export function isAdded(header: string): boolean {
  return (ADDED_COLUMNS as readonly string[]).includes(columnName(header));
}

/** Each column is suggested to one header alone. */
function suggest(kind: ImportKind, header: string, suggested: Set<string>): string | null {
  const alias = aliasName(header);
  const column = IMPORT_COLUMNS[kind].find(
    ({ name, aliases }) => !suggested.has(name) && (aliases.includes(alias) || aliasName(name) === alias),
  );
  if (column === undefined) return null;
  suggested.add(column.name);
  return column.name;
}

function columnList(kind: ImportKind): string {
  return IMPORT_COLUMNS[kind].map((column) => column.name).join(', ');
}

function badMapping(what: string, fix: string): StandingError {
  return new StandingError('import-mapping', `The columns cannot be mapped: ${what}.`, fix);
}
