import { type CaseCode, parseCaseCode } from '../../../shared/domain/case-code.ts';
import { parseSheetCode, type SheetCode } from '../../../shared/domain/sheet-code.ts';
import type { PageMark } from './split.ts';

/** What was read on a page. */
export interface ReadPage {
  readonly codes: readonly string[];
  readonly damaged: boolean;
  readonly blank: boolean;
}

/** Whom a code names. */
export interface CodeOwners {
  /** null where there is no such audit. */
  ofAudit(audit: number): number | null;
  /** null where there is no such sheet. */
  ofSheet(code: Pick<SheetCode, 'run' | 'sheet'>): number | null;
}

/** What a page says about whose it is: only what its codes say without contradiction. */
export function pageMark({ codes, damaged, blank }: ReadPage, owners: CodeOwners): PageMark {
  if (blank) return { kind: 'blank' };
  const cases = codes.map(parseCaseCode).filter((code) => code !== null);
  const sheets = codes.map(parseSheetCode).filter((code) => code !== null);
  if (cases.length + sheets.length < codes.length) return unclear('A code on it was not read whole.');
  if (damaged) return unclear('A code on it cannot be read: it is torn, smudged or cut off.');
  if (codes.length === 0) return { kind: 'none' };
  const members = [
    ...cases.map(({ audit }) => owners.ofAudit(audit)),
    ...sheets.map((code) => owners.ofSheet(code)),
  ];
  if (members.includes(null)) return unclear('Its code is none that this office has printed.');
  if (new Set(members).size > 1) return unclear('Codes of several members are on one page.');
  return cases.length > 0 ? coverMark(cases) : sheetMark(sheets);
}

function coverMark(codes: readonly CaseCode[]): PageMark {
  const audits = new Set(codes.map(({ audit }) => audit));
  const activities = new Set(codes.map(({ activity }) => activity));
  const [audit = 0] = audits;
  if (audits.size > 1) return unclear('Codes of several cases are on one page.');
  // A sheet with a code for each activity is about the case as a whole.
  const [activity = null] = activities;
  return { kind: 'cover', audit, activity: activities.size === 1 ? activity : null };
}

function sheetMark(codes: readonly SheetCode[]): PageMark {
  const [first] = codes;
  if (first === undefined || codes.some(({ run, sheet }) => run !== first.run || sheet !== first.sheet))
    return unclear('Codes of several notices are on one page.');
  return { kind: 'sheet', run: first.run, sheet: first.sheet };
}

function unclear(why: string): PageMark {
  return { kind: 'unclear', why };
}
