import type { NoticeSheet, OfficeProfile } from './notice.ts';
import type { RunBarcodes } from './postal.ts';

/** What a piece says, frozen: a sheet without what belongs to the run as a whole. */
export type PieceContent = Pick<
  NoticeSheet,
  | 'memberNo'
  | 'memberName'
  | 'addressLines'
  | 'addressSize'
  | 'lines'
  | 'totalCents'
  | 'consequence'
  | 'waysBack'
>;

/** What a run keeps of the office as it was when the run was prepared, so that it prints the same for ever. */
export interface FrozenRun {
  readonly office: OfficeProfile;
  /** The letter's text with its merge fields, as in `resources/letters/`. */
  readonly letter: string;
  /** The envelope profile, as in `resources/envelopes/`. */
  readonly envelope: string;
  /** Absent where the office prints none. */
  readonly barcodes?: RunBarcodes;
}
