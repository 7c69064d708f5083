/** What the office's Intelligent Mail barcodes say (USPS-B-3200); the serial number is each piece's own. */
export interface BarcodeSetting {
  /** The Mailer ID that the USPS assigned to the office: 6 or 9 digits. */
  readonly mailerId: string;
  /** Service Type Identifier: three digits, class of mail and ancillary services. */
  readonly serviceType: string;
  /** Barcode Identifier: two digits, the second 0 to 4; `00` where no presort is claimed. */
  readonly barcodeId: string;
}

/** How the office prints and posts. */
export interface PostalSettings {
  /** Each sheet followed by a blank back, so that each letter starts on a front. */
  readonly duplex: boolean;
  /** null = no barcode, which is how an office begins. */
  readonly barcode: BarcodeSetting | null;
}

/** A run's barcodes: sheet `n` has the serial number `firstSerial + n - 1`. */
export interface RunBarcodes extends BarcodeSetting {
  readonly firstSerial: number;
}

/** What is found about a postal address. */
export const ADDRESS_FINDINGS = [
  'no-street',
  'no-city',
  'no-zip',
  'zip-form',
  'zip-made-up',
  'no-zip-plus-4',
  'no-state',
  'state-unknown',
  'state-zip-disagree',
  'unit-without-designator',
  'designator-without-unit',
  'two-delivery-lines',
  'box-and-street',
  'no-house-number',
  'written-small',
  'no-country',
  'country-unknown',
  'foreign-as-domestic',
] as const;
export type AddressFindingCode = (typeof ADDRESS_FINDINGS)[number];

/** One remark about an address, in a sentence. `fault`: it cannot or may not arrive; `advice`: it arrives better. */
export interface AddressFinding {
  readonly code: AddressFindingCode;
  readonly weight: 'fault' | 'advice';
  readonly text: string;
}

/** One tray's worth of a run: pieces for one ZIP Code, for one three-digit prefix, or the rest. */
export interface TrayGroup {
  readonly level: '5-digit' | '3-digit' | 'mixed' | 'foreign';
  /** The five or three digits; empty for the rest. */
  readonly zip: string;
  readonly pieces: number;
  readonly trays: number;
  readonly firstSheet: number;
  readonly lastSheet: number;
}

/** What the post needs to know of a run. */
export interface RunPostal {
  readonly pieces: number;
  readonly groups: readonly TrayGroup[];
  readonly trays: number;
  /** Pieces in trays of five and of three digits. */
  readonly fiveDigit: number;
  readonly threeDigit: number;
  readonly mixed: number;
  readonly foreign: number;
  /** Least pieces for a tray of its own, and for presort prices at all. */
  readonly trayMinimum: number;
  readonly presortMinimum: number;
  /** Ounces of one piece, sheet and envelopes, and of all. */
  readonly pieceOunces: number;
  /** Of the piece with the most cover sheets; the same as `pieceOunces` where none has any. */
  readonly heaviestOunces: number;
  readonly totalOunces: number;
  /** What is found about the addresses of the run as they are now. */
  readonly findings: readonly {
    readonly code: AddressFindingCode;
    readonly count: number;
    readonly text: string;
  }[];
}

/** Printed address labels. */
export interface LabelsReport {
  readonly labels: number;
  readonly sheets: number;
  readonly sha256: string;
  readonly file: string;
  /** Who gets no label, and why. */
  readonly without: readonly { readonly memberNo: string; readonly why: string }[];
}
