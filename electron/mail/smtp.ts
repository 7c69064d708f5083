import { Readable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '../../shared/domain/email.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { connectionFailure, type SmtpError, senderRefused } from './smtp-failures.ts';

/** What became of one message at the server. */
export type Delivery =
  /** The server has it and said so. */
  | { readonly kind: 'accepted'; readonly answer: string }
  /** The server said that it will never take it. `recipient`: because of the address. */
  | { readonly kind: 'refused'; readonly answer: string; readonly by: 'recipient' | 'message' }
  /** The server said to try again later. */
  | { readonly kind: 'later'; readonly answer: string }
  /** Cut off before the end of the message was sent: the server cannot have taken it. */
  | { readonly kind: 'not-sent'; readonly answer: string }
  /** Cut off after that, before an answer. */
  | { readonly kind: 'unknown'; readonly answer: string };

/** One connection, logged in, for one message after the other. */
export interface SmtpSession {
  /** false once the connection is gone; open another one then. */
  readonly alive: boolean;
  /**
   * Hands one message over. The line that ends it is sent only when `handOver` has come back, so that what it puts on record is there
   * before the server can take the message.
   * @throws StandingError `mail-sender-refused`, and what `handOver` throws; then the message was not taken
   */
  deliver(to: string, message: Uint8Array, handOver: () => Promise<void>): Promise<Delivery>;
  close(): void;
}

/** How long a server may say nothing, in ms, and how long an answer is waited for after a cancel. */
const SILENCE = 120_000;
const GRACE = 120;

/**
 * Connects, makes the connection private as the settings say, and logs in. The server's certificate must be valid and its own.
 * @param password null where the server wants none
 * @param signal when aborted the connection is cut, but a message that was handed over gets a moment for its answer
 * @throws StandingError `mail-server-unreachable`, `mail-certificate-mismatch`, `mail-certificate-untrusted`,
 * `mail-certificate-expired`, `mail-not-private`, `mail-login-refused`, `mail-password-missing`, `cancelled`
 */
export async function openSmtp(
  settings: MailSettings,
  password: string | null,
  signal: AbortSignal,
  silence: number = SILENCE,
): Promise<SmtpSession> {
  const { host, port, security, user, authority } = settings;
  if (user !== '' && (password === null || password === ''))
    throw new StandingError(
      'mail-password-missing',
      `The mail server ${host} wants a login for ${user}, and there is no password for it.`,
      'Enter it in the e-mail settings; on the command line, set the environment variable STANDING_SMTP_PASSWORD.',
    );
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: {
      minVersion: 'TLSv1.2',
      ...(authority === null ? {} : { ca: [...rootCertificates, authority] }),
    },
    connectionTimeout: Math.min(silence, 20_000),
    greetingTimeout: Math.min(silence, 30_000),
    socketTimeout: silence,
    socketCloseTimeout: 0,
  });
  const cut = () => connection.close();
  signal.addEventListener('abort', cut, { once: true });
  try {
    await connected(connection, signal);
    if (user !== '') await loggedIn(connection, user, password ?? '', signal);
  } catch (error) {
    connection.close();
    if (signal.aborted) throw cancelled();
    // Only nodemailer throws here.
    throw connectionFailure(error as SmtpError, settings);
  } finally {
    signal.removeEventListener('abort', cut);
  }
  return session(connection, settings, signal);
}

function connected(connection: SMTPConnection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(cancelled()), { once: true });
    if (signal.aborted) reject(cancelled());
    // Also later on, when a message's own callback has the same error: unheard it would end the process.
    connection.on('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function loggedIn(
  connection: SMTPConnection,
  user: string,
  pass: string,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(cancelled()), { once: true });
    connection.on('error', reject);
    connection.on('end', () => reject(new Error('Connection closed unexpectedly')));
    connection.login({ user, pass, credentials: { user, pass } }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

function session(connection: SMTPConnection, settings: MailSettings, signal: AbortSignal): SmtpSession {
  let leaving = false;
  return {
    get alive() {
      return !leaving && !connection.destroyed;
    },
    async deliver(to, message, handOver) {
      const delivery = await transfer(connection, { settings, signal, to, message, handOver });
      if (delivery.kind !== 'accepted' && !connection.destroyed) await startAfresh(connection, signal);
      return delivery;
    },
    close() {
      if (leaving || connection.destroyed) return;
      leaving = true;
      connection.quit();
      // Whoever does not answer a good-bye is not waited for.
      void setTimeout(1000, null, { ref: false }).then(() => connection.close());
    },
  };
}

/** Ends what is left of a refused message, so that the next one finds the server ready. */
function startAfresh(connection: SMTPConnection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cut = () => connection.close();
    const done = () => {
      signal.removeEventListener('abort', cut);
      resolve();
    };
    connection.once('end', done);
    signal.addEventListener('abort', cut, { once: true });
    if (signal.aborted) return cut();
    connection.reset((error) => {
      if (error) connection.close();
      done();
    });
  });
}

