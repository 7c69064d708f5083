import type { FactChange } from '../../../shared/domain/cycles.ts';
import {
  WORKLIST_SHOWS,
  WORKLIST_SORTS,
  type WorklistFilter,
  type WorklistName,
  type WorklistQuery,
} from '../../../shared/domain/worklists.ts';
import type { Call } from '../call.ts';
import { UsageError } from '../usage.ts';
import { calendarDate, codeOf, idOf, SHOWN } from './money-options.ts';

/** One of some words. @throws UsageError */
export function oneOf<Word extends string>(text: string, words: readonly Word[], what: string): Word {
  const word = words.find((one) => one === text);
  if (word !== undefined) return word;
  throw new UsageError(`${text} is no ${what}; it is one of: ${words.join(', ')}`);
}

/** What narrows, sorts and pages a worklist. @param first the order that the list has by itself */
export function queryOf(
  call: Call,
  list: WorklistName,
  more: Partial<WorklistFilter>,
): WorklistQuery & { readonly offset: number; readonly limit: number } {
  const show = call.text('show');
  const states = call.list('state').map((state) => state.toUpperCase());
  const codes = call.list('code').map(codeOf);
  return {
    list,
    filter: {
      ...(codes.length === 0 ? {} : { code: codes }),
      ...(states.length === 0 ? {} : { state: states }),
      ...(show === null ? {} : { show: oneOf(show, WORKLIST_SHOWS, '--show') }),
      ...more,
    },
    sort: {
      by: oneOf(call.text('sort') ?? 'on', WORKLIST_SORTS, '--sort'),
      descending: call.flag('descending'),
    },
    offset: call.number('offset', 0) ?? 0,
    limit: Math.min(SHOWN, call.number('limit', 1) ?? SHOWN),
  };
}

/** `CODE:DATE` or `START:DATE` taken apart. @throws UsageError */
export function pairOf(text: string, option: string): readonly [first: string, date: string] {
  const [first = '', date = '', ...more] = text.split(':');
  if (first === '' || date === '' || more.length > 0)
    throw new UsageError(`--${option} ${text} is not understood; write two parts with a colon between them`);
  return [first, calendarDate(date, `the date of --${option}`)];
}

/** The one correction that a call names. @throws UsageError for none, several or half of one */
export function changeOf(call: Call): FactChange {
  const changes = [
    ...dateOfCode(call, 'certified-on'),
    ...dateOfCode(call, 'recertified-on'),
    ...attested(call),
    ...activity(call),
    ...undone(call),
  ];
  const [change, ...more] = changes;
  if (change === undefined || more.length > 0)
    throw new UsageError(
      changes.length === 0
        ? 'say what is to be corrected, e.g. --certified-on RMA:2019-05-15'
        : 'one correction at a time',
    );
  return change;
}

function dateOfCode(call: Call, kind: 'certified-on' | 'recertified-on'): readonly FactChange[] {
  const text = call.text(kind);
  if (text === null) return [];
  const [code, date] = pairOf(text, kind);
  return [{ kind, code: codeOf(code), date }];
}

function attested(call: Call): readonly FactChange[] {
  const [cycle, on] = [call.text('cycle'), call.text('attested-on')];
  if (cycle === null && on === null) return [];
  if (cycle === null || on === null)
    throw new UsageError('--cycle CODE:START and --attested-on DATE go together');
  const [code, cycleStart] = pairOf(cycle, 'cycle');
  return [{ kind: 'attested', code: codeOf(code), cycleStart, date: calendarDate(on, '--attested-on') }];
}

function activity(call: Call): readonly FactChange[] {
  const number = call.text('activity');
  if (number === null) return [];
  const id = idOf(number, 'an activity');
  const [completed, from, to] = [
    call.text('completed-on'),
    call.text('employed-from'),
    call.text('employed-to'),
  ];
  if (completed !== null)
    return [{ kind: 'completed-on', activity: id, date: calendarDate(completed, '--completed-on') }];
  if (from === null) throw new UsageError('--activity needs --completed-on DATE or --employed-from DATE');
  return [
    {
      kind: 'employed',
      activity: id,
      from: calendarDate(from, '--employed-from'),
      to: to === null ? null : calendarDate(to, '--employed-to'),
    },
  ];
}

function undone(call: Call): readonly FactChange[] {
  const payment = call.text('undo-payment');
  return payment === null ? [] : [{ kind: 'payment-undone', payment: idOf(payment, 'a payment') }];
}
