import type { CalendarDate } from './facts.ts';
import type { PostalAddress } from './notice.ts';

/** What a move-update vendor's answer is read for. */
export const MOVE_FIELDS = [
  {
    id: 'member_no',
    title: 'Member number',
    required: true,
    aliases: 'memberno membernumber memberid id custid customerid keycode',
  },
  {
    id: 'new_address1',
    title: 'New street',
    required: true,
    aliases:
      'newaddress1 newaddress newstreet newaddressline1 ncoaaddress1 ncoaaddress newdeliveryline1 newprimaryaddress',
  },
  {
    id: 'new_address2',
    title: 'New unit',
    required: false,
    aliases: 'newaddress2 newunit newaddressline2 ncoaaddress2 newsecondaryaddress',
  },
  { id: 'new_city', title: 'New city', required: true, aliases: 'newcity ncoacity' },
  { id: 'new_state', title: 'New state', required: true, aliases: 'newstate ncoastate newst' },
  {
    id: 'new_zip',
    title: 'New ZIP',
    required: true,
    aliases: 'newzip newzipcode newzip5 ncoazip ncoazip5 newpostalcode',
  },
  { id: 'new_zip4', title: 'New ZIP+4', required: false, aliases: 'newzip4 newplus4 ncoazip4 newzipplus4' },
  {
    id: 'move_date',
    title: 'Move date',
    required: false,
    aliases: 'movedate moveeffectivedate ncoamovedate effectivedate',
  },
  {
    id: 'code',
    title: 'Match or return code',
    required: false,
    aliases: 'code returncode matchcode ncoacode ncoareturncode ncoalinkreturncode movetype footnote',
  },
  { id: 'exported_on', title: 'Exported on', required: false, aliases: 'exportedon exportdate' },
] as const;

export type MoveField = (typeof MOVE_FIELDS)[number]['id'];
export const MOVE_FIELD_IDS = MOVE_FIELDS.map(({ id }) => id);

/** Header of the vendor's file → what it is; what is left out is ignored. */
export type MoveMapping = Readonly<Record<string, MoveField>>;

/** What a row of the vendor's answer comes to. */
export interface MoveRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly memberNo: string;
  readonly memberName: string;
  /** `move`: a new address; `bad`: moved and left none; `same`: nothing new; `rejected`: see `why`. */
  readonly outcome: 'move' | 'bad' | 'same' | 'rejected';
  /** The address now; null where the member is unknown or has none. */
  readonly before: PostalAddress | null;
  /** null unless `move`. */
  readonly after: PostalAddress | null;
  /** As the vendor gives it: a day or a month; empty where it does not. */
  readonly moveDate: string;
  readonly code: string;
  /** The sentence for `bad` and `rejected`. */
  readonly why: string;
  /** The present address was marked as bad, which the new one settles. */
  readonly settles: boolean;
}

/** What a vendor's file would change. */
export interface MovesPreview {
  readonly file: string;
  readonly sha256: string;
  readonly columns: readonly { readonly header: string; readonly field: MoveField | null }[];
  /** Required fields that no column gives; then there are no rows. */
  readonly missing: readonly MoveField[];
  /** When the addresses were exported, for rows that do not say so; null = not on record. */
  readonly exportedOn: CalendarDate | null;
  readonly counts: Readonly<Record<MoveRow['outcome'], number>>;
  readonly rows: readonly MoveRow[];
}

export interface MovesReport {
  readonly moved: number;
  readonly marked: number;
  readonly rejected: number;
  readonly same: number;
}

export interface AddressExport {
  readonly file: string;
  readonly rows: number;
  /** Members without an address in the United States, who are not in the file. */
  readonly left: number;
}
