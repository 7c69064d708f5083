import {
  FINDING_REASON_WORDS,
  FINDING_REASONS,
  VERDICT_WORDS,
  VERDICTS,
} from '../../../shared/domain/audit-findings.ts';
import {
  REPORT_GROUPS,
  REPORT_PART_WORDS,
  REPORT_PARTS,
  type ReportList,
} from '../../../shared/domain/audit-report.ts';
import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';

/** What narrows a list of a report beside its part. */
export type Narrowing = Partial<Omit<ReportList, 'year'>>;

const KEYS = ['audit', 'group', 'part', 'code', 'verdict', 'reason', 'by'] as const;

/** The place that shows the cases behind a figure, e.g. `/audits?audit=2026&part=overdue`. */
export function listPlace(year: number, narrowing: Narrowing): string {
  const { group, part, code, verdict, reason, reviewer } = narrowing;
  const values = [String(year), group, part, code, verdict, reason, reviewer];
  const query = new URLSearchParams();
  KEYS.forEach((key, at) => {
    const value = values[at];
    if (value !== undefined && value !== null) query.set(key, value);
  });
  return `/audits?${query}`;
}

/** The list that a place names; null where it names none. */
export function listAt(text: URLSearchParams): ReportList | null {
  const year = Number(text.get('audit') ?? '');
  if (!Number.isInteger(year) || year < 1900 || year > 2200) return null;
  return {
    year,
    group: oneOf(REPORT_GROUPS, text.get('group')) ?? 'drawn',
    part: oneOf(REPORT_PARTS, text.get('part')) ?? 'all',
    code: oneOf(CERTIFICATION_CODES, text.get('code')),
    verdict: oneOf(VERDICTS, text.get('verdict')),
    reason: oneOf(FINDING_REASONS, text.get('reason')),
    reviewer: text.get('by'),
  };
}

/** What takes a list out of a place again. */
export const NO_LIST: Readonly<Record<string, string>> = Object.fromEntries(KEYS.map((key) => [key, '']));

/** `Audit of 2026: overdue, RMA` */
export function listWords({ year, group, part, code, verdict, reason, reviewer }: ReportList): string {
  const found = [
    ...(group === 'for-cause' ? ['for cause'] : []),
    ...(part === 'all' && (code !== null || verdict !== null) ? [] : [REPORT_PART_WORDS[part]]),
    ...(code === null ? [] : [code]),
    ...(verdict === null ? [] : [`an activity ${VERDICT_WORDS[verdict].toLowerCase()}`]),
    ...(reason === null ? [] : [FINDING_REASON_WORDS[reason].toLowerCase()]),
    ...(reviewer === null || reviewer === '' ? [] : [`reviewed by ${reviewer}`]),
  ];
  return `Audit of ${year}: ${found.join(', ')}`;
}

function oneOf<Value extends string>(all: readonly Value[], text: string | null): Value | null {
  return all.find((one) => one === text) ?? null;
}
