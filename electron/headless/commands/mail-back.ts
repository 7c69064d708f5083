import { readFileSync } from 'node:fs';
import type { BounceReport } from '../../../shared/domain/email.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { noteBounce, readBounces } from '../../services/email/bounces.ts';
import { unsubscribe } from '../../services/email/unsubscribe.ts';
import type { Call } from '../call.ts';
import { type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `mail bounce MEMBER_NO|ADDRESS --reason TEXT` */
export async function bounceByHand(call: Call): Promise<CommandResult> {
  const [who = ''] = call.words;
  const reason = call.text('reason');
  if (reason === null) throw new UsageError('mail bounce needs --reason, why the e-mail came back');
  const report = await withOffice(call, (office) => noteBounce(office, { who, reason }));
  return { json: report, text: bounceText(report) };
}

/** `mail bounces FILE [--dry-run]` */
export async function bounces(call: Call): Promise<CommandResult> {
  const [file = ''] = call.words;
  const text = read(file);
  const report = await withOffice(call, (office) =>
    readBounces(office, { text, dryRun: call.flag('dry-run') }),
  );
  return { json: report, text: bounceText(report) };
}

/** `mail unsubscribe MEMBER_NO|ADDRESS` */
export async function stop(call: Call): Promise<CommandResult> {
  const [who = ''] = call.words;
  const { memberNos, changed } = await withOffice(call, (office) => unsubscribe(office, who));
  const names = memberNos.join(', ');
  return {
    json: { memberNos, changed },
    text:
      changed === 0 ? `${names} got no e-mail before.` : `${names}: no e-mail any more; notices go by post.`,
  };
}

function bounceText({ found, marked }: BounceReport): string {
  const lines = found.map(({ address, memberNo, run, position, hard, status, reason }) => {
    const whose = memberNo === null ? 'no member found, or several' : `member ${memberNo}`;
    const which = run === null ? '' : `, e-mail ${position} of run ${run}`;
    return `  ${address} (${whose}${which}): ${hard ? 'for good' : 'for now'}, ${status} ${reason}`;
  });
  return [`${marked} marked: their next notice goes by post.`, ...lines].join('\n');
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new StandingError('file-unreadable', `The file ${file} cannot be read.`, 'Choose another file.', {
      cause,
    });
  }
}
