import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { makeProfile, removeProfile } from './chromium/profile.ts';
import { FIXTURE, launchFixture, SOON, STANDIN, temporaryFolder } from './fixture-app.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Processes that run on the profile of the stand-in of that number. */
function leftProcesses(pid: number): string[] {
  const list = execFileSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' });
  return list.split('\n').filter((line) => line.includes(`standing-standin-${pid}-`));
}

function leftProfiles(pid: number): string[] {
  return readdirSync(os.tmpdir()).filter((name) => name.startsWith(`standing-standin-${pid}-`));
}

/** Starts the fixture without Playwright, and waits until its window has loaded. */
async function startAlone(userData: string): Promise<ReturnType<typeof spawn>> {
  const child = spawn(STANDIN, [FIXTURE, `--user-data-dir=${userData}`], { stdio: 'ignore' });
  await expect.poll(() => leftProcesses(child.pid ?? 0).length, SOON).toBeGreaterThan(2);
  return child;
}

describe('an app that ends', () => {
  it('leaves no process and no profile when it is closed', async () => {
    const { app } = await launchFixture(path.join(folder, 'closed'));
    const pid = app.process().pid ?? 0;
    expect(leftProcesses(pid).length).toBeGreaterThan(0);
    expect(leftProfiles(pid)).toHaveLength(1);
    await app.close();
    await expect.poll(() => leftProcesses(pid), SOON).toEqual([]);
    expect(leftProfiles(pid)).toEqual([]);
  });

  it('ends when its last window is closed', async () => {
    const { app, page } = await launchFixture(path.join(folder, 'window'));
    const ended = once(app.process(), 'exit');
    await page.close();
    expect(await ended).toEqual([0, null]);
  });

  it('ends in order on SIGTERM', async () => {
    const child = await startAlone(path.join(folder, 'term'));
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    const pid = child.pid ?? 0;
    await expect.poll(() => leftProcesses(pid), SOON).toEqual([]);
    expect(leftProfiles(pid)).toEqual([]);
  });

  it('takes Chromium with it when it is killed; the next start sweeps its profile', async () => {
    const child = await startAlone(path.join(folder, 'kill'));
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const pid = child.pid ?? 0;
    await expect.poll(() => leftProcesses(pid), SOON).toEqual([]);
    expect(leftProfiles(pid)).toHaveLength(1);
    removeProfile(makeProfile());
    expect(leftProfiles(pid)).toEqual([]);
  });
});

describe('a second instance', () => {
  it('is refused, and the first hears of it', async () => {
    const userData = path.join(folder, 'twice');
    const { app } = await launchFixture(userData);
    const second = spawnSync(STANDIN, [FIXTURE, `--user-data-dir=${userData}`, '--month=2026-11'], {
      encoding: 'utf8',
    });
    expect([second.stdout, second.stderr, second.status]).toEqual(['refused\n', '', 3]);
    await expect
      .poll(
        () => app.evaluate(() => (globalThis as unknown as { seen: { secondInstance: string[] } }).seen),
        SOON,
      )
      .toMatchObject({ secondInstance: expect.arrayContaining(['--month=2026-11']) });
    await app.close();
    const third = await launchFixture(userData);
    await third.app.close();
  });
});

describe('a start that cannot be', () => {
  it.each([
    ['no app', [], /needs the app to start/],
    ['an app that is not there', ['/nowhere/main.js'], /Cannot find the app's main file/],
  ])('says so: %s', (_name, words, sentence) => {
    const { status, stderr } = spawnSync(STANDIN, words, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
  });
});
