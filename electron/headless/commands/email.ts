import { resolve } from 'node:path';
import { EMAIL_STATES, type EmailRun } from '../../../shared/domain/email.ts';
import { emailRun, emailsOf } from '../../services/email/runs.ts';
import { existingRun } from '../../services/notices/runs.ts';
import { countOf } from '../../services/payments/words.ts';
import type { Call } from '../call.ts';
import { type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** Where the password of the mail server comes from; null where there is none. */
export function passwordFromEnvironment(): string | null {
  const password = process.env.STANDING_SMTP_PASSWORD ?? '';
  return password === '' ? null : password;
}

/** `notices email RUN [--to-folder DIR]` */
export async function email(call: Call): Promise<CommandResult> {
  const [run = ''] = call.words;
  const folder = call.text('to-folder');
  const report = await withOffice(call, async (office) => {
    const work = watchedWork(call);
    if (folder !== null) {
      const { writeToFolder } = await import('../../services/email/to-folder.ts');
      return writeToFolder(office, { run, folder: resolve(folder) }, work);
    }
    const { sendRun } = await import('../../services/email/send.ts');
    return sendRun(office, { run, password: passwordFromEnvironment() }, work);
  });
  const did = folder === null ? 'sent' : `written to ${resolve(folder)}`;
  return {
    json: report,
    text: `${report.sentNow} ${report.sentNow === 1 ? 'e-mail' : 'e-mails'} ${did}.\n${emailText(report)}`,
  };
}

/** `mail list RUN [--state STATE]` */
export async function list(call: Call): Promise<CommandResult> {
  const [run = ''] = call.words;
  const wanted = call.text('state');
  const state = EMAIL_STATES.find((known) => known === wanted) ?? null;
  if (wanted !== null && state === null)
    throw new UsageError(`--state ${wanted} is not known; the states are: ${EMAIL_STATES.join(', ')}`);
  return withOffice(call, async (office) => {
    const { id } = await existingRun(office, run);
    const { rows } = await emailsOf(office, { run: id, state, offset: 0, limit: 1_000_000 });
    const summary = await emailRun(office, id);
    const lines = rows.map((row) =>
      `  ${row.position}  ${row.state}  ${row.memberNo} ${row.address}  ${row.outcome}`.trimEnd(),
    );
    return { json: { ...summary, emails: rows }, text: [emailText(summary), ...lines].join('\n') };
  });
}

/** `mail resolve RUN --from-log FILE | RUN POSITION --arrived|--send-again` */
export async function resolveUnknown(call: Call): Promise<CommandResult> {
  const [run = '', positionText] = call.words;
  const log = call.text('from-log');
  const arrived = call.flag('arrived');
  const byHand = positionText !== undefined && arrived !== call.flag('send-again');
  if ((log !== null) === byHand || (log !== null && positionText !== undefined))
    throw new UsageError(
      'mail resolve takes RUN --from-log FILE, or RUN POSITION with --arrived or --send-again',
    );
  const { resolveEmail, resolveFromLog } = await import('../../services/email/resolve.ts');
  if (log !== null) {
    const settled = await withOffice(call, (office) =>
      resolveFromLog(office, { run, file: resolve(log) }, watchedWork(call)),
    );
    return {
      json: settled,
      text: `${settled.unknown} were unknown: ${settled.arrived} arrived, ${settled.toSend} are sent with the next “notices email ${run}”.`,
    };
  }
  const position = Number(positionText);
  if (!Number.isSafeInteger(position) || position < 1)
    throw new UsageError(
      `${positionText} is no position of a run; “mail list ${run} --state unknown” shows them`,
    );
  const as = arrived ? 'arrived' : 'send-again';
  const summary = await withOffice(call, (office) => resolveEmail(office, { run, position, as }));
  return { json: summary, text: emailText(summary) };
}

function emailText({ run, total, states, waiting, unreachable }: EmailRun): string {
  const parts = [
    `${states.sent} sent`,
    ...(states.refused > 0 ? [`${states.refused} refused`] : []),
    ...(states.bounced > 0 ? [`${states.bounced} bounced`] : []),
    ...(unreachable > 0 ? [`${unreachable} not possible any more`] : []),
    ...(waiting + states.recorded > 0 ? [`${waiting + states.recorded} to send`] : []),
    ...(states.unknown + states['handing-over'] > 0
      ? [`${states.unknown + states['handing-over']} unknown, cut off while they were handed over`]
      : []),
  ];
  const ask =
    states.unknown > 0
      ? `\nDid they arrive? “mail resolve ${run} --from-log FILE” looks in the mail server’s log.`
      : '';
  return `Run ${run}: ${countOf(total, 'e-mail')} = ${parts.join(' + ')}.${ask}`;
}
