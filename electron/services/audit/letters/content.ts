import type {
  CaseActivity,
  CaseDecision,
  CaseStepTaken,
  CaseView,
} from '../../../../shared/domain/audit-case.ts';
import type { AuditLetterKind } from '../../../../shared/domain/audit-letters.ts';
import { CERTIFICATION_NAMES } from '../../../../shared/domain/codes.ts';
import type { CalendarDate, Facts, RecertificationRoute } from '../../../../shared/domain/facts.ts';
import type { AuditedActivity, LineAudit, LineCase, LineFinding } from '../../../../shared/domain/notice.ts';
import type { PolicyBook } from '../../../policy/policy-book.ts';
import type { Recipient } from '../../../repositories/renewal-candidates.ts';
import { appealBy } from '../../../rules/audit/due-on.ts';
import { judge } from '../../../rules/judge.ts';
import type { UnaddressedContent } from '../../notices/piece-content.ts';
import { quoted, waysBackSentences } from '../../notices/piece-content.ts';

/** What a letter is written about: the case, and the step or the decision that asked for it. */
export interface LetterGround {
  readonly kind: AuditLetterKind;
  readonly view: CaseView;
  readonly facts: Facts;
  readonly policy: PolicyBook;
  readonly asOf: CalendarDate;
  readonly about: CaseStepTaken | CaseDecision;
}

/** What the letter of a case says, but for the address. */
export function letterContent(
  { memberNo, name }: Pick<Recipient, 'memberNo' | 'name'>,
  ground: LetterGround,
): UnaddressedContent {
  const { view, policy } = ground;
  const told = toldCase(ground);
  const recorded = sum(view.activities.map(({ counted }) => counted));
  const line = {
    code: view.code,
    certificationName: CERTIFICATION_NAMES[view.code],
    status: view.standing.status,
    yearStart: view.cycleStart,
    yearEnd: view.cycleEnd,
    amountCents: 0,
    arrearsCents: 0,
    dueOn: told.dueOn ?? told.appealBy ?? ground.asOf,
    boundByCcp: view.bound,
    cycleEnd: view.cycleEnd,
    pointsRequired: view.required,
    pointsCounted: recorded,
    pointsOutstanding: sum([Math.max(0, view.required - told.shown)]),
    attested: view.attestedOn !== null,
    case: told,
    ...(ground.kind === 'audit-more-asked' ? { audit: askedAgain(view, told) } : {}),
  };
  const content = {
    memberNo,
    memberName: name,
    lines: [line],
    totalCents: 0,
    consequence: quoted(policy, citationOf(ground)),
  };
  return told.routes.length === 0
    ? content
    : { ...content, waysBack: waysBackSentences(policy, told.routes.includes('ccp')) };
}

function toldCase(ground: LetterGround): LineCase {
  const { kind, view, policy, asOf, about } = ground;
  const findings = TELLS_FINDINGS.has(kind) ? view.activities.flatMap(findingOf) : [];
  if ('decision' in about) {
    const failed = about.outcome === 'non-compliant';
    return {
      audit: view.audit,
      dueOn: null,
      said: about.reason,
      shown: about.counted,
      on: about.decidedOn,
      outcome: about.outcome,
      reversal: about.reversal,
      appealBy: failed ? appealBy(asOf, policy) : null,
      routes: failed ? routesOnceFinal(ground) : [],
      findings,
    };
  }
  return {
    audit: view.audit,
    dueOn: about.dueOn,
    said: about.note,
    shown: view.computed.counted,
    on: about.on,
    outcome: view.outcome,
    reversal: false,
    appealBy: null,
    routes: [],
    findings,
  };
}

/** A compliant member needs no list of what was found. */
const TELLS_FINDINGS: ReadonlySet<AuditLetterKind> = new Set([
  'audit-more-asked',
  'audit-non-compliant',
  'audit-appeal-decision',
]);

function findingOf(activity: CaseActivity): readonly LineFinding[] {
  const { finding, counted } = activity;
  if (finding === null) return [];
  const { verdict, reason, note } = finding;
  return [{ ...audited(activity), shown: Math.min(finding.points, counted), verdict, reason, note }];
}

/** The activities whose proof does not hold yet, each with its cover sheet once more. */
function askedAgain({ audit, campaign, selectedOn, activities }: CaseView, told: LineCase): LineAudit {
  return {
    audit,
    campaign,
    selectedOn,
    answerBy: told.dueOn ?? told.on,
    activities: activities
      .filter(({ excluded, finding }) => excluded === null && finding?.verdict !== 'accepted')
      .map(audited),
  };
}

function audited({
  activity,
  title,
  completedOn,
  employedFrom,
  employedTo,
  counted,
}: CaseActivity): AuditedActivity {
  const from = completedOn ?? employedFrom ?? '';
  return { activity, title, from, to: completedOn ?? employedTo, points: counted };
}

/** The ways back that are open once the decision is final on the letter’s day (SC-RECERT-1, -2, -3). */
function routesOnceFinal({ facts, view, policy, asOf }: LetterGround): readonly RecertificationRoute[] {
  const audits = facts.audits.map((audit) =>
    audit.cycleStart === view.cycleStart && audit.selectedOn === view.selectedOn
      ? {
          ...audit,
          outcome: 'non-compliant' as const,
          closedOn: audit.outcome === null ? asOf : audit.closedOn,
        }
      : audit,
  );
  return judge({ ...facts, audits }, policy, asOf).routes;
}

function citationOf({ kind, view, about }: LetterGround): string {
  switch (kind) {
    case 'audit-received':
      return 'SC-DOC-1';
    case 'audit-more-asked':
    case 'audit-extension':
      return 'PB-AUD-3';
    case 'audit-non-compliant':
      return 'SC-LAPSE-3';
    case 'audit-appeal-received':
      return view.outcome === 'compliant' ? 'SC-CCP-3' : 'SC-LAPSE-3';
    case 'audit-compliant':
    case 'audit-appeal-decision':
      return 'decision' in about ? about.citation : 'SC-CCP-3';
  }
}

function sum(points: readonly number[]): number {
  return points.reduce((total, each) => total + Math.round(each * 100), 0) / 100;
}
