import type { NoticeSheet, OfficeProfile } from './notice.ts';
import type { RunBarcodes } from './postal.ts';
import type { Signature } from './stationery.ts';

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
  | 'selection'
  | 'received'
>;

/** What a run keeps of the office as it was when the run was prepared, so that it prints the same for ever. */
export interface FrozenRun {
  readonly office: OfficeProfile;
  /** The letter's text with its merge fields, as in `resources/letters/`. */
  readonly letter: string;
  /** Which of the office's own texts that is; null = the one that ships. Absent in runs from before texts had versions. */
  readonly letterVersion?: number | null;
  /** Absent where nobody signs. */
  readonly signature?: Signature;
  /** The envelope profile, as in `resources/envelopes/`. */
  readonly envelope: string;
  /** Absent where the office prints none. */
  readonly barcodes?: RunBarcodes;
}
