import type { EmailReport, MailSettings } from '../../../shared/domain/email.ts';
import { StandingError, toErrorShape } from '../../../shared/ipc/errors.ts';
import { keepBytes } from '../../documents/store.ts';
import { throwIfCancelled, type Work } from '../../jobs/work.ts';
import { type Delivery, openSmtp, type SmtpSession } from '../../mail/smtp.ts';
import { changeMessage, type EmailMessage, messagesIn, recipientOf } from '../../repositories/email.ts';
import { existingRun } from '../notices/runs.ts';
import type { Office } from '../office.ts';
import { type Composer, composerFor } from './compose.ts';
import { type Pace, paceOf, pause } from './pace.ts';
import { noteCutOff, recordRun } from './record.ts';
import { emailRun } from './runs.ts';
import { checkMailSettings, mailSettings } from './settings.ts';
import { isAddressRefused, noteDelivery, noteHandingOver, noteUnreachable } from './settle.ts';
import { whyNot } from './why-not.ts';

export interface SendRequest {
  readonly run: string;
  /** null where the server wants none. */
  readonly password: string | null;
  /** After how many ms those that the server put off are tried again, each time longer; after the last they wait for another send. */
  readonly retryAfter?: readonly number[];
  /** How long the server may say nothing, in ms. */
  readonly silence?: number;
}

const RETRY_AFTER = [60_000, 300_000, 900_000];
/** A connection that breaks this often in a row with nothing sent between is given up. */
const BREAKS = 4;
const RECONNECT_AFTER = [0, 1000, 5000];
/** How often one message is tried where the connection breaks; then it waits for the next round, and the others go on. */
const TRIES = 2;
/** Refusals of the office itself in a row: then it is not the recipients. */
const POLICY_REFUSALS = 5;

/**
 * Sends the e-mails of a run that are not sent yet, each once: its Message-ID is on record before anything is sent, that it is handed
 * over before the server can take it, and the server's answer after. What was cut off while handing over is never sent again by itself.
 * When it ends, however it ends, every message is settled or waits to be sent.
 * @throws StandingError `cancelled`, `run-unknown`, `mail-settings`, `mail-to-folder`, `mail-refuses-everything`, and what `openSmtp` throws
 */
export async function sendRun(office: Office, request: SendRequest, work: Work): Promise<EmailReport> {
  const { id: run } = await existingRun(office, request.run);
  const settings = await mailSettings(office);
  checkMailSettings(settings);
  if (settings.delivery === 'folder')
    throw new StandingError(
      'mail-to-folder',
      'The office writes its e-mails into a folder; there is no mail server to send them.',
      'Choose the folder, or name a mail server in the e-mail settings.',
    );
  const composer = await composerFor(office, run, settings);
  await noteCutOff(office, run);
  const line = await openLine(settings, request, work);
  try {
    await recordRun(office, run, settings, work);
    const sending = new Sending(office, composer, line, work, paceOf(settings.perMinute, work.signal));
    await sending.all(run, request.retryAfter ?? RETRY_AFTER);
    return { ...(await emailRun(office, run)), sentNow: sending.sent };
  } finally {
    line.close();
  }
}

/** A connection that is opened again when it broke. */
interface Line {
  session(): Promise<SmtpSession>;
  /** Notes that a message went through. */
  works(): void;
  /** Lets the server go while nothing is sent for long. */
  close(): void;
}

async function openLine(settings: MailSettings, request: SendRequest, work: Work): Promise<Line> {
  const open = () => openSmtp(settings, request.password, work.signal, request.silence);
  let session = await open();
  let breaks = 0;
  return {
    async session() {
      while (!session.alive) {
        await pause(RECONNECT_AFTER[Math.min(breaks, RECONNECT_AFTER.length - 1)] ?? 0, work.signal);
        breaks += 1;
        session = await open().catch((error: unknown) => {
          const again = error instanceof StandingError && error.code === 'mail-server-unreachable';
          if (!again || breaks >= BREAKS) throw error;
          return session;
        });
        if (breaks > BREAKS) {
          session.close();
          throw new StandingError(
            'mail-connection-breaks',
            `The connection to the mail server ${settings.host}:${settings.port} breaks again and again.`,
            'Send again later; nothing is lost and nothing is sent twice.',
          );
        }
      }
      return session;
    },
    works() {
      breaks = 0;
    },
    close: () => session.close(),
  };
}

class Sending {
  readonly #office: Office;
  readonly #composer: Composer;
  readonly #line: Line;
  readonly #work: Work;
  readonly #pace: Pace;
  #policyRefusals = 0;
  sent = 0;

