import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Delivery, openSmtp, type SmtpSession } from '../../electron/mail/smtp.ts';
import type { MailSettings } from '../../shared/domain/email.ts';
import type { ServerSetup } from './server.ts';
import { LOGIN, type MailServer, settingsFor, startServer } from './start-server.ts';

// The client alone, against a real server in a process of its own.

let root = '';
let server: MailServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'standing-smtp-'));
  server = await startServer(root);
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const never = new AbortController().signal;

async function session(
  change: Partial<MailSettings> = {},
  signal = never,
  silence = 20_000,
): Promise<SmtpSession> {
  const opened = await openSmtp(settingsFor(server.port, change), LOGIN.password, signal, silence);
  onTestFinished(() => opened.close());
  return opened;
}

let sent = 0;
function message(address: string): Buffer {
  sent += 1;
  return Buffer.from(
    `From: office@standing.example\r\nTo: ${address}\r\nMessage-ID: <m${sent}@x.example>\r\n\r\n.dot\r\n`,
  );
}

const takenBy = (address: string) => server.taken().filter((taken) => taken.address === address).length;

async function deliver(
  open: SmtpSession,
  address: string,
  handOver: () => Promise<void> = async () => undefined,
): Promise<Delivery> {
  return open.deliver(address, message(address), handOver);
}

test('one connection takes one message after the other, whatever happens to the one before', async () => {
  const open = await session();
  const kinds: string[] = [];
  for (const address of [
    'a@x.example',
    'refused.b@x.example',
    'grey.c@x.example',
    'grey.c@x.example',
    'spam.d@x.example',
    'full.e@x.example',
    'full.e@x.example',
    'f@x.example',
  ]) {
    kinds.push((await deliver(open, address)).kind);
  }
  expect(kinds).toEqual([
    'accepted',
    'refused',
    'later',
    'accepted',
    'refused',
    'later',
    'accepted',
    'accepted',
  ]);
  expect(open.alive).toBe(true);
  expect(takenBy('a@x.example') + takenBy('grey.c@x.example') + takenBy('full.e@x.example')).toBe(3);
  expect(takenBy('refused.b@x.example') + takenBy('spam.d@x.example')).toBe(0);
  expect(server.taken().find(({ address }) => address === 'a@x.example')?.text).toMatch(/\r\n\r\n\.dot\r\n$/);
});

test('a refused recipient is told from a refused message', async () => {
  const open = await session();
  expect(await deliver(open, 'refused.g@x.example')).toMatchObject({
    by: 'recipient',
    answer: '550 5.1.1 No such user here',
  });
  expect(await deliver(open, 'spam.g@x.example')).toMatchObject({ kind: 'refused', by: 'message' });
  expect(await deliver(open, 'not an address')).toMatchObject({ kind: 'refused' });
});

test('the end of a message is sent only when its record is made', async () => {
  const open = await session();
  let recorded = false;
  const delivery = deliver(open, 'held@x.example', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(takenBy('held@x.example')).toBe(0);
    recorded = true;
  });
  expect((await delivery).kind).toBe('accepted');
  expect(recorded).toBe(true);
});

test('a record that cannot be made keeps the message from the server', async () => {
  const open = await session();
  await expect(
    deliver(open, 'unrecorded@x.example', () => Promise.reject(new Error('disk full'))),
  ).rejects.toThrow('disk full');
  expect(open.alive).toBe(false);
  expect(takenBy('unrecorded@x.example')).toBe(0);
});

test('cut in the middle of a message: not sent, if that is known in time', async () => {
  const open = await session();
  const delivery = await deliver(
    open,
    'cut-data.h@x.example',
    () => new Promise((resolve) => setTimeout(resolve, 300)),
  );
  expect(delivery.kind).toBe('not-sent');
  expect(open.alive).toBe(false);
  expect(takenBy('cut-data.h@x.example')).toBe(0);
});

test('cut after the end of a message, before the answer: unknown', async () => {
  const open = await session();
  expect((await deliver(open, 'cut-after.i@x.example')).kind).toBe('unknown');
  expect(takenBy('cut-after.i@x.example')).toBe(1);
});

test('a server that falls silent after the end of a message: unknown', async () => {
  const open = await session({}, never, 700);
  expect((await deliver(open, 'mute.j@x.example')).kind).toBe('unknown');
});

