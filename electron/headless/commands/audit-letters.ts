import {
  AUDIT_LETTER_KINDS,
  AUDIT_LETTER_TITLES,
  type AuditLetterKind,
  type WaitingLetter,
} from '../../../shared/domain/audit-letters.ts';
import { declareFinal } from '../../services/audit/desk/declare-final.ts';
import { dropLetter } from '../../services/audit/desk/drop-letter.ts';
import { withdrawDecision } from '../../services/audit/desk/withdraw.ts';
import { lettersWaiting } from '../../services/audit/letters/waiting.ts';
import { heldOf } from '../../services/notices/runs.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { shown } from './audit-case.ts';
import { dateOf, idOf, needText } from './money-options.ts';
import { preparedJson, summaryText } from './notices.ts';

/** `audit letters [--kind KIND]` */
export async function list(call: Call): Promise<CommandResult> {
  const kind = call.text('kind') === null ? null : kindOf(call);
  const { letters } = await withOffice(call, lettersWaiting);
  const found = letters.filter((letter) => kind === null || letter.kind === kind);
  return {
    json: found,
    text: found.length === 0 ? 'No letter waits.' : found.map(letterText).join('\n'),
  };
}

/** `audit letters prepare --kind KIND` */
export async function prepare(call: Call): Promise<CommandResult> {
  const kind = kindOf(call);
  const { prepareLetters } = await import('../../services/audit/letters/prepare.ts');
  return withOffice(call, async (office) => {
    const summary = await prepareLetters(office, { kind, asOf: asOfDate(call) }, watchedWork(call));
    return { json: preparedJson(summary, await heldOf(office, summary.run)), text: summaryText(summary) };
  });
}

/** `audit letters drop AUDIT LETTER --reason TEXT` */
export async function drop(call: Call): Promise<CommandResult> {
  const order = {
    audit: idOf(call.words[0], 'an audit'),
    letter: idOf(call.words[1], 'a letter'),
    reason: needText(call, 'reason', 'why'),
  };
  return shown(await withOffice(call, (office) => dropLetter(office, order)));
}

/** `audit case withdraw AUDIT --reason TEXT` */
export async function withdraw(call: Call): Promise<CommandResult> {
  const order = { audit: idOf(call.words[0], 'an audit'), reason: needText(call, 'reason', 'why') };
  return shown(await withOffice(call, (office) => withdrawDecision(office, order)));
}

/** `audit case declare-final AUDIT --way TEXT --reason TEXT [--on DATE] [--approved-by MANAGER]` */
export async function declare(call: Call): Promise<CommandResult> {
  const order = {
    audit: idOf(call.words[0], 'an audit'),
    on: dateOf(call, 'on', asOfDate(call)),
    way: needText(call, 'way', 'how the member was told, with what shows it'),
    reason: needText(call, 'reason', 'why'),
    approvedBy: call.text('approved-by'),
  };
  return shown(await withOffice(call, (office) => declareFinal(office, order)));
}

function kindOf(call: Call): AuditLetterKind {
  const text = call.text('kind');
  const kind = AUDIT_LETTER_KINDS.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw new UsageError(
    `${text === null ? '--kind is missing' : `--kind ${text} is not known`}; the kinds there are: ${AUDIT_LETTER_KINDS.join(', ')}`,
  );
}

function letterText({
  letter,
  kind,
  audit,
  memberNo,
  memberName,
  code,
  askedOn,
  state,
  run,
  detail,
}: WaitingLetter): string {
  const where = run === null ? state : `${state}, run ${run}`;
  return `${letter}  ${AUDIT_LETTER_TITLES[kind]}: audit ${audit}, ${memberName} ${memberNo}, ${code}, since ${askedOn}: ${where}${detail === '' ? '' : ` (${detail})`}`;
}
