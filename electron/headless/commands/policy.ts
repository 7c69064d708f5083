import { entryOn, isUnconfirmed, type PolicyHistory } from '../../../shared/domain/policy.ts';
import type { PolicyChange, ShownDecision } from '../../../shared/domain/policy-decisions.ts';
import { policyValueWords } from '../../../shared/domain/policy-words.ts';
import { decidePolicy } from '../../services/policy/decide.ts';
import { policyTrail, policyValueView } from '../../services/policy/view.ts';
import { officePolicy } from '../../services/policy.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { dateOf, idOf, needText } from './money-options.ts';
import { namedValue, valueIn } from './policy-value.ts';

/** `policy list [--unconfirmed]` */
export async function list(call: Call): Promise<CommandResult> {
  const today = asOfDate(call);
  const book = await withOffice(call, officePolicy);
  const histories = book.all().filter((each) => !call.flag('unconfirmed') || isUnconfirmed(each, today));
  const values = histories.map((history) => {
    const { name, title, unit } = history;
    const now = entryOn(history, today);
    return {
      name,
      title,
      unit,
      value: now?.value ?? null,
      from: now?.from ?? null,
      confirmed: !isUnconfirmed(history, today),
      reference: now?.reference ?? null,
    };
  });
  return { json: values, text: histories.map((history) => valueLine(history, today)).join('\n') };
}

function valueLine(history: PolicyHistory, today: string): string {
  const now = entryOn(history, today);
  const value = now === undefined ? 'no value yet' : policyValueWords(now.unit, now.value);
  const open = isUnconfirmed(history, today) ? ', to confirm' : '';
  return `${history.name}: ${value}${open} (${history.title})`;
}

/** `policy show NAME` */
export async function show(call: Call): Promise<CommandResult> {
  const [name = ''] = call.words;
  const view = await withOffice(call, (office) => policyValueView(office, name, asOfDate(call)));
  const { history, decisions } = view;
  const lines = [
    `${history.title} (${history.name}, ${history.unit})`,
    ...history.entries.map(
      ({ from, value, unit, reference, confirmed }) =>
        `  from ${from}: ${policyValueWords(unit, value)}${confirmed ? '' : ', to confirm'} (${reference})`,
    ),
    ...(decisions.length === 0 ? [] : ['What the office decided, newest first:']),
    ...decisions.map((each) => `  ${decisionLine(each)}`),
  ];
  return { json: view, text: lines.join('\n') };
}

/** `policy history [NAME]` */
export async function history(call: Call): Promise<CommandResult> {
  const [name] = call.words;
  const today = asOfDate(call);
  const decisions = await withOffice(call, async (office) =>
    name === undefined ? policyTrail(office, today) : (await policyValueView(office, name, today)).decisions,
  );
  return {
    json: decisions,
    text:
      decisions.length === 0
        ? 'The office has decided nothing about the policy yet.'
        : decisions.map(decisionLine).join('\n'),
  };
}

function decisionLine(each: ShownDecision): string {
  const { decision, kind, name, from, value, reason, reference, actor, approvedBy, at, state } = each;
  const what = value === null ? kind : `${kind} to ${value}`;
  const by = approvedBy === actor ? actor : `${actor}, allowed by ${approvedBy}`;
  const source = reference === '' ? '' : ` (${reference})`;
  return `${decision}. ${at.slice(0, 10)} ${name} ${what} from ${from}, ${state}: ${reason}${source}, by ${by}`;
}

/** `policy set NAME=VALUE --from DATE --reason TEXT --reference TEXT` */
export async function set(call: Call): Promise<CommandResult> {
  const { name, value } = namedValue(call.words[0] ?? '', 'The value');
  const from = dateOf(call, 'from', asOfDate(call));
  return decide(call, { kind: 'set', name, value, from, ...saidIn(call), ...allowedIn(call) });
}

/** `policy confirm NAME --reference TEXT [--value VALUE [--from DATE]]` */
export async function confirm(call: Call): Promise<CommandResult> {
  const [name = ''] = call.words;
  const other = call.text('value');
  const on = dateOf(call, 'from', asOfDate(call));
  const reference = needText(call, 'reference', 'where it is written');
  const said = { reference, reason: call.text('reason') ?? 'Confirmed', ...allowedIn(call) };
  return decide(
    call,
    other === null
      ? { kind: 'confirm', name, on, ...said }
      : { kind: 'set', name, value: valueIn(other.trim()), from: on, ...said },
  );
}

/** `policy withdraw DECISION --reason TEXT` */
export async function withdraw(call: Call): Promise<CommandResult> {
  const decision = idOf(call.words[0], 'a decision');
  const reason = needText(call, 'reason', 'why it is withdrawn');
  return decide(call, { kind: 'withdraw', decision, reason, ...allowedIn(call) });
}

async function decide(call: Call, change: PolicyChange): Promise<CommandResult> {
  const outcome = await withOffice(call, (office) =>
    decidePolicy(office, change, asOfDate(call), watchedWork(call)),
  );
  const { text, restood } = outcome;
  const stood = restood === 0 ? '' : ` ${restood} kept standings changed with it.`;
  return { json: outcome, text: `${text}${stood}` };
}

function saidIn(call: Call): { readonly reason: string; readonly reference: string } {
  return {
    reason: needText(call, 'reason', 'why it changes'),
    reference: needText(call, 'reference', 'where it is written'),
  };
}

function allowedIn(call: Call): { readonly approvedBy: string | null } {
  return { approvedBy: call.text('approved-by') };
}