interface Transfer {
  readonly settings: MailSettings;
  readonly signal: AbortSignal;
  readonly to: string;
  readonly message: Uint8Array;
  handOver(): Promise<void>;
}

function transfer(
  connection: SMTPConnection,
  { settings, signal, to, message, handOver }: Transfer,
): Promise<Delivery> {
  return new Promise((resolve, reject) => {
    let begun = false;
    let ended = false;
    let handing: Promise<void> = Promise.resolve();
    // What the record says is settled before anybody goes on from it.
    const settle = (delivery: () => Delivery) => {
      signal.removeEventListener('abort', onAbort);
      void handing.then(() => resolve(delivery()), reject);
    };
    const cutOff = (answer: string): Delivery => ({ kind: ended ? 'unknown' : 'not-sent', answer });
    const cut = () => {
      connection.close();
      settle(() => cutOff('cancelled'));
    };
    const onAbort = () => {
      if (ended) void setTimeout(GRACE).then(cut);
      else cut();
    };
    const body = new Readable({
      read() {
        if (begun) return;
        begun = true;
        body.push(message);
        void endMessage();
      },
    });
    async function endMessage(): Promise<void> {
      await written(connection);
      if (connection.destroyed || signal.aborted) return;
      handing = handOver();
      try {
        await handing;
      } catch (error) {
        connection.close();
        reject(error);
        return;
      }
      // A cut that came meanwhile is known before the end is sent.
      await setImmediate();
      if (connection.destroyed || body.destroyed) return;
      ended = true;
      body.push(null);
    }
    signal.addEventListener('abort', onAbort, { once: true });
    connection.send({ from: settings.from, to }, body, (failed, info) => {
      // Whoever answers before the end of a message does not get its end.
      if (begun && !ended) connection.close();
      if (!failed)
        return settle(() =>
          ended ? { kind: 'accepted', answer: info?.response ?? '' } : cutOff('answered early'),
        );
      const error: SmtpError = failed;
      if (error.command === 'MAIL FROM' && permanent(error)) {
        signal.removeEventListener('abort', onAbort);
        return reject(senderRefused(settings.from, settings, error.response ?? error.message));
      }
      settle(() => failedDelivery(error) ?? cutOff(error.response ?? error.message));
    });
  });
}

/** What the server's own refusal means, or null where there is none. */
function failedDelivery(error: SmtpError): Delivery | null {
  const answer = error.response ?? error.message;
  if (permanent(error)) {
    return { kind: 'refused', answer, by: error.command === 'RCPT TO' ? 'recipient' : 'message' };
  }
  if (error.responseCode !== undefined && error.responseCode >= 400) return { kind: 'later', answer };
  // Refused by the client itself, before anything was said to the server.
  if (error.code === 'EENVELOPE') return { kind: 'refused', answer, by: 'recipient' };
  if (error.code === 'EMESSAGE') return { kind: 'refused', answer, by: 'message' };
  return null;
}

function permanent({ responseCode }: SmtpError): boolean {
  return responseCode !== undefined && responseCode >= 500;
}

/** When all that was given to the connection has left it. */
async function written(connection: SMTPConnection): Promise<void> {
  await setImmediate();
  while (!connection.destroyed && connection._socket && connection._socket.writableLength > 0)
    await setTimeout(1);
}

function cancelled(): StandingError {
  return new StandingError('cancelled', 'Cancelled; nothing was left half done.');
}
