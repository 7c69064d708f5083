import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { verifyOffice } from '../../electron/services/backup/verify.ts';
import { resolveFromLog } from '../../electron/services/email/resolve.ts';
import { emailRun } from '../../electron/services/email/runs.ts';
import { type MailServer, startServer } from '../mail/start-server.ts';
import { emailOffice, kept } from '../services/email/email-office.ts';
import { openForCrash } from './child.ts';
import { EMAIL_RUN, sendAll } from './email-child.ts';

// The sending of a run killed (SIGKILL) at any moment: after it was resumed, and what nobody knew was settled by the server's log, the
// server has taken exactly one message for every address.

const KILLS = 20;
const CHILD = join(import.meta.dirname, 'email-child.ts');

let root = '';
let server: MailServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'standing-email-crash-'));
  // Slow enough to be hit while it takes a message in.
  server = await startServer(root, { delay: 8 });
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

async function startingOffice(): Promise<{ folder: string; messages: number }> {
  const { office, run } = await emailOffice(750, server.port);
  await office.close();
  const folder = join(root, 'start');
  cpSync(office.folder, folder, { recursive: true });
  expect(run.run).toBe(EMAIL_RUN);
  return { folder, messages: run.toEmail };
}

test(`killed at ${KILLS} moments, each of a run of its own`, { timeout: 600_000 }, async () => {
  const start = await startingOffice();
  expect(start.messages).toBeGreaterThan(40);
  const whole = copyOf(start.folder, 'whole');
  const { duration } = await runChild(whole, null);
  let killedInside = 0;
  let cutOff = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const folder = copyOf(start.folder, String(kill));
    const before = server.taken().length;
    const ended = await runChild(folder, moment(kill) * duration);
    if (ended.started && !ended.done) killedInside += 1;
    cutOff += await finish(folder, start.messages, server.taken().slice(before).length);
    expectOnceEach(server.taken().slice(before), start.messages);
    rmSync(folder, { recursive: true });
  }
  expect(killedInside, 'some of the kills must have hit the sending itself').toBeGreaterThan(KILLS / 2);
  expect(cutOff, 'some of them while a message was handed over').toBeGreaterThan(0);
});

test(`one run killed ${KILLS} times, one after the other`, { timeout: 600_000 }, async () => {
  const start = await startingOffice();
  const folder = copyOf(start.folder, 'again');
  const before = server.taken().length;
  for (let kill = 0; kill < KILLS; kill++) await runChild(folder, 200 + moment(kill) * 400);
  const taken = server.taken().slice(before).length;
  expect(taken).toBeGreaterThan(0);
  await finish(folder, start.messages, taken);
  expectOnceEach(server.taken().slice(before), start.messages);
});

/** Resumes, settles what is unknown by the server's log, and sends what is left. @returns how many were unknown */
async function finish(folder: string, messages: number, taken: number): Promise<number> {
  const office = await openForCrash(folder);
  try {
    const settled = await resolveFromLog(office, { run: EMAIL_RUN, file: server.log }, unwatchedWork());
    const { states } = await emailRun(office, EMAIL_RUN);
    expect(states.sent, 'what is on record as sent is what the server took').toBe(taken);
    await sendAll(office);
    expect((await emailRun(office, EMAIL_RUN)).states).toMatchObject({
      sent: messages,
      unknown: 0,
      recorded: 0,
    });
    expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
    expect(new Set(kept(office, EMAIL_RUN).map(({ message_id }) => message_id)).size).toBe(messages);
    return settled.unknown;
  } finally {
    await office.close();
  }
}

function expectOnceEach(taken: readonly { readonly address: string }[], messages: number): void {
  expect(taken).toHaveLength(messages);
  expect(new Set(taken.map(({ address }) => address)).size).toBe(messages);
}

function copyOf(folder: string, name: string): string {
  const copy = join(root, name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

interface ChildRun {
  readonly started: boolean;
  readonly done: boolean;
  /** ms from its beginning until it ended. */
  readonly duration: number;
}

/** Sends in a process of its own; kills it so many ms after it has begun, unless null. */
function runChild(folder: string, killAfter: number | null): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let timer: NodeJS.Timeout | null = null;
    let started = 0;
    let done = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      if (text.includes('started')) {
        started = performance.now();
        if (killAfter !== null) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
      }
      if (text.includes('done')) done = performance.now();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (timer !== null) clearTimeout(timer);
      if (killAfter === null && code !== 0) reject(new Error(`The sending ended with ${code}.`));
      resolve({ started: started > 0, done: done > 0, duration: done - started });
    });
  });
}

/** Moments spread over the whole sending, each somewhere in its twentieth; the same in every run. */
function moment(kill: number): number {
  const jitter = Math.abs(Math.sin(kill * 12.9898) * 43758.5453) % 1;
  return (kill + jitter) / KILLS;
}