  constructor(office: Office, composer: Composer, line: Line, work: Work, pace: Pace) {
    this.#office = office;
    this.#composer = composer;
    this.#line = line;
    this.#work = work;
    this.#pace = pace;
  }

  /** Everything on record, then what was put off, after longer and longer waits. */
  async all(run: string, retryAfter: readonly number[]): Promise<void> {
    for (const wait of [0, ...retryAfter]) {
      const messages = await messagesIn(this.#office.reader, run, 'recorded');
      if (messages.length === 0) return;
      if (wait > 0) {
        this.#line.close();
        this.#work.progress({
          doing: `The server asked to wait with ${messages.length} e-mails; trying again in ${minutes(wait)}`,
          done: this.sent,
          total: this.sent + messages.length,
          cancellable: true,
        });
        await pause(wait, this.#work.signal);
      }
      await this.#round(messages);
    }
  }

  async #round(messages: readonly EmailMessage[]): Promise<void> {
    for (const [index, message] of messages.entries()) {
      this.#work.progress({
        doing: 'Sending e-mails',
        done: index,
        total: messages.length,
        cancellable: true,
      });
      await this.#one(message);
      await this.#work.breathe();
    }
    this.#work.progress({
      doing: 'Sending e-mails',
      done: messages.length,
      total: messages.length,
      cancellable: true,
    });
  }

  /** One message until it is settled or put off; cut connections are opened again. */
  async #one(recorded: EmailMessage): Promise<void> {
    const found = await this.#reachable(recorded);
    if (found === null) return;
    const { memberNo } = found;
    let { message } = found;
    for (let tries = 0; tries < TRIES; tries++) {
      await this.#pace.next();
      const { delivery, handedOver } = await this.#handOver(message);
      await noteDelivery(this.#office, { message, memberNo, handedOver }, delivery);
      if (delivery.kind === 'accepted') this.sent += 1;
      if (delivery.kind !== 'not-sent') {
        if (delivery.kind !== 'unknown') this.#line.works();
        this.#watchRefusals(delivery);
        return;
      }
      message = { ...message, attempts: message.attempts + 1 };
      throwIfCancelled(this.#work.signal);
    }
  }

  /** A member may have a new address since the message was put on record, or want no e-mail any more. */
  async #reachable(message: EmailMessage): Promise<{ message: EmailMessage; memberNo: string } | null> {
    const recipient = await recipientOf(this.#office.reader, message);
    const { memberNo, email } = recipient;
    const reason = whyNot(recipient);
    if (reason === null && email === message.address) return { message, memberNo };
    if (reason !== null) {
      await noteUnreachable(this.#office, message, memberNo, reason);
      return null;
    }
    await this.#office.act(async (write) => {
      const { id, run, position, messageId, address: before } = message;
      await changeMessage(write, id, 'recorded', { state: 'recorded', outcome: '', address: email });
      write.journal({
        action: 'email.readdressed',
        subject: 'member',
        subjectId: memberNo,
        detail: { run, position, messageId, before, after: email },
      });
    });
    return { message: { ...message, address: email }, memberNo };
  }

  async #handOver(message: EmailMessage): Promise<{ delivery: Delivery; handedOver: boolean }> {
    const bytes = await this.#composer.write(message);
    // On the disk before its row says so.
    const sha256 = await keepBytes(this.#office.folder, bytes);
    const session = await this.#line.session();
    let handedOver = false;
    try {
      const delivery = await session.deliver(message.address, bytes, async () => {
        await noteHandingOver(this.#office, message, sha256);
        handedOver = true;
      });
      return { delivery, handedOver };
    } catch (error) {
      // Whatever went wrong, the message's end was not sent.
      if (handedOver) await this.#takeBack(message, toErrorShape(error).message);
      throw error;
    }
  }

  async #takeBack(message: EmailMessage, why: string): Promise<void> {
    const { memberNo } = await recipientOf(this.#office.reader, message);
    await noteDelivery(
      this.#office,
      { message, memberNo, handedOver: true },
      { kind: 'not-sent', answer: why },
    );
  }

  /** Stops before everybody is refused for what is the office's own fault. */
  #watchRefusals(delivery: Delivery): void {
    const ours = delivery.kind === 'refused' && !isAddressRefused(delivery);
    this.#policyRefusals = ours ? this.#policyRefusals + 1 : 0;
    if (this.#policyRefusals < POLICY_REFUSALS) return;
    throw new StandingError(
      'mail-refuses-everything',
      `The mail server refuses one message after the other: ${delivery.answer}`,
      'Ask the server’s keeper why, and send the rest then.',
    );
  }
}

function minutes(ms: number): string {
  const count = Math.round(ms / 60_000);
  return count <= 1 ? 'a minute' : `${count} minutes`;
}
