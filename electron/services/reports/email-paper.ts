import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailSettings } from '../../../shared/domain/email.ts';
import {
  type MemberPaperRequest,
  PAPER_WORDS,
  type PaperEmailReport,
} from '../../../shared/domain/papers.ts';
import { StandingError, toErrorShape } from '../../../shared/ipc/errors.ts';
import { documentPath, keepBytes } from '../../documents/store.ts';
import type { Work } from '../../jobs/work.ts';
import { messageBytes } from '../../mail/message.ts';
import { paperWords } from '../../mail/paper-words.ts';
import { type Delivery, openSmtp } from '../../mail/smtp.ts';
import { copyWhole } from '../../platform/copy-whole.ts';
import { markEmailBad } from '../../repositories/email.ts';
import {
  addPaper,
  changePaperEmail,
  paperEmailsHandingOver,
  recordPaperEmail,
} from '../../repositories/papers.ts';
import { checkMailSettings, mailSettings } from '../email/settings.ts';
import { isAddressRefused, oneLine } from '../email/settle.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { officeProfile } from '../profile.ts';
import { paperDraft } from './paper-drafts.ts';
import { fileNameOf, paperBytes, recipientOf, whyNotTo } from './papers.ts';

export interface EmailPaperRequest {
  readonly paper: MemberPaperRequest;
  /** A folder to write the .eml file into instead of sending it; null = over the server. */
  readonly folder: string | null;
  /** Of the mail server; null where it wants none. */
  readonly password: string | null;
  /** How long the server may say nothing, in ms. */
  readonly silence?: number;
}

/** An e-mail on record, with what is sent. */
interface Recorded {
  readonly id: number;
  readonly subjectId: string;
  readonly memberId: number;
  readonly memberNo: string;
  readonly address: string;
  readonly bytes: Buffer;
}

/**
 * E-mails a receipt or a statement with its PDF, which is kept. The Message-ID is on record before anything is sent, the outcome after.
 * @throws StandingError `email-not-possible`, `mail-settings`, as `paperDraft`, as `openSmtp`, `folder-unusable`, `cancelled`
 */
export async function emailPaper(
  office: Office,
  request: EmailPaperRequest,
  work: Work,
): Promise<PaperEmailReport> {
  const kept = await mailSettings(office);
  const settings = request.folder === null ? kept : { ...kept, delivery: 'folder' as const };
  checkMailSettings(settings);
  await settleCutOff(office);
  if (request.folder !== null)
    return toFolder(office, await record(office, request, settings), request.folder);
  const session = await openSmtp(settings, request.password, work.signal, request.silence);
  try {
    const recorded = await record(office, request, settings);
    let handedOver = false;
    const deliver = () =>
      session.deliver(recorded.address, recorded.bytes, async () => {
        await noteHandingOver(office, recorded);
        handedOver = true;
      });
    const delivery = await deliver().catch(
      (error: unknown): Delivery => ({
        // Whatever went wrong, the message's end was not sent.
        kind: 'not-sent',
        answer: toErrorShape(error).message,
      }),
    );
    return await noteOutcome(office, recorded, handedOver, delivery);
  } finally {
    session.close();
  }
}

