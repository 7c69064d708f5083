import type { EnvelopeProfile } from './envelope.ts';
import type { PageMark, TapTest } from './tap-test.ts';

/** Who signs the office's letters. */
export interface Signature {
  /** PNG or JPEG bytes, base64; null where the name stands alone. */
  readonly image: string | null;
  readonly name: string;
  readonly title: string;
}

/** What letters are written on and signed with. */
export interface Stationery {
  /** Which profile of `resources/envelopes/`, by its id. */
  readonly envelope: string;
  readonly signature: Signature | null;
}

/** How far this computer's printer puts everything from where it belongs; inches, positive = too far right, too low. */
export interface PrinterOffset {
  readonly dx: number;
  readonly dy: number;
}

/** A letter in its envelope, tapped to every side, as Settings draws it. */
export interface TapView {
  readonly profile: EnvelopeProfile;
  readonly memberNo: string;
  readonly memberName: string;
  readonly marks: readonly PageMark[];
  readonly test: TapTest;
  /** How much play the slip has in the return envelope, in inches. */
  readonly slipFits: { readonly name: string; readonly playX: number; readonly playY: number } | null;
}

/** What Settings shows of envelopes, signature and printer. */
export interface StationeryView {
  readonly stationery: Stationery;
  readonly envelopes: readonly EnvelopeChoice[];
  readonly printer: PrinterOffset;
}

/** An envelope that the office can choose. */
export interface EnvelopeChoice {
  readonly id: string;
  readonly name: string;
  /** `return`: what members send the slip back in; not for notices. */
  readonly use: 'notice' | 'return';
}
