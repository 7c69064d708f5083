import type {
  CertificationCycles,
  CycleDetail,
  MemberCycles,
  PreviewOfCertification,
  RollDecision,
} from '../../../shared/domain/cycles.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { correctFact } from '../../services/cycles/correct.ts';
import { metWords } from '../../services/cycles/cycle-words.ts';
import { memberCycles } from '../../services/cycles/member-cycles.ts';
import { reopenCycle } from '../../services/cycles/reopen.ts';
import { previewStanding } from '../../services/preview/preview-standing.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { calendarDate, codeOf, needText } from './money-options.ts';
import { changeOf } from './worklist-options.ts';

const REASON = 'it in a few words, for whoever reads the journal later';

/** `cycles MEMBER_NO` */
export async function cycles(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  return told(await withOffice(call, (office) => memberCycles(office, memberNo, asOfDate(call))));
}

/** `cycles preview MEMBER_NO …` */
export async function preview(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  const change = changeOf(call);
  const found = await withOffice(call, (office) =>
    previewStanding(office, { memberNo, change }, asOfDate(call)),
  );
  return {
    json: found,
    text: [`${found.what}.`, ...found.certifications.map(previewText)].join('\n'),
  };
}

/** `cycles correct MEMBER_NO … --reason TEXT` */
export async function correct(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  const order = { memberNo, change: changeOf(call), reason: needText(call, 'reason', REASON) };
  return told(await withOffice(call, (office) => correctFact(office, order)));
}

/** `cycles reopen MEMBER_NO CODE CYCLE_START …` */
export async function reopen(call: Call): Promise<CommandResult> {
  const [memberNo = '', code = '', start = ''] = call.words;
  const order = {
    memberNo,
    code: codeOf(code),
    cycleStart: calendarDate(start, 'the start of the cycle'),
    citation: needText(call, 'citation', 'the sentence of the policy that this follows, e.g. SC-CCP-7'),
    reason: needText(call, 'reason', REASON),
    approvedBy: call.text('approved-by'),
  };
  return told(await withOffice(call, (office) => reopenCycle(office, order)));
}

function told(found: MemberCycles): CommandResult {
  return {
    json: found,
    text: [`${found.memberNo}  ${found.name}`, ...found.certifications.map(certificationText)].join('\n'),
  };
}

function certificationText({ code, certifiedOn, recertifiedOn, cycles: all }: CertificationCycles): string {
  const since = recertifiedOn === null ? `certified ${certifiedOn}` : `recertified ${recertifiedOn}`;
  return [`${code}  ${since}`, ...all.map(cycleText)].join('\n');
}

function cycleText(cycle: CycleDetail): string {
  const { start, end, state, counted, required, text, citation, activities, roll, reopened } = cycle;
  return [
    `  ${start} to ${end}  ${state}  ${counted} of ${required} points`,
    `      ${text} (${citation})`,
    ...activities.map(
      (one) => `      counts ${one.points}: ${one.title}, ${one.completedOn ?? one.employedFrom ?? ''}`,
    ),
    ...(roll === null ? [] : [`      ${rollText(roll)}`]),
    ...reopened.map(
      ({ reopening, ...before }) =>
        `      ${rollText(before)} Reopened ${displayDate(reopening.on)} by ${reopening.actor} (allowed by ${reopening.allowedBy}; ${reopening.citation}): ${reopening.reason}`,
    ),
  ].join('\n');
}

function rollText({ rolledOn, required, counted, decided }: RollDecision): string {
  const on = `Rolled ${displayDate(rolledOn)} with ${counted} of ${required} points`;
  if (decided === null) return `${on}; taken over without what it was decided by.`;
  const values = decided.values.map(({ name, value }) => `${name} ${value}`).join(', ');
  return `${on}: ${metWords(decided.metBy, { counted, required })} (${decided.citation}); under ${values}.`;
}

function previewText({ code, differences, cycles: changed, unsupported }: PreviewOfCertification): string {
  if (differences.length === 0 && changed.length === 0) return `${code}: nothing would change.`;
  return [
    `${code}:`,
    ...differences.map((sentence) => `  ${sentence}`),
    ...changed.map(
      ({ start, end, before, after }) =>
        `  cycle ${start} to ${end}: ${before === null ? 'none' : `${before.state}, ${before.counted} points`} → ${after === null ? 'none' : `${after.state}, ${after.counted} points`}`,
    ),
    ...unsupported.map(
      ({ start, end }) =>
        `  on record as rolled and no longer supported: ${start} to ${end}; it goes on the worklist “unsupported”`,
    ),
  ].join('\n');
}
