import { readFile, stat } from 'node:fs/promises';
import type { MailLogin, MailSettings } from '../../shared/domain/email.ts';
import type { Answer } from '../../shared/ipc/bridge.ts';
import type { ChannelName, InputOf } from '../../shared/ipc/contract.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import type { MainHandlers } from './handlers.ts';
import type { Shell } from './shell.ts';

export const emailMain: MainHandlers<'email.login' | 'email.keepPassword' | 'email.choose'> = {
  'email.login': async (shell) => loginOf(shell, await settingsOf(shell)),
  async 'email.keepPassword'(shell, { password }) {
    const settings = await settingsOf(shell);
    if (password !== null && !shell.logins.available)
      throw new StandingError(
        'keychain-missing',
        'This computer’s keychain cannot be used, so the password is not kept.',
        'Log in to the computer with a password of your own, and try again.',
      );
    shell.logins.keep(nameOf(settings), password);
    return loginOf(shell, settings);
  },
  async 'email.choose'(shell, { what }) {
    if (what === 'folder') {
      const path = await shell.chooseFolder('Choose a folder for the e-mails');
      return path === null ? null : { path, text: null };
    }
    const [title, kind] =
      what === 'authority'
        ? ['Choose the authority’s certificate', { name: 'Certificate', extensions: ['pem', 'crt', 'cer'] }]
        : ['Choose the mail server’s log', { name: 'Log', extensions: ['log', 'txt', 'csv'] }];
    const [path] = (await shell.chooseFiles(title, [kind], false)) ?? [];
    if (path === undefined) return null;
    return { path, text: what === 'authority' ? await readSmall(path) : null };
  },
};

/** Work that wants the mail server's password: the shell adds the one that it keeps, and no one else has it for longer. */
export async function lendPassword(shell: Shell, name: ChannelName, input: unknown): Promise<unknown> {
  if (name !== 'email.send' && name !== 'email.try' && name !== 'papers.email') return input;
  // The router parsed it with the channel's own schema.
  const asked = input as InputOf<'email.send' | 'email.try' | 'papers.email'>;
  if (asked.password !== null) return asked;
  const settings = 'settings' in asked ? asked.settings : await settingsOf(shell);
  return { ...asked, password: shell.logins.read(nameOf(settings)) };
}

/** A password is for one user at one server. */
function nameOf({ user, host, port }: MailSettings): string {
  return `${user}@${host}:${port}`;
}

function loginOf(shell: Shell, settings: MailSettings): MailLogin {
  return { available: shell.logins.available, kept: shell.logins.read(nameOf(settings)) !== null };
}

async function settingsOf(shell: Shell): Promise<MailSettings> {
  // The channel answers with the settings, as the contract declares.
  const answer = (await shell.threads.ask('email.settings', undefined)) as Answer<MailSettings>;
  if (answer.ok) return answer.value;
  throw new StandingError(answer.error.code, answer.error.message, answer.error.fix);
}

/** A certificate has some thousand bytes. */
const LARGEST = 100_000;

async function readSmall(path: string): Promise<string> {
  if ((await stat(path)).size <= LARGEST) return readFile(path, 'utf8');
  throw new StandingError(
    'file-too-large',
    `${path} is too large for a certificate.`,
    'Choose the certificate’s own file.',
  );
}
