import type { BounceFound, BounceReport, EmailState } from '../../../shared/domain/email.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Write } from '../../db/transaction.ts';
import { type ReportedRecipient, readDeliveryReports } from '../../mail/delivery-report.ts';
import {
  changeMessage,
  type EmailMember,
  type EmailMessage,
  failNotice,
  markEmailBad,
  membersByEmail,
  messageById,
  newestMessageTo,
  recipientOf,
} from '../../repositories/email.ts';
import {
  changePaperEmail,
  newestPaperEmailTo,
  type PaperMessage,
  paperEmailById,
} from '../../repositories/papers.ts';
import { leadBackUntold } from '../audit/letters/came-back.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Office } from '../office.ts';
import { readableIn } from '../restand.ts';
import { oneLine } from './settle.ts';

/**
 * Notes that e-mail to a member does not arrive: the newest e-mail came back, and the next notice goes by post.
 * @param who a member number, or the address
 * @throws StandingError `member-unknown`, `address-shared`, `reason-missing`
 */
export async function noteBounce(
  office: Office,
  { who, reason }: { readonly who: string; readonly reason: string },
): Promise<BounceReport> {
  const why = oneLine(reason);
  if (why === '')
    throw new StandingError('reason-missing', 'Say why the e-mail came back.', 'Give a reason.');
  refuseCardNumbers([why]);
  const member = await onlyMember(office, who);
  const newest = await newestTo(office, member, who.includes('@') ? who : null);
  const { message } = newest;
  await office.act((write) => bounce(office, write, { member, ...newest, reason: why, status: '' }));
  const found: BounceFound = {
    address: member.email,
    status: '',
    reason: why,
    hard: true,
    memberNo: member.memberNo,
    run: message?.run ?? null,
    position: message?.position ?? null,
  };
  return { on: office.clock.today(), found: [found], marked: 1 };
}

/**
 * Reads pasted delivery reports and notes what they say: for good (5.x.x), the e-mail counts as bounced and the member's next notice
 * goes by post; for now (4.x.x), only the journal tells of it.
 * @throws StandingError `no-report`
 */
export async function readBounces(
  office: Office,
  { text, dryRun }: { readonly text: string; readonly dryRun: boolean },
): Promise<BounceReport> {
  const reported = readDeliveryReports(text).filter(({ action }) => action !== 'other');
  if (reported.length === 0)
    throw new StandingError(
      'no-report',
      'The text has no delivery report in it: no line begins with “Final-Recipient:”.',
      'Paste the whole message with its attachments shown as text, or note the bounce by hand.',
    );
  const traced: Traced[] = [];
  for (const recipient of reported) traced.push(await trace(office, recipient));
  const toNote = traced.filter((one) => one.member !== null);
  if (!dryRun && toNote.length > 0) {
    await office.act(async (write) => {
      for (const one of toNote) await noteTraced(office, write, one);
    });
  }
  return {
    on: office.clock.today(),
    found: traced.map(({ recipient, member, message }) => ({
      address: recipient.address,
      status: recipient.status,
      reason: recipient.reason,
      hard: isHard(recipient),
      memberNo: member?.memberNo ?? null,
      run: message?.run ?? null,
      position: message?.position ?? null,
    })),
    marked: dryRun ? 0 : toNote.filter(({ recipient }) => isHard(recipient)).length,
  };
}

interface Traced {
  readonly recipient: ReportedRecipient;
  readonly member: EmailMember | null;
  readonly message: EmailMessage | null;
  /** The e-mail of a receipt or a statement, which is of no run. */
  readonly paper: PaperMessage | null;
}

/** By its Message-ID, or else by the address, where only one member has it. */
async function trace(office: Office, recipient: ReportedRecipient): Promise<Traced> {
  const { messageId, address } = recipient;
  const message = messageId === null ? null : await messageById(office.reader, messageId);
  if (message !== null) {
    const { memberNo } = await recipientOf(office.reader, message);
    const [member = null] = await membersByEmail(office.reader, memberNo);
    return { recipient, member, message, paper: null };
  }
  const paper = messageId === null ? null : await paperEmailById(office.reader, messageId);
  if (paper !== null) {
    const [member = null] = await membersByEmail(office.reader, paper.memberNo);
    return { recipient, member, message: null, paper };
  }
  const [member = null, ...more] = await membersByEmail(office.reader, address);
  if (member === null || more.length > 0) return { recipient, member: null, message: null, paper: null };
  return { recipient, member, ...(await newestTo(office, member, address)) };
}

