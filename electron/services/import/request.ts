import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ColumnMapping, ImportKind } from '../../../shared/domain/import.ts';

/** What is to be imported, and how. */
export interface ImportRequest {
  readonly file: string;
  readonly kind: ImportKind;
  readonly mapping?: ColumnMapping | undefined;
  /** Only tell what it would do. */
  readonly dryRun?: boolean | undefined;
  /** Import the good rows though there are bad ones; otherwise one bad row keeps all from being imported. */
  readonly skipBadRows?: boolean | undefined;
  /** Where the rejected rows are written to be corrected; written whenever it is named, with the header alone if none was rejected. */
  readonly errorsFile?: string | undefined;
  /** The day of the import, where it is not the clock's. */
  readonly asOf?: CalendarDate | undefined;
}
