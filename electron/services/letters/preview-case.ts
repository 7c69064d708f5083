import type { CaseDecision, CaseStepTaken, CaseView } from '../../../shared/domain/audit-case.ts';
import { type AuditLetterKind, isDecisionLetter } from '../../../shared/domain/audit-letters.ts';
import type { CaseState } from '../../../shared/domain/audit-steps.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { purposeOf } from '../../../shared/domain/sheet-code.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { monthText } from '../../../shared/util/dates.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { caseRows, newestCaseOf } from '../../repositories/audit-worklist.ts';
import type { Recipient } from '../../repositories/renewal-candidates.ts';
import { dueOn } from '../../rules/audit/due-on.ts';
import { caseGround } from '../audit/desk/view.ts';
import { letterContent } from '../audit/letters/content.ts';
import type { OfficeView } from '../office.ts';
import { known } from './versions.ts';

/** Stand where the reviewer’s own words are printed. */
const ASKED = 'what the reviewer writes with the step stands here, in the reviewer’s own words.';
const REASON = 'What the reviewer writes with the decision stands here, in the reviewer’s own words.';

/**
 * A letter of the audit desk on the newest audit of a member: of the step or the decision that asked for it last, or where none did, of an
 * example. The address is still to be set.
 * @throws StandingError `letter-not-for-member`
 */
export async function caseSheet(
  view: OfficeView,
  run: string,
  kind: AuditLetterKind,
  recipient: Recipient,
  today: CalendarDate,
): Promise<NoticeSheet> {
  const audit = await newestCaseOf(view.reader, recipient.memberId);
  if (audit === null)
    throw new StandingError(
      'letter-not-for-member',
      `${recipient.name} was never audited, so there is no letter “${known(kind).title}” to show.`,
      'Choose a member with an audit.',
    );
  const { view: found, record, policy } = await caseGround(view, audit, today);
  const about = lastAbout(kind, found) ?? example(kind, found, policy, today);
  const content = letterContent(recipient, {
    ...{ kind, view: found, facts: record.facts, policy, asOf: today, about },
  });
  return {
    ...{ run, purpose: purposeOf(kind, kind), sheet: 1, sheets: 1, dated: today, month: monthText(today) },
    ...content,
    addressLines: [],
    addressSize: 0,
  };
}

/** A member with an audit; null where nobody has one. */
export async function someAudited(
  view: Pick<OfficeView, 'reader'>,
  today: CalendarDate,
): Promise<string | null> {
  const all = { state: 'all', owner: null, text: '' } as const;
  const page = { offset: 0, limit: 1 };
  const { rows } = await caseRows(view.reader, all, { by: 'age', descending: true }, today, page);
  return rows[0]?.memberNo ?? null;
}

const STEPS: Readonly<Partial<Record<AuditLetterKind, CaseState>>> = {
  'audit-received': 'received',
  'audit-more-asked': 'more-asked',
  'audit-extension': 'extension',
  'audit-appeal-received': 'appealed',
};

function lastAbout(
  kind: AuditLetterKind,
  { steps, decisions, letters }: CaseView,
): CaseStepTaken | CaseDecision | undefined {
  if (!isDecisionLetter(kind)) return steps.findLast(({ to }) => to === STEPS[kind]);
  return letters.some((letter) => letter.kind === kind) ? decisions.at(-1) : undefined;
}

function example(
  kind: AuditLetterKind,
  { computed, required, state }: CaseView,
  policy: PolicyBook,
  today: CalendarDate,
): CaseStepTaken | CaseDecision {
  const to = STEPS[kind];
  if (to !== undefined)
    return {
      ...{ step: 0, from: state, to, on: today, ...dueOn(to, today, null, policy) },
      ...{ note: ASKED, actor: '', run: null, takenBack: false },
    };
  const compliant = kind === 'audit-compliant';
  return {
    decision: 0,
    state: 'waiting',
    final: null,
    outcome: compliant ? 'compliant' : 'non-compliant',
    decidedOn: today,
    decidedBy: '',
    secondBy: null,
    counted: compliant ? required : Math.min(computed.counted, required),
    required,
    citation: compliant ? 'SC-CCP-3' : 'SC-LAPSE-3',
    reason: REASON,
    reasons: [],
    reversal: false,
  };
}
