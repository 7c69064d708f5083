import type { CaseActivity, CaseFilter, CaseRow, CaseView } from '../../../shared/domain/audit-case.ts';
import {
  EVIDENCE_ITEMS,
  FINDING_REASON_WORDS,
  FINDING_REASONS,
  VERDICT_WORDS,
  VERDICTS,
} from '../../../shared/domain/audit-findings.ts';
import { AUDIT_LETTER_TITLES } from '../../../shared/domain/audit-letters.ts';
import {
  CASE_STATE_WORDS,
  CASE_STATES,
  CASE_STEP_WORDS,
  type CaseStep,
} from '../../../shared/domain/audit-steps.ts';
import { caseRows } from '../../repositories/audit-worklist.ts';
import { appeal } from '../../services/audit/desk/appeal.ts';
import { assign } from '../../services/audit/desk/assign.ts';
import { decideCase, secondReview } from '../../services/audit/desk/decide.ts';
import { findActivity, noteEvidence } from '../../services/audit/desk/find.ts';
import { takeStep } from '../../services/audit/desk/step.ts';
import { caseView } from '../../services/audit/desk/view.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { dateOf, idOf, needText, SHOWN } from './money-options.ts';

const NARROWED: readonly CaseFilter['state'][] = ['open', 'overdue', 'second-review', 'all', ...CASE_STATES];

/** `audit case list [--state STATE] [--owner NAME] [--text TEXT]` */
export async function list(call: Call): Promise<CommandResult> {
  const filter: CaseFilter = {
    state: oneOf(NARROWED, call.text('state') ?? 'open', 'a state'),
    owner: call.text('owner'),
    text: call.text('text') ?? '',
  };
  const found = await withOffice(call, ({ reader }) =>
    caseRows(reader, filter, { by: 'due', descending: false }, asOfDate(call), { offset: 0, limit: SHOWN }),
  );
  return {
    json: found,
    text: found.rows.length === 0 ? 'There is no such case.' : found.rows.map(rowText).join('\n'),
  };
}

/** `audit case show AUDIT` */
export async function show(call: Call): Promise<CommandResult> {
  return shown(await withOffice(call, (office) => caseView(office, auditOf(call), asOfDate(call))));
}

/** `audit case assign AUDIT… --to NAME` */
export async function assignTo(call: Call): Promise<CommandResult> {
  const owner = call.text('to');
  if (owner === null) throw new UsageError('--to is missing; write a name, or "" for nobody');
  const audits = call.words.map((word) => idOf(word, 'an audit'));
  const done = await withOffice(call, (office) => assign(office, { audits, owner }));
  return {
    json: done,
    text: `${done.assigned} ${done.assigned === 1 ? 'case' : 'cases'} given to ${owner === '' ? 'nobody' : owner}.`,
  };
}

/** `audit case state AUDIT STATE [--on DATE] [--note TEXT]` */
export async function state(call: Call): Promise<CommandResult> {
  const steps = Object.keys(CASE_STEP_WORDS) as readonly CaseStep[];
  const order = {
    audit: auditOf(call),
    to: oneOf(steps, call.words[1], 'a state'),
    on: dateOf(call, 'on', asOfDate(call)),
    note: call.text('note') ?? '',
  };
  return shown(await withOffice(call, (office) => takeStep(office, order)));
}

/** `audit case find AUDIT ACTIVITY VERDICT …` */
export async function find(call: Call): Promise<CommandResult> {
  const reason = call.text('reason');
  const points = call.text('points');
  if (points !== null && !/^\d+(\.\d{1,2})?$/.test(points))
    throw new UsageError(`--points ${points} is no number of points; write one such as 2.5`);
  const order = {
    audit: auditOf(call),
    activity: idOf(call.words[1], 'an activity'),
    verdict: oneOf(VERDICTS, call.words[2], 'a finding'),
    points: points === null ? null : Number(points),
    reason: reason === null ? null : oneOf(FINDING_REASONS, reason, 'a reason'),
    note: call.text('note') ?? '',
  };
  return shown(await withOffice(call, (office) => findActivity(office, order)));
}

/** `audit case evidence AUDIT ACTIVITY ITEM yes|no` */
export async function evidence(call: Call): Promise<CommandResult> {
  const order = {
    audit: auditOf(call),
    activity: idOf(call.words[1], 'an activity'),
    items: [oneOf(EVIDENCE_ITEMS, call.words[2], 'a thing that proof shows')],
    shown: oneOf(['yes', 'no'] as const, call.words[3], 'an answer') === 'yes',
  };
  return shown(await withOffice(call, (office) => noteEvidence(office, order)));
}

