import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { EmailRun, LogSettlement } from '../../../shared/domain/email.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { logReader } from '../../mail/server-log.ts';
import {
  changeMessage,
  type EmailMessage,
  messageAt,
  messagesIn,
  recipientOf,
} from '../../repositories/email.ts';
import { existingRun } from '../notices/runs.ts';
import type { Office } from '../office.ts';
import { noteCutOff } from './record.ts';
import { emailRun } from './runs.ts';
import { noteEmailed } from './settle.ts';

/** Whether a message that was cut off arrived, or is to be sent again under the same Message-ID. */
export type Resolution = 'arrived' | 'send-again';

/**
 * Settles one message of which nobody knew whether it arrived.
 * @throws StandingError `run-unknown`, `email-not-unknown`
 */
export async function resolveEmail(
  office: Office,
  { run, position, as }: { readonly run: string; readonly position: number; readonly as: Resolution },
): Promise<EmailRun> {
  const { id } = await existingRun(office, run);
  const message = await messageAt(office.reader, id, position);
  if (message === null || message.state !== 'unknown')
    throw new StandingError(
      'email-not-unknown',
      message === null
        ? `Run ${run} has no e-mail ${position}.`
        : `The e-mail ${position} of run ${run} is ${message.state}, so there is nothing to settle.`,
      'Choose one that is listed as unknown.',
    );
  await settle(office, [
    { message, as, how: as === 'arrived' ? 'said to have arrived' : 'to be sent again' },
  ]);
  return emailRun(office, run);
}

/**
 * Settles every message of a run of which nobody knew whether it arrived by the mail server's log: what the log says it took counts as
 * sent, all others wait to be sent again.
 * @throws StandingError `run-unknown`, `file-unreadable`, `log-of-another`
 */
export async function resolveFromLog(
  office: Office,
  { run, file }: { readonly run: string; readonly file: string },
  work: Work,
): Promise<LogSettlement> {
  const { id } = await existingRun(office, run);
  await noteCutOff(office, id);
  const unknown = await messagesIn(office.reader, id, 'unknown');
  if (unknown.length === 0) return { unknown: 0, arrived: 0, toSend: 0 };
  const sent = (await messagesIn(office.reader, id, 'sent')).filter(({ attempts }) => attempts > 0);
  const taken = await takenByLog(
    file,
    new Set([...unknown, ...sent].map(({ messageId }) => messageId)),
    work,
  );
  // A log that knows none of those that were certainly taken is another server's, or another day's.
  if (sent.length > 0 && !sent.some(({ messageId }) => taken.has(messageId)))
    throw new StandingError(
      'log-of-another',
      `${file} names none of the ${sent.length} e-mails of run ${run} that the server took, so it cannot tell of the others.`,
      'Choose the log of the mail server, of the day on which the e-mails were sent.',
    );
  const settled = unknown.map((message) =>
    taken.has(message.messageId)
      ? { message, as: 'arrived' as const, how: 'found in the mail server’s log' }
      : { message, as: 'send-again' as const, how: 'not in the mail server’s log' },
  );
  await settle(office, settled);
  const arrived = settled.filter(({ as }) => as === 'arrived').length;
  return { unknown: unknown.length, arrived, toSend: unknown.length - arrived };
}

async function settle(
  office: Office,
  settled: readonly { readonly message: EmailMessage; readonly as: Resolution; readonly how: string }[],
): Promise<void> {
  const known = await Promise.all(
    settled.map(async (one) => ({
      ...one,
      memberNo: (await recipientOf(office.reader, one.message)).memberNo,
    })),
  );
  await office.act(async (write) => {
    for (const { message, as, how, memberNo } of known) {
      await changeMessage(write, message.id, 'unknown', {
        state: as === 'arrived' ? 'sent' : 'recorded',
        outcome: how,
      });
      if (as === 'arrived') await noteEmailed(office, write, message);
      write.journal({
        action: as === 'arrived' ? 'email.found-sent' : 'email.to-send-again',
        subject: 'member',
        subjectId: memberNo,
        detail: { run: message.run, position: message.position, messageId: message.messageId, how },
      });
    }
  });
}

async function takenByLog(
  file: string,
  wanted: ReadonlySet<string>,
  work: Work,
): Promise<ReadonlySet<string>> {
  const reader = logReader(wanted);
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Infinity,
    })) {
      reader.line(line);
      await work.breathe();
    }
  } catch (cause) {
    if (cause instanceof StandingError) throw cause;
    throw new StandingError('file-unreadable', `The log ${file} cannot be read.`, 'Choose another file.', {
      cause,
    });
  }
  return reader.taken();
}
