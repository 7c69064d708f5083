import type { FactChange } from '../../../shared/domain/cycles.ts';
import { LAPSE_WORKLISTS } from '../../../shared/domain/worklists.ts';
import { reverseLapse } from '../../services/lapse/reverse.ts';
import type { Call } from '../call.ts';
import { type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { calendarDate, codeOf, idOf, needText } from './money-options.ts';
import { oneOf, pairOf, queryOf } from './worklist-options.ts';
import { shown } from './worklists.ts';

/** `lapse list [lapsed|in-grace|past-due]` */
export async function list(call: Call): Promise<CommandResult> {
  const [name = 'lapsed'] = call.words;
  const cause = call
    .list('cause')
    .map((text) => oneOf(text, ['fees', 'points', 'audit'] as const, '--cause'));
  const route = call.text('route');
  return shown(
    call,
    queryOf(call, oneOf(name, LAPSE_WORKLISTS, 'list of lapses'), {
      ...(cause.length === 0 ? {} : { cause }),
      ...(route === null ? {} : { route: oneOf(route, ['ccp', 'exam'] as const, '--route') }),
      ...(call.flag('crossing') ? { crossing: true } : {}),
    }),
  );
}

/** `lapse reverse MEMBER_NO CODE …` */
export async function reverse(call: Call): Promise<CommandResult> {
  const [memberNo = '', codeWord = ''] = call.words;
  const code = codeOf(codeWord);
  const outcome = await withOffice(call, (office) =>
    reverseLapse(office, {
      memberNo,
      code,
      changes: changesOf(call, code),
      citation: needText(call, 'citation', 'the sentence of the policy that this follows, e.g. SC-LAPSE-1'),
      reason: needText(call, 'reason', 'it in a few words, for whoever reads the journal later'),
      approvedBy: call.text('approved-by'),
    }),
  );
  return { json: outcome, text: `${outcome.text}\n${code} is ${outcome.standing.status} now.` };
}

function changesOf(call: Call, code: ReturnType<typeof codeOf>): readonly FactChange[] {
  const years = call.list('waive').map((text) => calendarDate(text, '--waive'));
  const attested = call.text('attested');
  const audit = call.text('audit-compliant');
  const certified = call.text('certified-on');
  return [
    ...(certified === null
      ? []
      : [{ kind: 'certified-on', code, date: calendarDate(certified, '--certified-on') } as const]),
    ...call.list('activity').map(activityOf),
    ...(attested === null ? [] : [attestation(code, attested)]),
    ...(audit === null
      ? []
      : [{ kind: 'audit-compliant', code, cycleStart: calendarDate(audit, '--audit-compliant') } as const]),
    ...(years.length === 0 ? [] : [{ kind: 'fees-waived', code, years } as const]),
  ];
}

function attestation(code: ReturnType<typeof codeOf>, text: string): FactChange {
  const [start, date] = pairOf(text, 'attested');
  return { kind: 'attested', code, cycleStart: calendarDate(start, 'the cycle of --attested'), date };
}

/** `N:DATE` of a completed activity, `N:FIRST:LAST` of an employment. */
function activityOf(text: string): FactChange {
  const [number, first, last, ...more] = text.split(':');
  if (first === undefined || more.length > 0)
    throw new UsageError(
      `--activity ${text} is not understood; write NUMBER:DATE or NUMBER:FIRST_DAY:LAST_DAY`,
    );
  const activity = idOf(number, 'an activity');
  const date = calendarDate(first, 'the date of --activity');
  if (last === undefined) return { kind: 'completed-on', activity, date };
  return { kind: 'employed', activity, from: date, to: calendarDate(last, 'the last day of --activity') };
}
