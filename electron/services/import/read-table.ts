import type { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { BadCell, tidy } from './cells/cell.ts';
import { batches, openCsv } from './file/csv-file.ts';
import { aliasName } from './header-names.ts';

/** What a column may be. */
export interface TableField<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly required: boolean;
  /** Spelled as `aliasName` spells, separated by spaces. */
  readonly aliases: string;
}

/** A row of a file whose columns are known by their names. */
export interface TableRow<Id extends string> {
  /** As a spreadsheet counts. */
  readonly row: number;
  /** As in the file; empty where the file has no such column. */
  raw(field: Id): string;
  /** Tidied; empty where it holds what no text can. */
  text(field: Id): string;
}

/** Which column is which field, by its name; that one is required or optional is no part of the name. Each field once. */
export function byName<Id extends string>(
  header: readonly string[],
  fields: readonly Pick<TableField<Id>, 'id' | 'aliases'>[],
): readonly (Id | null)[] {
  const taken = new Set<Id>();
  return header.map((name) => {
    const plain = aliasName(name).replace(/(required|optional)$/, '');
    const field = fields.find(({ id, aliases }) => !taken.has(id) && aliases.split(' ').includes(plain));
    if (field === undefined) return null;
    taken.add(field.id);
    return field.id;
  });
}

/**
 * Reads a file whole, its columns by their names.
 * @param refuse the refusal of a file without some of the required columns
 * @throws StandingError as `openCsv`, what `refuse` gives, `cancelled`
 */
export async function readTable<Id extends string>(
  file: string,
  fields: readonly TableField<Id>[],
  refuse: (missing: readonly string[], header: readonly string[]) => StandingError,
  work: Work,
): Promise<{ readonly sha256: string; readonly rows: readonly TableRow<Id>[] }> {
  const csv = await openCsv(file, work);
  const columns = byName(csv.header, fields);
  const missing = fields.filter(({ id, required }) => required && !columns.includes(id));
  if (missing.length > 0)
    throw refuse(
      missing.map(({ title }) => title),
      csv.header,
    );
  const rows: TableRow<Id>[] = [];
  let header = true;
  for await (const { records } of batches(csv)) {
    for (const { row, cells } of records) {
      if (header) header = false;
      else rows.push(tableRow(row, (field) => cells[columns.indexOf(field)] ?? ''));
    }
    work.progress({ doing: 'Reading the file', done: rows.length, total: csv.lines, cancellable: true });
    await work.breathe();
  }
  return { sha256: csv.sha256, rows };
}

function tableRow<Id extends string>(row: number, raw: (field: Id) => string): TableRow<Id> {
  return {
    row,
    raw,
    text(field) {
      const tidied = tidy(raw(field));
      return tidied instanceof BadCell ? '' : tidied;
    },
  };
}
