import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { MailSettings } from '../../../shared/domain/email.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { saveSetting, setting } from '../../repositories/settings.ts';
import type { Office, OfficeView } from '../office.ts';
import { officeProfile } from '../profile.ts';

/** How the office sends e-mail; until it was said, from the address of the profile over a server yet to be named. */
export async function mailSettings(view: Pick<OfficeView, 'reader'>): Promise<MailSettings> {
  const kept = await setting(view.reader, 'mail');
  if (kept !== null) return kept;
  return {
    delivery: 'server',
    host: '',
    port: 587,
    security: 'starttls',
    user: '',
    authority: null,
    from: (await officeProfile(view)).email,
    replyTo: '',
    perMinute: 60,
    unsubscribe: '',
    unsubscribeUrl: '',
  };
}

/** Changes it. @throws StandingError `mail-settings` naming what is wrong */
export async function saveMailSettings(office: Office, settings: MailSettings): Promise<MailSettings> {
  checkMailSettings(settings);
  const before = await mailSettings(office);
  await office.act(async (write) => {
    await saveSetting(write, 'mail', settings);
    write.journal({
      action: 'office.mail-changed',
      subject: 'office',
      subjectId: 'mail',
      detail: { before: told(before), after: told(settings) },
    });
  });
  return settings;
}

/** @throws StandingError `mail-settings` unless messages can be written and sent with them */
export function checkMailSettings(settings: MailSettings): void {
  const { delivery, host, security, user, authority, from, replyTo, unsubscribe, unsubscribeUrl } = settings;
  const refuse = (what: string, fix: string): never => {
    throw new StandingError('mail-settings', what, fix);
  };
  if (!isAddress(from))
    refuse(`“${from}” is no e-mail address to send from.`, 'Give one such as office@example.org.');
  for (const other of [replyTo, unsubscribe])
    if (other !== '' && !isAddress(other))
      refuse(`“${other}” is no e-mail address.`, 'Give one such as office@example.org, or leave it empty.');
  if (unsubscribeUrl !== '' && !/^https:\/\/[^\s<>,]+$/.test(unsubscribeUrl))
    refuse(
      `“${unsubscribeUrl}” is no address of a private page.`,
      'Give one that begins with https://, or none.',
    );
  if (authority !== null && !isCertificate(authority))
    refuse('The authority’s file holds no certificate.', 'Choose a file with a certificate in PEM form.');
  if (delivery === 'folder') return;
  if (!/^[\w.:-]+$/.test(host))
    refuse(
      host === '' ? 'No mail server is named yet.' : `“${host}” is no name of a server.`,
      'Name the mail server in the e-mail settings, or have messages written into a folder.',
    );
  if (security === 'none' && user !== '' && !isLoopback(host))
    refuse(
      `The password for ${host} would cross the network for everyone to read.`,
      'Choose TLS or STARTTLS; without either there can be no login.',
    );
}

/** Enough to tell a slip of the finger; whether anybody reads it, only the server knows. */
export function isAddress(text: string): boolean {
  return (
    /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/.test(text) || /^[^\s@<>]+@localhost$/.test(text)
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).validTo !== '';
  } catch {
    return false;
  }
}

function told(settings: MailSettings): object {
  const { authority } = settings;
  return {
    ...settings,
    authority: authority === null ? null : new X509Certificate(authority).fingerprint256,
  };
}
