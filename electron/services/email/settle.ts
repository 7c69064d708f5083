import type { Write } from '../../db/transaction.ts';
import type { Delivery } from '../../mail/smtp.ts';
import { changeMessage, type EmailMessage, failNotice, markEmailBad } from '../../repositories/email.ts';
import { noteSent } from '../audit/letters/on-sent.ts';
import { existingRun } from '../notices/runs.ts';
import type { Office } from '../office.ts';
import { readableIn } from '../restand.ts';

/** Puts on record that the server may have the message the next moment. */
export async function noteHandingOver(
  office: Office,
  message: EmailMessage,
  emlSha256: string,
): Promise<void> {
  await office.act(async (write) => {
    await changeMessage(write, message.id, 'recorded', {
      state: 'handing-over',
      outcome: '',
      attempts: message.attempts + 1,
      emlSha256,
    });
    write.journal({
      action: 'run.email-handing-over',
      subject: 'run',
      subjectId: message.run,
      detail: { position: message.position, messageId: message.messageId },
    });
  });
}

/** What a message's own record says besides its outcome. */
export interface Handed {
  readonly message: EmailMessage;
  readonly memberNo: string;
  /** Whether it is on record as being handed over. */
  readonly handedOver: boolean;
}

/** Puts on record what became of a message at the server. A recipient that the server refuses counts as one that bounced. */
export async function noteDelivery(
  office: Office,
  { message, memberNo, handedOver }: Handed,
  delivery: Delivery,
): Promise<void> {
  const { id, run, position, memberId, messageId } = message;
  const from = handedOver ? 'handing-over' : 'recorded';
  const attempts = message.attempts + 1;
  const outcome = oneLine(delivery.answer);
  await office.act(async (write) => {
    const journal = (action: string, detail: object = {}) =>
      write.journal({
        action,
        subject: 'member',
        subjectId: memberNo,
        detail: { run, position, messageId, address: message.address, answer: outcome, ...detail },
      });
    switch (delivery.kind) {
      case 'accepted':
        await changeMessage(write, id, from, { state: 'sent', outcome, attempts });
        await noteEmailed(office, write, message);
        return journal('email.sent');
      case 'refused': {
        await changeMessage(write, id, from, { state: 'refused', outcome, attempts });
        await failNotice(write, message, 'refused', office.clock.today());
        const bad = isAddressRefused(delivery);
        if (bad) await markEmailBad(write, memberId, outcome);
        return journal('email.refused', { addressMarked: bad });
      }
      case 'unknown':
        await changeMessage(write, id, from, {
          state: 'unknown',
          outcome: `no answer came: ${outcome}`,
          attempts,
        });
        return journal('email.unknown');
      default:
        await changeMessage(write, id, from, { state: 'recorded', outcome, attempts });
        return journal('email.postponed');
    }
  });
}

/** Puts on record that a message is not sent, since its member can be e-mailed no more: a further run may give its notice again. */
export async function noteUnreachable(
  office: Office,
  message: EmailMessage,
  memberNo: string,
  reason: string,
): Promise<void> {
  const { id, run, position, messageId } = message;
  await office.act(async (write) => {
    await changeMessage(write, id, 'recorded', { state: 'refused', outcome: `not sent: ${reason}` });
    await failNotice(write, message, 'refused', office.clock.today());
    write.journal({
      action: 'email.not-possible',
      subject: 'member',
      subjectId: memberNo,
      detail: { run, position, messageId, reason },
    });
  });
}

/** What follows when an e-mail of a run went out, in the transaction that says so. */
export async function noteEmailed(
  office: Office,
  write: Write,
  { run: id, position }: Pick<EmailMessage, 'run' | 'position'>,
): Promise<void> {
  const run = await existingRun({ reader: readableIn(write) }, id);
  await noteSent(office, write, run, { on: office.clock.today(), emailed: position });
}

/** 5.7.x refuses the office, or what it sends, and says nothing about the member's address (RFC 3463). */
export function isAddressRefused(delivery: Delivery): boolean {
  return delivery.kind === 'refused' && delivery.by === 'recipient' && !/\b5\.7\.\d+/.test(delivery.answer);
}

/** A server's answer, fit for a row. */
export function oneLine(answer: string): string {
  return answer.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
}