/** `audit case decide AUDIT OUTCOME [--reason TEXT] [--citation ID]` */
export async function decide(call: Call): Promise<CommandResult> {
  const order = {
    audit: auditOf(call),
    outcome: oneOf(['compliant', 'non-compliant'] as const, call.words[1], 'an outcome'),
    reason: call.text('reason') ?? '',
    citation: call.text('citation'),
  };
  return shown(await withOffice(call, (office) => decideCase(office, order)));
}

/** `audit case second AUDIT agree|disagree [--note TEXT]` */
export async function second(call: Call): Promise<CommandResult> {
  const order = {
    audit: auditOf(call),
    by: null,
    agrees: oneOf(['agree', 'disagree'] as const, call.words[1], 'an answer') === 'agree',
    note: call.text('note') ?? '',
  };
  return shown(await withOffice(call, (office) => secondReview(office, order)));
}

/** `audit case appeal AUDIT --grounds TEXT [--received DATE] [--approved-by MANAGER]` */
export async function appealCase(call: Call): Promise<CommandResult> {
  const order = {
    audit: auditOf(call),
    grounds: needText(call, 'grounds', 'what the member holds against the decision'),
    receivedOn: dateOf(call, 'received', asOfDate(call)),
    approvedBy: call.text('approved-by'),
  };
  return shown(await withOffice(call, (office) => appeal(office, order)));
}

function auditOf(call: Call): number {
  return idOf(call.words[0], 'an audit');
}

/** @throws UsageError unless it is one of them */
function oneOf<T extends string>(known: readonly T[], word: string | undefined, what: string): T {
  const found = known.find((one) => one === word);
  if (found === undefined)
    throw new UsageError(`${word ?? ''} is not ${what}; they are: ${known.join(', ')}`);
  return found;
}

/** A case as a command answers with it. */
export function shown(view: CaseView): CommandResult {
  return { json: view, text: viewText(view) };
}

function rowText(row: CaseRow): string {
  const due = row.dueOn === null ? '' : `  ${row.overdue ? 'OVERDUE since' : 'due'} ${row.dueOn}`;
  const owner = row.owner === '' ? '' : `  ${row.owner}`;
  return `${String(row.audit).padStart(5)}  ${row.memberNo} ${row.memberName}, ${row.code}  ${CASE_STATE_WORDS[row.state]} since ${row.sinceOn}${due}${owner}`;
}

function viewText(view: CaseView): string {
  const { computed, proposal, decisions, standing } = view;
  return [
    rowText(view).trim(),
    `Cycle ${view.cycleStart} to ${view.cycleEnd}: ${computed.counted} of ${computed.required} points shown`,
    ...view.activities.map(activityText),
    `Outcome so far: ${computed.outcome}`,
    ...computed.reasons.map(({ text, citation }) => `  ${text} (${citation})`),
    ...(proposal === null ? [] : [`${proposal.by} proposes non-compliant; a second reviewer is awaited`]),
    ...decisions.map(
      (one) =>
        `Decided on ${one.decidedOn} as ${one.outcome} by ${one.decidedBy}${one.secondBy === null ? '' : ` and ${one.secondBy}`} (${one.citation})${one.reversal ? ', a reversal' : ''}, ${one.final === null ? (one.state === 'waiting' ? 'waiting for its letter' : 'withdrawn') : `final since ${one.final.on}`}`,
    ),
    ...(standing.lapse === null
      ? []
      : [
          `Lapsed by ${standing.lapse.cause} since ${standing.lapse.since}; ways back: ${standing.routes.join(', ')}`,
        ]),
    ...view.letters.map(
      ({ letter, kind, state, run, detail }) =>
        `  Letter ${letter}, ${AUDIT_LETTER_TITLES[kind]}: ${state}${run === null ? '' : `, run ${run}`}${detail === '' ? '' : ` (${detail})`}`,
    ),
    ...(view.appealBy === null ? [] : [`An appeal is in time until ${view.appealBy}`]),
    ...view.steps.map(
      ({ on, to, actor, note }) =>
        `  ${on}  ${CASE_STATE_WORDS[to]}, ${actor}${note === '' ? '' : `: ${note}`}`,
    ),
    ...(view.next.length === 0 ? [] : [`Next: ${view.next.join(' | ')}`]),
  ].join('\n');
}

function activityText({ activity, title, counted, finding, excluded }: CaseActivity): string {
  const said =
    excluded !== null
      ? `counts nothing: ${excluded.why} (${excluded.citation})`
      : finding === null
        ? 'not judged'
        : `${VERDICT_WORDS[finding.verdict].toLowerCase()}, ${finding.points} of ${counted}${finding.reason === null ? '' : ` (${FINDING_REASON_WORDS[finding.reason].toLowerCase()})`}`;
  return `  ${String(activity).padStart(7)}  ${title}: ${counted} points, ${said}`;
}