/** The PDF is kept, the paper noted, and the e-mail put on record, nothing of it sent. */
async function record(
  office: Office,
  { paper: request }: EmailPaperRequest,
  settings: MailSettings,
): Promise<Recorded> {
  const draft = await paperDraft(office, request);
  const { kind, subjectId, body } = draft;
  const memberId = draft.memberId ?? 0;
  const recipient = await recipientOf(office, memberId);
  const address = recipient.email.trim();
  const reason = whyNotTo({ ...recipient, email: address });
  if (reason !== null)
    throw new StandingError(
      'email-not-possible',
      `${recipient.name} cannot be e-mailed: ${reason}.`,
      'Print it and send it by post.',
    );
  const { bytes: pdf, sha256 } = await paperBytes(office, draft);
  await keepBytes(office.folder, pdf);
  const { from } = settings;
  const messageId = `<${kind}.${subjectId}.${randomBytes(12).toString('hex')}@${from.slice(from.lastIndexOf('@') + 1)}>`;
  const issuedOn = office.clock.today();
  const profile = await officeProfile(office);
  const bytes = await messageBytes({
    settings,
    office: profile,
    to: { name: recipient.name, address },
    memberNo: recipient.memberNo,
    messageId,
    date: office.clock.now(),
    words: paperWords(profile, {
      thing: PAPER_WORDS[kind].toLowerCase(),
      memberName: recipient.name,
      dated: issuedOn,
      body,
    }),
    attachment: { name: fileNameOf(draft), pdf },
  });
  const id = await office.act(async (write) => {
    const paper = await addPaper(write, { kind, memberId, subjectId, sha256, issuedOn });
    const made = await recordPaperEmail(write, { paper, memberId, address, messageId });
    write.journal({
      action: `${kind}.email-recorded`,
      subject: 'member',
      subjectId: recipient.memberNo,
      detail: { about: subjectId, sha256, messageId, address },
    });
    return made;
  });
  return { id, subjectId, memberId, memberNo: recipient.memberNo, address, bytes };
}

/** Puts on record that the server may have the message the next moment. */
async function noteHandingOver(office: Office, { id, memberNo, bytes }: Recorded): Promise<void> {
  const emlSha256 = await keepBytes(office.folder, bytes);
  await office.act(async (write) => {
    await changePaperEmail(write, id, 'recorded', { state: 'handing-over', outcome: '', emlSha256 });
    write.journal({
      action: 'paper.email-handing-over',
      subject: 'member',
      subjectId: memberNo,
      detail: { id },
    });
  });
}

const STATES = {
  accepted: 'sent',
  refused: 'refused',
  unknown: 'unknown',
  later: 'refused',
  'not-sent': 'refused',
} as const satisfies Record<Delivery['kind'], string>;

/** Nothing is tried again by itself: someone is at the desk and sees what the server said. */
async function noteOutcome(
  office: Office,
  { id, memberId, memberNo, address }: Recorded,
  handedOver: boolean,
  delivery: Delivery,
): Promise<PaperEmailReport> {
  const state = STATES[delivery.kind];
  const outcome = oneLine(delivery.answer);
  await office.act(async (write) => {
    await changePaperEmail(write, id, handedOver ? 'handing-over' : 'recorded', { state, outcome });
    if (isAddressRefused(delivery)) await markEmailBad(write, memberId, outcome);
    write.journal({
      action: `paper.email-${state}`,
      subject: 'member',
      subjectId: memberNo,
      detail: { id, address, answer: outcome },
    });
  });
  return { address, state, outcome, file: null };
}

async function toFolder(office: Office, recorded: Recorded, folder: string): Promise<PaperEmailReport> {
  const { id, subjectId, memberNo, address, bytes } = recorded;
  const file = join(folder, `paper-${subjectId}-${id}.eml`);
  refuseOwnFile(file);
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new StandingError('folder-unusable', `No folder can be made at ${folder}.`, 'Choose another one.', {
      cause,
    });
  });
  const emlSha256 = await keepBytes(office.folder, bytes);
  await copyWhole(documentPath(office.folder, emlSha256), file);
  const outcome = 'written to folder';
  await office.act(async (write) => {
    await changePaperEmail(write, id, 'recorded', { state: 'sent', outcome, emlSha256 });
    write.journal({
      action: 'paper.email-written',
      subject: 'member',
      subjectId: memberNo,
      detail: { id, address },
    });
  });
  return { address, state: 'sent', outcome, file };
}

/** What was cut off while it was handed over may or may not have arrived; nobody sends it again unasked. */
async function settleCutOff(office: Office): Promise<void> {
  const cut = await paperEmailsHandingOver(office.reader);
  if (cut.length === 0) return;
  await office.act(async (write) => {
    for (const id of cut)
      await changePaperEmail(write, id, 'handing-over', {
        state: 'unknown',
        outcome: 'Standing was cut off while handing it over',
      });
    write.journal({
      action: 'paper.emails-cut-off',
      subject: 'office',
      subjectId: 'mail',
      detail: { ids: cut },
    });
  });
}