/** What went to a member last, or to that address: an e-mail of a run, or that of a paper. */
async function newestTo(
  { reader }: Pick<Office, 'reader'>,
  { memberId }: EmailMember,
  address: string | null,
): Promise<Pick<Traced, 'message' | 'paper'>> {
  const message = await newestMessageTo(reader, memberId, address);
  const paper = await newestPaperEmailTo(reader, memberId, address);
  const isPaper = paper !== null && (message === null || paper.recordedAt > message.recordedAt);
  return isPaper ? { message: null, paper } : { message, paper: null };
}

function isHard({ status, action }: ReportedRecipient): boolean {
  return status === '' ? action === 'failed' : status.startsWith('5');
}

async function noteTraced(
  office: Office,
  write: Write,
  { recipient, member, message, paper }: Traced,
): Promise<void> {
  if (member === null) return;
  const { reason, status, address } = recipient;
  if (isHard(recipient))
    return bounce(office, write, { member, message, paper, reason: oneLine(reason), status });
  write.journal({
    action: 'email.delayed',
    subject: 'member',
    subjectId: member.memberNo,
    detail: { address, status, reason: oneLine(reason), messageId: message?.messageId ?? null },
  });
}

interface Bounce {
  readonly member: EmailMember;
  /** null where nothing was sent by a run. */
  readonly message: EmailMessage | null;
  readonly paper: PaperMessage | null;
  readonly reason: string;
  readonly status: string;
}

async function bounce(
  office: Office,
  write: Write,
  { member, message, paper, reason, status }: Bounce,
): Promise<void> {
  // As it is by now: a text may tell of one e-mail twice.
  const now = message === null ? null : await messageById(readableIn(write), message.messageId);
  if (now !== null && message !== null && wasOut(now.state)) {
    await changeMessage(write, message.id, now.state, { state: 'bounced', outcome: reason });
    const on = office.clock.today();
    await failNotice(write, message, 'bounced', on);
    await leadBackUntold(write, message, { on, why: `bounced: ${reason}` });
  }
  const paperNow = paper === null ? null : await paperEmailById(readableIn(write), paper.messageId);
  if (paperNow !== null && wasOut(paperNow.state))
    await changePaperEmail(write, paperNow.id, paperNow.state, { state: 'bounced', outcome: reason });
  // Where it went to an address that the member has no more, the new one may be good.
  const wentTo = message?.address ?? paper?.address ?? member.email.trim();
  const present = wentTo.toLowerCase() === member.email.trim().toLowerCase();
  if (present) await markEmailBad(write, member.memberId, reason);
  write.journal({
    action: 'email.bounced',
    subject: 'member',
    subjectId: member.memberNo,
    detail: {
      address: wentTo,
      status,
      reason,
      run: message?.run ?? null,
      position: message?.position ?? null,
      addressMarked: present,
    },
  });
}

function wasOut(state: EmailState): boolean {
  return state === 'sent' || state === 'unknown';
}

/** @throws StandingError `member-unknown`, `address-shared` */
export async function onlyMember(office: Office, who: string): Promise<EmailMember> {
  const [member, ...more] = await membersByEmail(office.reader, who);
  if (member === undefined)
    throw new StandingError(
      'member-unknown',
      `No member has the ${who.includes('@') ? 'e-mail address' : 'number'} ${who}.`,
      'Look the member up and use the number.',
    );
  if (more.length > 0)
    throw new StandingError(
      'address-shared',
      `Several members have the e-mail address ${who}: ${[member, ...more].map(({ memberNo }) => memberNo).join(', ')}.`,
      'Name the member by number.',
    );
  return member;
}
