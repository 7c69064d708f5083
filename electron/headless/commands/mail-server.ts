import { readFileSync } from 'node:fs';
import type { MailSettings } from '../../../shared/domain/email.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { mailSchema } from '../../../shared/ipc/mail-schema.ts';
import { mailSettings, saveMailSettings } from '../../services/email/settings.ts';
import type { Call } from '../call.ts';
import { type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { passwordFromEnvironment } from './email.ts';

/** `mail server [--host HOST] … [--try]` */
export async function server(call: Call): Promise<CommandResult> {
  return withOffice(call, async (office) => {
    const before = await mailSettings(office);
    const change = changeIn(call);
    const settings =
      Object.keys(change).length === 0 ? before : await saveMailSettings(office, merged(before, change));
    if (call.flag('try')) {
      const { tryServer } = await import('../../services/email/try-server.ts');
      await tryServer({ settings, password: passwordFromEnvironment() }, watchedWork(call));
    }
    return { json: settings, text: text(settings, call.flag('try')) };
  });
}

function changeIn(call: Call): Readonly<Record<string, unknown>> {
  const authority = call.text('authority');
  if (authority !== null && call.flag('no-authority'))
    throw new UsageError('mail server takes --authority or --no-authority, not both');
  const given: Readonly<Record<string, unknown>> = {
    delivery: call.text('delivery'),
    host: call.text('host'),
    port: call.number('port', 1),
    security: call.text('security'),
    user: call.text('user'),
    from: call.text('from'),
    replyTo: call.text('reply-to'),
    perMinute: call.number('per-minute', 1),
    unsubscribe: call.text('unsubscribe'),
    unsubscribeUrl: call.text('unsubscribe-url'),
    authority: authority === null ? null : read(authority),
  };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  return call.flag('no-authority') ? { ...said, authority: null } : said;
}

function merged(before: MailSettings, change: Readonly<Record<string, unknown>>): MailSettings {
  const parsed = mailSchema.safeParse({ ...before, ...change });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UsageError(`mail server, ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StandingError('file-unreadable', `The file ${file} cannot be read.`, 'Choose another file.', {
      cause,
    });
  }
}

function text(settings: MailSettings, tried: boolean): string {
  const { delivery, host, port, security, user, authority, from, perMinute } = settings;
  if (delivery === 'folder') return `E-mails from ${from} are written into a folder.`;
  if (host === '') return 'No mail server is named yet; “mail server --help” shows how.';
  return [
    `${host}:${port}, ${security}${user === '' ? ', no login' : `, as ${user}`}; from ${from}, at most ${perMinute} a minute.`,
    ...(authority === null
      ? []
      : ['Besides the well-known ones, the office trusts an authority of its own.']),
    ...(tried ? ['The server answers and lets the office in. Nothing was sent.'] : []),
  ].join('\n');
}
