import type { RunKind } from './notice-schedule.ts';

/**
 * What a sheet that comes back asks for. `RN`: a renewal notice; `RM`: a reminder; `PD`, `P2`: a past-due notice, the first and every
 * later one; `FN`: the final notice; `CC`: a CCP compliance notice with its attestation; `LP`: a lapse notice; `RC`: a receipt.
 */
export const SHEET_PURPOSES = ['RN', 'RM', 'PD', 'P2', 'FN', 'CC', 'LP', 'RC'] as const;

export type SheetPurpose = (typeof SHEET_PURPOSES)[number];

/** What the sheets of a run ask for. @throws Error for a run that has no sheets of its own */
export function purposeOf(kind: RunKind, step: string): SheetPurpose {
  const purpose = kind === 'past-due' && step !== 'past-due' ? 'P2' : PURPOSES[kind];
  if (purpose === undefined) throw new Error(`A run of the kind ${kind} has no sheets.`);
  return purpose;
}

const PURPOSES: Readonly<Partial<Record<RunKind, SheetPurpose>>> = {
  renewal: 'RN',
  reminder: 'RM',
  'past-due': 'PD',
  final: 'FN',
  ccp: 'CC',
  lapse: 'LP',
  receipt: 'RC',
};

/** Whether a sheet has a slip to send back, for a payment or an attestation. */
export function hasSlip(purpose: SheetPurpose): boolean {
  return purpose !== 'LP' && purpose !== 'RC';
}

/** What the QR code of a sheet says: no personal data, only which sheet of which run it is. */
export interface SheetCode {
  /** e.g. `2026-12-A`. */
  readonly run: string;
  /** From 1. */
  readonly sheet: number;
  readonly purpose: SheetPurpose;
}

// Crockford's Base32: no letter that is mistaken for a digit, all within the QR code's alphanumeric mode.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `ST1.<run>.<sheet>.<purpose>.<check>` (contract.md, The printed notice). */
export function sheetCodeText(code: SheetCode): string {
  const text = `ST1.${code.run}.${code.sheet}.${code.purpose}`;
  return `${text}.${check(text)}`;
}

/** Reads the text of a sheet's QR code; null when it is none of ours or its check does not agree. */
export function parseSheetCode(text: string): SheetCode | null {
  const match = /^(ST1\.(\d{4}-\d{2}-[A-Z]+)\.([1-9]\d{0,6})\.([A-Z][A-Z0-9]))\.([0-9A-Z]{4})$/.exec(
    text.trim(),
  );
  if (match === null) return null;
  const [, body = '', run = '', sheet = '', purpose = '', given = ''] = match;
  if (!isPurpose(purpose) || check(body) !== given) return null;
  return { run, sheet: Number(sheet), purpose };
}

function isPurpose(text: string): text is SheetPurpose {
  return SHEET_PURPOSES.some((purpose) => purpose === text);
}

/** The low 20 bits of the text's CRC-32 (ISO/IEC 3309) as four Base32 digits. */
function check(text: string): string {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const value = ~crc >>> 0;
  return [15, 10, 5, 0].map((shift) => DIGITS.charAt((value >>> shift) & 31)).join('');
}
