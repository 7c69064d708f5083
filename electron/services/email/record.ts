import { randomBytes } from 'node:crypto';
import type { MailSettings } from '../../../shared/domain/email.ts';
import type { Work } from '../../jobs/work.ts';
import {
  changeMessage,
  type EmailPiece,
  failedPositions,
  failNotice,
  messagesIn,
  recordMessages,
  unrecordedPieces,
} from '../../repositories/email.ts';
import type { Office } from '../office.ts';
import { whyNot } from './why-not.ts';

/** Messages put on record in one transaction: some milliseconds. */
const AT_A_TIME = 200;

/**
 * Puts the messages of a run on record, each with its Message-ID, before anything is sent. Who can be e-mailed no more since the run
 * was prepared gets none; their notice counts as not given, so that a further run takes them.
 */
export async function recordRun(
  office: Office,
  run: string,
  settings: MailSettings,
  work: Work,
): Promise<void> {
  const known = await failedPositions(office.reader, run);
  const pieces = (await unrecordedPieces(office.reader, run)).filter(
    ({ position, besideSheet }) => besideSheet || !known.has(position),
  );
  for (let i = 0; i < pieces.length; i += AT_A_TIME) {
    const part = pieces.slice(i, i + AT_A_TIME);
    const open = part.filter((piece) => whyNot(piece) === null);
    await office.act(async (write) => {
      if (open.length > 0)
        await recordMessages(
          write,
          run,
          open.map((piece) => messageFor(piece, run, settings)),
        );
      for (const piece of part) {
        const reason = whyNot(piece);
        // The sheet is the notice: it may go without its e-mail.
        if (reason === null || piece.besideSheet) continue;
        await failNotice(write, { run, position: piece.position }, 'refused', office.clock.today());
        write.journal({
          action: 'email.not-possible',
          subject: 'member',
          subjectId: piece.memberNo,
          detail: { run, position: piece.position, reason },
        });
      }
      write.journal({
        action: 'run.emails-recorded',
        subject: 'run',
        subjectId: run,
        detail: { from: part[0]?.position, to: part.at(-1)?.position, recorded: open.length },
      });
    });
    await work.breathe();
  }
}

/** What was cut off while it was handed over may or may not have arrived: only a person or the server's log can tell. */
export async function noteCutOff(office: Office, run: string): Promise<void> {
  const cut = await messagesIn(office.reader, run, 'handing-over');
  if (cut.length === 0) return;
  await office.act(async (write) => {
    for (const message of cut) {
      await changeMessage(write, message.id, 'handing-over', {
        state: 'unknown',
        outcome: 'Standing was cut off while handing it over',
      });
    }
    write.journal({
      action: 'run.emails-cut-off',
      subject: 'run',
      subjectId: run,
      detail: { messageIds: cut.map(({ messageId }) => messageId) },
    });
  });
}

function messageFor({ position, memberId, email }: EmailPiece, run: string, { from }: MailSettings) {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const messageId = `<${run}.${position}.${randomBytes(12).toString('hex')}@${domain}>`;
  return { position, memberId, address: email, messageId };
}
