import { parseCaseCode } from '../../../shared/domain/case-code.ts';
import type { OpenCase } from '../../../shared/domain/intake.ts';
import { parseSheetCode } from '../../../shared/domain/sheet-code.ts';
import type { PageReading } from '../../documents/reading/reading.ts';
import type { Filing } from '../../repositories/intake-parts.ts';
import {
  memberNumberOf,
  memberOfActivity,
  memberOfAudit,
  memberOfSheet,
  openCases,
} from '../../repositories/open-cases.ts';
import { gate } from '../../rules/intake/gate.ts';
import { pageMark } from '../../rules/intake/page-mark.ts';
import { type SplitPart, splitPages } from '../../rules/intake/split.ts';
import type { OfficeView } from '../office.ts';
import { refusalWords } from './sentences.ts';

type View = Pick<OfficeView, 'reader'>;

/** A part of a document and where it goes. */
export interface JudgedPart {
  readonly firstPage: number;
  readonly lastPage: number;
  readonly filing: Filing;
}

/** Splits a document at its codes and files each part to the open case that its code names; what is not certain waits. */
export async function judgePages(view: View, pages: readonly PageReading[]): Promise<readonly JudgedPart[]> {
  const [audits, sheets] = [new Map<number, number | null>(), new Map<string, number | null>()];
  for (const text of pages.flatMap(({ codes }) => codes)) {
    const cover = parseCaseCode(text);
    if (cover !== null) audits.set(cover.audit, await memberOfAudit(view.reader, cover.audit));
    const sheet = parseSheetCode(text);
    if (sheet !== null) sheets.set(key(sheet), await memberOfSheet(view.reader, sheet.run, sheet.sheet));
  }
  const owners = {
    ofAudit: (audit: number) => audits.get(audit) ?? null,
    ofSheet: (code: { readonly run: string; readonly sheet: number }) => sheets.get(key(code)) ?? null,
  };
  const judged: JudgedPart[] = [];
  const several = new Set([...audits.values(), ...sheets.values()]).size > 1;
  for (const part of splitPages(pages.map((page) => pageMark(page, owners)))) {
    const { firstPage, lastPage } = part;
    const behindNotice = judged.length > 0;
    const filing = await judgePart(view, part, owners, behindNotice);
    const pages = lastPage - firstPage + 1;
    judged.push({ firstPage, lastPage, filing: several ? checkLength(filing, pages) : filing });
  }
  return judged;
}

/** Pages behind one cover sheet, in a scan of several members, from which on a person looks whether another cover sheet is missing. */
const MOST_BEHIND_A_COVER = 40;

function checkLength(filing: Filing, pages: number): Filing {
  if (filing.state !== 'filed' || pages <= MOST_BEHIND_A_COVER) return filing;
  const why = `${pages} pages lie behind one cover sheet, in a scan of several members: look whether another cover sheet is missing.`;
  return { ...waiting(why), memberId: filing.memberId };
}

const key = ({ run, sheet }: { readonly run: string; readonly sheet: number }) => `${run} ${sheet}`;

async function judgePart(
  view: View,
  { mark }: SplitPart,
  owners: Parameters<typeof pageMark>[1],
  behindNotice: boolean,
): Promise<Filing> {
  switch (mark.kind) {
    case 'none':
      return waiting(
        behindNotice
          ? 'No code is on it; it lay behind a notice, which says nothing of what follows.'
          : 'No code is on it.',
      );
    case 'unclear':
      return waiting(mark.why);
    case 'sheet':
      return ofMember(view, owners.ofSheet(mark), null, null);
    case 'cover': {
      const memberId = owners.ofAudit(mark.audit);
      if (mark.activity !== null && (await memberOfActivity(view.reader, mark.activity)) !== memberId)
        return waiting('Its code names an activity of another member.');
      return ofMember(view, memberId, { kind: 'audit', id: mark.audit }, mark.activity);
    }
  }
}

/** Where papers of a member go: through the gate (SC-DOC-1). */
async function ofMember(
  view: View,
  memberId: number | null,
  meant: Pick<OpenCase, 'kind' | 'id'> | null,
  activity: number | null,
): Promise<Filing> {
  if (memberId === null) return waiting('Its code is none that this office has printed.');
  const decision = gate(await openCases(view.reader, memberId), meant);
  switch (decision.to) {
    case 'refusal': {
      const why = refusalWords(await memberNumberOf(view.reader, memberId));
      return { state: 'refused', why, memberId, case: null, activity: null, allowedBy: null };
    }
    case 'queue': {
      const why =
        meant === null
          ? 'The member has several open cases: say to which it belongs.'
          : 'The case that its code names is closed, and the member has another that is open.';
      return { ...waiting(why), memberId };
    }
    case 'case':
      return { state: 'filed', why: '', memberId, case: decision.case, activity, allowedBy: null };
  }
}

function waiting(why: string): Filing {
  return { state: 'waiting', why, memberId: null, case: null, activity: null, allowedBy: null };
}
