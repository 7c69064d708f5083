import type { ImportKind } from '../../../../shared/domain/import.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { ReadableDatabase } from '../../../db/connection.ts';
import type { AttachedRows, StagedValue, WaitingRow } from '../../../db/import/staging.ts';
import type { RowCells } from '../cells/row-cells.ts';
import { activities } from './activities.ts';
import { attestations } from './attestations.ts';
import { certifications } from './certifications.ts';
import { fees } from './fees.ts';
import type { AppliedRow, ImportSettings, KindOfImport, RowOutcome, RowRefusal } from './kind.ts';
import { members } from './members.ts';
import { payments } from './payments.ts';

/** A row that was read, whatever its kind. */
export interface ReadRow {
  readonly memberNo: string;
  /** What it says, as it is staged. */
  readonly content: string;
  readonly values: readonly StagedValue[];
  readonly repeats: boolean;
  readonly rival: { readonly column: string; readonly key: string } | null;
  key(ordinal: number): string;
  check(key: string): RowOutcome | RowRefusal;
}

/** Rows of one kind, with the kind's own row type hidden. */
export interface Rows {
  /** The kind's own columns of the staged rows. */
  readonly columns: readonly string[];
  read(cells: RowCells): ReadRow;
  /** Applies a staged row, inside the caller's transaction. */
  apply(row: WaitingRow, importId: number): AppliedRow | RowRefusal;
  /** `RowTarget.addAll`; null where the kind's rows are applied one by one. */
  readonly addAll: ((rows: AttachedRows, importId: number) => number) | null;
}

/** Reads, checks and applies the rows of a kind over a connection. */
export function rowsOf(settings: ImportSettings, db: ReadableDatabase, policy: Policy): Rows {
  return WAYS[settings.kind](db, policy, settings);
}

type Way = (db: ReadableDatabase, policy: Policy, settings: ImportSettings) => Rows;

const WAYS: Readonly<Record<ImportKind, Way>> = {
  members: way(members),
  certifications: way(certifications),
  fees: way(fees),
  payments: way(payments),
  activities: way(activities),
  attestations: way(attestations),
};

function way<Row extends { readonly memberNo: string }>(kind: KindOfImport<Row>): Way {
  const { columns } = kind;
  return (db, policy, settings) => {
    const target = kind.target(db, policy, settings);
    return {
      columns: columns?.names ?? [],
      read(cells) {
        const row = kind.read(cells, settings);
        return {
          memberNo: row.memberNo,
          content: columns === undefined ? JSON.stringify(row) : '',
          values: columns?.values(row) ?? [],
          repeats: kind.repeats(row),
          rival: kind.rival?.(row) ?? null,
          key: (ordinal) => kind.key(row, ordinal),
          check: (key) => target.check(row, key),
        };
      },
      apply({ memberNo, content, values, key }, importId) {
        // What `read` wrote as JSON, read back.
        const row = columns === undefined ? (JSON.parse(content) as Row) : columns.row(memberNo, values);
        return target.apply(row, key, importId);
      },
      addAll: target.addAll?.bind(target) ?? null,
    };
  };
}