test('a slow server is waited for', async () => {
  const open = await session();
  expect((await deliver(open, 'slow.k@x.example')).kind).toBe('accepted');
});

test.each([
  ['before the end of the message', 'cancel.l@x.example', 300, 'not-sent'],
  ['while an answer is waited for', 'mute.m@x.example', 0, 'unknown'],
])('a cancel %s is settled at once', async (_when, address, handOverTakes, kind) => {
  const controller = new AbortController();
  const open = await session({}, controller.signal);
  let cancelledAt = 0;
  const cancel = () => {
    cancelledAt = performance.now();
    controller.abort();
  };
  const delivery = await deliver(open, address, async () => {
    if (handOverTakes > 0) setTimeout(cancel, handOverTakes - 10);
    else setTimeout(cancel, 100);
    await new Promise((resolve) => setTimeout(resolve, handOverTakes));
  });
  expect(delivery.kind).toBe(kind);
  expect(performance.now() - cancelledAt).toBeLessThan(5000);
});

describe('who is not let in, or does not go in', () => {
  async function failure(
    setup: Partial<ServerSetup>,
    change: Partial<MailSettings> = {},
    password = LOGIN.password,
  ) {
    const folder = mkdtempSync(join(root, 'other-'));
    const other = await startServer(folder, setup);
    onTestFinished(() => other.stop());
    const settings = settingsFor(other.port, change);
    const opened = await openSmtp(settings, password, never).catch((error: unknown) => error);
    expect(other.taken()).toEqual([]);
    if (!(opened instanceof Error)) (opened as SmtpSession).close();
    return opened;
  }

  test.each<readonly [string, Partial<ServerSetup>, Partial<MailSettings>, string, RegExp]>([
    [
      'a certificate for another name',
      { certificate: 'elsewhere' },
      {},
      'mail-certificate-mismatch',
      /not for localhost but for mail\.elsewhere\.example/,
    ],
    [
      'the same over TLS',
      { certificate: 'elsewhere', security: 'tls' },
      { security: 'tls' },
      'mail-certificate-mismatch',
      /not for localhost/,
    ],
    [
      'a certificate of an unknown authority',
      {},
      { authority: null },
      'mail-certificate-untrusted',
      /authority that this computer does not know/,
    ],
    [
      'no STARTTLS though it is asked for',
      { security: 'none', login: null },
      { user: '' },
      'mail-not-private',
      /no private connection/,
    ],
    [
      'TLS from the start where the server waits for STARTTLS',
      {},
      { security: 'tls' },
      'mail-',
      /mail server/,
    ],
  ])('%s', async (_what, setup, change, code, words) => {
    const error = await failure(setup, change);
    expect(error).toMatchObject({
      code: expect.stringContaining(code),
      message: expect.stringMatching(words),
    });
  });

  test('a wrong password, and none', async () => {
    expect(await failure({}, {}, 'wrong')).toMatchObject({ code: 'mail-login-refused' });
    expect(await failure({}, {}, '')).toMatchObject({ code: 'mail-password-missing' });
  });

  test('a server that is down', async () => {
    const folder = mkdtempSync(join(root, 'down-'));
    const other = await startServer(folder);
    await other.stop();
    await expect(openSmtp(settingsFor(other.port), LOGIN.password, never)).rejects.toMatchObject({
      code: 'mail-server-unreachable',
      message: expect.stringContaining(`localhost:${other.port}`),
    });
  });

  test('a sender that the server does not know', async () => {
    const open = await session({ from: 'stranger@x.example' });
    await expect(deliver(open, 'a@x.example')).rejects.toMatchObject({ code: 'mail-sender-refused' });
  });
});

test.each(['tls', 'starttls', 'none'] as const)('security %s', async (security) => {
  const folder = mkdtempSync(join(root, `${security}-`));
  const other = await startServer(folder, { security, login: security === 'none' ? null : LOGIN });
  onTestFinished(() => other.stop());
  const settings = settingsFor(other.port, {
    security,
    host: '127.0.0.1',
    user: security === 'none' ? '' : LOGIN.user,
  });
  const open = await openSmtp(settings, LOGIN.password, never);
  expect((await open.deliver('n@x.example', message('n@x.example'), async () => undefined)).kind).toBe(
    'accepted',
  );
  open.close();
  expect(other.taken()).toHaveLength(1);
});
