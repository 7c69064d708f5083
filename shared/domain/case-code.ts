import { checkDigits } from './check-digits.ts';

/** What the QR code of an audit's cover sheet says: no personal data, only which case, and which activity of it the papers behind it prove. */
export interface CaseCode {
  /** The audit's id. */
  readonly audit: number;
  /** The activity's id; null = the case as a whole. */
  readonly activity: number | null;
}

/** How often a cover sheet has its code: one in its middle and one in each corner, so that a torn sheet still says whose it is. */
export const CODES_ON_A_COVER = 5;

/** `ST1C.<audit>.<activity, 0 for the whole case>.<check>`, within the QR code's alphanumeric mode. */
export function caseCodeText({ audit, activity }: CaseCode): string {
  const text = `ST1C.${audit}.${activity ?? 0}`;
  return `${text}.${checkDigits(text)}`;
}

/** Reads the text of a cover sheet's QR code; null when it is none of ours or its check does not agree. */
export function parseCaseCode(text: string): CaseCode | null {
  const match = /^(ST1C\.([1-9]\d{0,14})\.(0|[1-9]\d{0,14}))\.([0-9A-Z]{4})$/.exec(text.trim());
  if (match === null) return null;
  const [, body = '', audit = '', activity = '', given = ''] = match;
  if (checkDigits(body) !== given) return null;
  return { audit: Number(audit), activity: activity === '0' ? null : Number(activity) };
}
