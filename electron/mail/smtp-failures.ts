import type { MailSettings } from '../../shared/domain/email.ts';
import { StandingError } from '../../shared/ipc/errors.ts';

/** What nodemailer's errors carry. */
export interface SmtpError extends Error {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  /** The server's three-digit code, where it answered. */
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  readonly command?: string | undefined;
}

const UNKNOWN_AUTHORITY: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
]);

/** Why no connection to the server came about, in one sentence. */
export function connectionFailure(error: SmtpError, { host, port }: MailSettings): StandingError {
  const where = `The mail server ${host}:${port}`;
  const cause = error.originalCode ?? error.code ?? '';
  if (cause === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return new StandingError(
      'mail-certificate-mismatch',
      `${where} shows a certificate that is not for ${host}${namesIn(error)}, so nothing was sent to it.`,
      'Check the server’s name in the e-mail settings; if it is right, have its keeper correct the certificate.',
      { cause: error },
    );
  if (UNKNOWN_AUTHORITY.has(cause))
    return new StandingError(
      'mail-certificate-untrusted',
      `${where} shows a certificate of an authority that this computer does not know, so nothing was sent to it.`,
      'If it is your organization’s own authority, add its certificate file in the e-mail settings.',
      { cause: error },
    );
  if (cause === 'CERT_HAS_EXPIRED' || cause === 'CERT_NOT_YET_VALID')
    return new StandingError(
      'mail-certificate-expired',
      `${where} shows a certificate that is not valid today, so nothing was sent to it.`,
      'Have the server’s keeper renew it, and check this computer’s date.',
      { cause: error },
    );
  if (error.code === 'EAUTH')
    return new StandingError(
      'mail-login-refused',
      `${where} does not accept the login${said(error)}.`,
      'Correct the user name or the password in the e-mail settings.',
      { cause: error },
    );
  if (error.code === 'ETLS')
    return new StandingError(
      'mail-not-private',
      `${where} offers no private connection of the kind that the settings ask for${said(error)}.`,
      'Choose TLS for port 465, STARTTLS for port 587.',
      { cause: error },
    );
  return new StandingError(
    'mail-server-unreachable',
    `${where} cannot be reached: ${error.response ?? error.message}.`,
    'Check the network and the e-mail settings, and send again; nothing is lost and nothing is sent twice.',
    { cause: error },
  );
}

/** Why the server takes nothing from this office at all. */
export function senderRefused(from: string, { host }: MailSettings, answer: string): StandingError {
  return new StandingError(
    'mail-sender-refused',
    `The mail server ${host} takes no messages from ${from}: ${answer}.`,
    'Correct the sender’s address or the login in the e-mail settings, and send again.',
  );
}

function namesIn(error: SmtpError): string {
  const names = [...error.message.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name]) => name);
  return names.length === 0 ? '' : ` but for ${names.join(', ')}`;
}

function said({ response }: SmtpError): string {
  return response === undefined ? '' : ` (it says: ${response})`;
}
