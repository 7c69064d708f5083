import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailSettings } from '../../shared/domain/email.ts';
import type { OfficeProfile } from '../../shared/domain/notice.ts';
import { htmlOf } from './letter-html.ts';
import { plainOf } from './letter-plain.ts';
import type { LetterWords } from './letter-words.ts';

/** One message, before it is written out. */
export interface Message {
  readonly settings: MailSettings;
  readonly office: OfficeProfile;
  readonly to: { readonly name: string; readonly address: string };
  readonly memberNo: string;
  /** With its angle brackets. */
  readonly messageId: string;
  /** Instant, ISO 8601 in UTC. */
  readonly date: string;
  readonly words: LetterWords;
  /** A PDF that goes with it. */
  readonly attachment?: { readonly name: string; readonly pdf: Uint8Array };
}

/** The message as it goes over the wire and into an .eml file: the same bytes for the same message, whenever it is written. */
export async function messageBytes(message: Message): Promise<Buffer> {
  const { settings, office, to, words, attachment } = message;
  return new MailComposer({
    from: { name: office.name, address: settings.from },
    ...(settings.replyTo === '' ? {} : { replyTo: { name: office.name, address: settings.replyTo } }),
    to,
    subject: words.subject,
    messageId: message.messageId,
    date: new Date(message.date),
    headers: {
      'List-Unsubscribe': unsubscribeHeader(message),
      // Nobody's absence note shall answer it (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
    xMailer: false,
    text: plainOf(words),
    html: htmlOf(words),
    ...(attachment === undefined
      ? {}
      : {
          attachments: [
            {
              filename: attachment.name,
              content: Buffer.from(attachment.pdf),
              contentType: 'application/pdf',
            },
          ],
        }),
    textEncoding: 'quoted-printable',
    baseBoundary: createHash('sha256').update(message.messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** RFC 2369: where to write, and the page for the same only where the office has one. */
function unsubscribeHeader({ settings, memberNo }: Message): string {
  const subject = encodeURIComponent(`unsubscribe ${memberNo}`);
  const mail = `<mailto:${settings.unsubscribe || settings.from}?subject=${subject}>`;
  return settings.unsubscribeUrl === '' ? mail : `${mail}, <${settings.unsubscribeUrl}>`;
}
