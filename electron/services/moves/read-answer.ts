import {
  MOVE_FIELDS,
  type MoveField,
  type MoveMapping,
  type MovesPreview,
} from '../../../shared/domain/moves.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { batches, openCsv } from '../import/file/csv-file.ts';
import { aliasName } from '../import/header-names.ts';

/** A vendor's answer, read but not yet held against the office. */
export interface Answer {
  readonly sha256: string;
  readonly columns: MovesPreview['columns'];
  readonly missing: readonly MoveField[];
  readonly rows: readonly AnswerRow[];
}

export interface AnswerRow {
  readonly row: number;
  cell(field: MoveField): string;
}

/** An answer longer than this is no answer about an office's members. */
const MOST_ROWS = 500_000;

/**
 * Reads a vendor's file: its columns by the mapping, else by their names.
 * @throws StandingError as `openCsv`, `moves-mapping`, `moves-too-long`
 */
export async function readAnswer(file: string, mapping: MoveMapping | null, work: Work): Promise<Answer> {
  const csv = await openCsv(file, work);
  const columns = mapped(csv.header, mapping);
  const positions = new Map<MoveField, number>();
  columns.forEach(({ field }, position) => {
    if (field === null) return;
    if (positions.has(field))
      throw new StandingError(
        'moves-mapping',
        `Two columns of the file are taken for “${titleOf(field)}”: ${columns
          .filter((column) => column.field === field)
          .map(({ header }) => header)
          .join(', ')}.`,
        'Ignore all but one.',
      );
    positions.set(field, position);
  });
  const missing = MOVE_FIELDS.filter(({ id, required }) => required && !positions.has(id)).map(
    ({ id }) => id,
  );
  const rows: AnswerRow[] = [];
  if (missing.length === 0) {
    let first = true;
    for await (const batch of batches(csv)) {
      for (const { row, cells } of batch.records) {
        if (first) {
          first = false;
          continue;
        }
        rows.push({ row, cell: (field) => plain(cells[positions.get(field) ?? -1] ?? '') });
      }
      if (rows.length > MOST_ROWS)
        throw new StandingError(
          'moves-too-long',
          `The file ${file} has more than ${MOST_ROWS} rows.`,
          'Split it.',
        );
      work.progress({ doing: 'Reading the answer', done: rows.length, total: null, cancellable: true });
      await work.breathe();
    }
  }
  return { sha256: csv.sha256, columns, missing, rows };
}

function mapped(header: readonly string[], mapping: MoveMapping | null): MovesPreview['columns'] {
  const taken = new Set(mapping === null ? [] : Object.values(mapping));
  return header.map((name) => {
    if (mapping !== null && Object.hasOwn(mapping, name))
      return { header: name, field: mapping[name] ?? null };
    if (mapping !== null) return { header: name, field: null };
    const field = MOVE_FIELDS.find(
      ({ id, aliases }) =>
        !taken.has(id) && (aliases.split(' ').includes(aliasName(name)) || aliasName(id) === aliasName(name)),
    );
    if (field === undefined) return { header: name, field: null };
    taken.add(field.id);
    return { header: name, field: field.id };
  });
}

/** Whether a saved mapping names columns of this file, and all that are required. */
export function suits(header: readonly string[], mapping: MoveMapping): boolean {
  const given = Object.entries(mapping).flatMap(([name, field]) => (header.includes(name) ? [field] : []));
  return MOVE_FIELDS.every(({ id, required }) => !required || given.includes(id));
}

/** What our own export has put before a cell that a spreadsheet would calculate. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '');
}

function titleOf(field: MoveField): string {
  return MOVE_FIELDS.find(({ id }) => id === field)?.title ?? field;
}
