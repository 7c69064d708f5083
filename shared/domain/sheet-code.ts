import { checkDigits } from './check-digits.ts';
import type { RunKind } from './notice-schedule.ts';

/** Of the letters of the audit desk. */
export const CASE_PURPOSES = ['AK', 'AM', 'AE', 'AC', 'AN', 'AR', 'AD'] as const;
export type CasePurpose = (typeof CASE_PURPOSES)[number];

/**
 * What a sheet that comes back asks for. `RN`: a renewal notice; `RM`: a reminder; `PD`, `P2`: a past-due notice, the first and every
 * later one; `FN`: the final notice; `CC`: a CCP compliance notice with its attestation; `LP`: a lapse notice; `RC`: a receipt; `AU`: an audit notice;
 * `RT`: a letter that sends documents back. Of the audit desk: `AK`: proof received; `AM`: more asked; `AE`: an extension; `AC`, `AN`: the decision, compliant or not; `AR`: an appeal
 * received; `AD`: the decision on it.
 */
export const SHEET_PURPOSES = [
  'RN',
  'RM',
  'PD',
  'P2',
  'FN',
  'CC',
  'LP',
  'RC',
  'AU',
  'RT',
  ...CASE_PURPOSES,
] as const;

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
  audit: 'AU',
  return: 'RT',
  'audit-received': 'AK',
  'audit-more-asked': 'AM',
  'audit-extension': 'AE',
  'audit-compliant': 'AC',
  'audit-non-compliant': 'AN',
  'audit-appeal-received': 'AR',
  'audit-appeal-decision': 'AD',
};

/** Whether a sheet is a letter of the audit desk. */
export function isCasePurpose(purpose: SheetPurpose): purpose is CasePurpose {
  return CASE_PURPOSES.some((own) => own === purpose);
}

const WITHOUT_SLIP: readonly SheetPurpose[] = ['LP', 'RC', 'AU', 'RT', ...CASE_PURPOSES];

/** Whether a sheet has a slip to send back, for a payment or an attestation. */
export function hasSlip(purpose: SheetPurpose): boolean {
  return !WITHOUT_SLIP.includes(purpose);
}

/** What the QR code of a sheet says: no personal data, only which sheet of which run it is. */
export interface SheetCode {
  /** e.g. `2026-12-A`. */
  readonly run: string;
  /** From 1. */
  readonly sheet: number;
  readonly purpose: SheetPurpose;
}

/** `ST1.<run>.<sheet>.<purpose>.<check>` (contract.md, The printed notice). */
export function sheetCodeText(code: SheetCode): string {
  const text = `ST1.${code.run}.${code.sheet}.${code.purpose}`;
  return `${text}.${checkDigits(text)}`;
}

/** Reads the text of a sheet's QR code; null when it is none of ours or its check does not agree. */
export function parseSheetCode(text: string): SheetCode | null {
  const match = /^(ST1\.(\d{4}-\d{2}-[A-Z]+)\.([1-9]\d{0,6})\.([A-Z][A-Z0-9]))\.([0-9A-Z]{4})$/.exec(
    text.trim(),
  );
  if (match === null) return null;
  const [, body = '', run = '', sheet = '', purpose = '', given = ''] = match;
  if (!isPurpose(purpose) || checkDigits(body) !== given) return null;
  return { run, sheet: Number(sheet), purpose };
}

function isPurpose(text: string): text is SheetPurpose {
  return SHEET_PURPOSES.some((purpose) => purpose === text);
}
