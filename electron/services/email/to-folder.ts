import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmailReport } from '../../../shared/domain/email.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { documentPath, keepBytes } from '../../documents/store.ts';
import type { Work } from '../../jobs/work.ts';
import { copyWhole } from '../../platform/copy-whole.ts';
import { changeMessage, messagesIn, recipientOf } from '../../repositories/email.ts';
import { existingRun } from '../notices/runs.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { composerFor } from './compose.ts';
import { noteCutOff, recordRun } from './record.ts';
import { emailRun } from './runs.ts';
import { checkMailSettings, mailSettings } from './settings.ts';
import { noteEmailed, noteUnreachable } from './settle.ts';
import { whyNot } from './why-not.ts';

/**
 * Writes the e-mails of a run that are not sent yet as .eml files, for a mail program to send. Each file is whole before its message
 * counts as sent; a file that is there from an interrupted time is written again, the same to the byte.
 * @throws StandingError `run-unknown`, `mail-settings`, `folder-unusable`, `office-file`, `cancelled`
 */
export async function writeToFolder(
  office: Office,
  request: { readonly run: string; readonly folder: string },
  work: Work,
): Promise<EmailReport> {
  const { id: run } = await existingRun(office, request.run);
  const settings = { ...(await mailSettings(office)), delivery: 'folder' as const };
  checkMailSettings(settings);
  refuseOwnFile(join(request.folder, 'message.eml'));
  await mkdir(request.folder, { recursive: true }).catch((cause: unknown) => {
    throw new StandingError(
      'folder-unusable',
      `No folder can be made at ${request.folder}.`,
      'Choose another one.',
      { cause },
    );
  });
  const composer = await composerFor(office, run, settings);
  await noteCutOff(office, run);
  await recordRun(office, run, settings, work);
  const messages = await messagesIn(office.reader, run, 'recorded');
  let sentNow = 0;
  for (const message of messages) {
    const recipient = await recipientOf(office.reader, message);
    const reason = whyNot(recipient);
    if (reason !== null) {
      await noteUnreachable(office, message, recipient.memberNo, reason);
      continue;
    }
    const addressed = { ...message, address: recipient.email };
    const emlSha256 = await keepBytes(office.folder, await composer.write(addressed));
    await copyWhole(
      documentPath(office.folder, emlSha256),
      join(request.folder, fileName(run, message.position)),
    );
    await office.act(async (write) => {
      const outcome = 'written to folder';
      await changeMessage(write, message.id, 'recorded', {
        state: 'sent',
        outcome,
        emlSha256,
        address: recipient.email,
        attempts: message.attempts + 1,
      });
      await noteEmailed(office, write, message);
      write.journal({
        action: 'email.written',
        subject: 'member',
        subjectId: recipient.memberNo,
        detail: { run, position: message.position, messageId: message.messageId, address: recipient.email },
      });
    });
    sentNow += 1;
    work.progress({ doing: 'Writing e-mails', done: sentNow, total: messages.length, cancellable: true });
    await work.breathe();
  }
  return { ...(await emailRun(office, run)), sentNow };
}

function fileName(run: string, position: number): string {
  return `${run}-${String(position).padStart(5, '0')}.eml`;
}
