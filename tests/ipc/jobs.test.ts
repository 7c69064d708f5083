import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OfficeState } from '../../shared/domain/office.ts';
import type { PrintReport, RunSummary } from '../../shared/domain/renewals.ts';
import { openDesk, type TestDesk, valued } from './desk.ts';

describe('long work on a sample office', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = openDesk();
    await desk.finish('office.createSample', { folder: null, members: 1500 });
  });
  afterAll(() => desk.close());

  test('ended with the state of the new office, after the reader saw it too', async () => {
    const done = desk.told.jobs.find(({ kind }) => kind === 'done');
    // The event of createSample carries its channel's result.
    const state = (done?.kind === 'done' ? done.result : null) as OfficeState;
    expect(state.office).toMatchObject({ members: 1500, sample: true, folder: join(desk.folder, 'sample') });
    expect(valued(await desk.ask('office.state', undefined))).toEqual(state);
    expect(desk.told.jobs.some(({ kind }) => kind === 'progress')).toBe(true);
  });

  test('lets the person work: actions are answered while it runs, within 100 ms', async () => {
    const profile = valued(await desk.ask('office.profile', undefined));
    const save = async (phone: string) => {
      const began = performance.now();
      valued(await desk.ask('office.saveProfile', { ...profile, phone }));
      return performance.now() - began;
    };
    const alone: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) alone.push(await save(`alone ${turn}`));
    await desk.ask('sweep.run', { dryRun: false });
    await desk.ask('renewals.prepare', { month: '2027-01', again: false });
    const { job } = valued(await desk.ask('sweep.run', { dryRun: true }));
    const during: number[] = [];
    while (!ended(desk, job)) during.push(await save(`during ${during.length}`));
    expect(await desk.lastEvent(job)).toMatchObject({ kind: 'done' });
    expect(during.length).toBeGreaterThan(3);
    // Beside what the same action takes alone, so that a busy machine decides nothing.
    expect(median(during) - median(alone)).toBeLessThan(100);
  });

  test('waits for other work, and both end', async () => {
    const first = valued(await desk.ask('backup.verify', undefined));
    const second = valued(await desk.ask('sweep.run', { dryRun: true }));
    expect(await desk.lastEvent(first.job)).toMatchObject({ kind: 'done', result: { ok: true } });
    expect(await desk.lastEvent(second.job)).toMatchObject({ kind: 'done' });
  });

  test('prints a month’s notices, and the PDF is saved where the person chose', async () => {
    const prepared = await desk.finish('renewals.prepare', { month: '2026-12', again: false });
    expect(prepared).toMatchObject({ kind: 'done' });
    const { run, toPrint } = (prepared.kind === 'done' ? prepared.result : null) as RunSummary;
    const none = await desk.ask('renewals.savePdf', { run, from: null, to: null });
    expect(none).toMatchObject({ ok: false, error: { code: 'not-printed' } });
    const printed = await desk.finish('renewals.print', { run, from: null, to: null });
    expect(printed).toMatchObject({ kind: 'done', result: { run, sheets: toPrint } });
    const { file } = (printed.kind === 'done' ? printed.result : null) as PrintReport;
    expect(file).toBe(join(desk.folder, 'sample', 'runs', run, `${run}.pdf`));
    expect(valued(await desk.ask('renewals.savePdf', { run, from: null, to: null }))).toBeNull();
    desk.choose(join(desk.folder, 'saved.pdf'));
    valued(await desk.ask('renewals.savePdf', { run, from: null, to: null }));
    expect(readFileSync(join(desk.folder, 'saved.pdf')).equals(readFileSync(file))).toBe(true);
    expect(await desk.finish('renewals.print', { run, from: 2, to: 3 })).toMatchObject({
      result: { sheets: 2, file: join(desk.folder, 'sample', 'runs', run, `${run}-2-3.pdf`) },
    });
    expect(
      valued(await desk.ask('renewals.markMailed', { run, on: '2026-11-22', count: null })).mailedOn,
    ).toBe('2026-11-22');
    expect(valued(await desk.ask('renewals.unmarkMailed', { run })).mailedOn).toBeNull();
  });

  test('imports a file, and saves the rejected rows and a list where the person chose', async () => {
    const file = join(desk.folder, 'members.csv');
    writeFileSync(file, 'member_no,first_name,last_name,zip\nA-1,Ada,Brown,62701\nA-2,,Brown,62701\n');
    const inspection = valued(await desk.ask('import.inspect', { file, kind: null }));
    expect(inspection).toMatchObject({ kind: 'members', missing: [] });
    const request = { file, kind: 'members', dryRun: false, skipBadRows: true } as const;
    const imported = await desk.finish('import.start', request);
    expect(imported).toMatchObject({ kind: 'done', result: { rows: 2, added: 1, rejectedCount: 1 } });
    desk.choose(join(desk.folder, 'rejected.csv'));
    valued(await desk.ask('import.saveErrors', { job: imported.job }));
    expect(readFileSync(join(desk.folder, 'rejected.csv'), 'utf8')).toContain('A-2');
    expect(await desk.ask('import.saveErrors', { job: '../../office' })).toMatchObject({
      error: { code: 'unknown-job' },
    });
    desk.choose(join(desk.folder, 'list.csv'));
    const list = { filter: { text: 'A-1' }, sort: { by: 'name', descending: false } } as const;
    expect(valued(await desk.ask('members.export', { ...list, columns: ['memberNo', 'name'] }))).toEqual({
      file: join(desk.folder, 'list.csv'),
      rows: 1,
    });
    expect(readFileSync(join(desk.folder, 'list.csv'), 'utf8')).toContain('A-1');
    desk.choose(null);
    expect(valued(await desk.ask('members.export', { ...list, columns: ['name'] }))).toBeNull();
    const found = valued(await desk.ask('members.query', { ...list, offset: 0, limit: 10 }));
    expect(found.rows.map(({ memberNo }) => memberNo)).toEqual(['A-1']);
  });

  test('a backup is restored into a new folder and opened; into the open office it is refused', async () => {
    const backup = join(desk.folder, 'ours.backup');
    expect(await desk.finish('backup.create', { file: backup })).toMatchObject({ kind: 'done' });
    const intoOpen = await desk.finish('backup.restore', {
      file: backup,
      folder: join(desk.folder, 'sample'),
    });
    expect(intoOpen).toMatchObject({ kind: 'failed', error: { code: 'restore-into-open' } });
    const restored = join(desk.folder, 'restored');
    expect(await desk.finish('backup.restore', { file: backup, folder: restored })).toMatchObject({
      kind: 'done',
      result: { office: { folder: restored, members: 1501 } },
    });
    expect(desk.threads.folder).toBe(restored);
  });
});

describe('work that does not reach its end', () => {
  let desk: TestDesk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.close());

  test('it keeps other offices from being opened, is cancelled at its next breath, and leaves no folder', async () => {
    // Half a minute of work at least: no machine has ended it before it is cancelled.
    const { job } = valued(await desk.ask('office.createSample', { folder: null, members: 50_000 }));
    while (!desk.told.jobs.some(({ kind }) => kind === 'progress')) await pause();
    const elsewhere = await desk.ask('office.createEmpty', { folder: join(desk.folder, 'elsewhere') });
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'job-running' } });
    valued(await desk.ask('jobs.cancel', { job }));
    expect(await desk.lastEvent(job)).toMatchObject({ kind: 'failed', error: { code: 'cancelled' } });
    expect(valued(await desk.ask('jobs.cancel', { job: 'long over' }))).toBeNull();
    expect(existsSync(join(desk.folder, 'sample'))).toBe(false);
    expect(valued(await desk.ask('office.state', undefined)).office).toBeNull();
  });

  test('leaving cancels what runs and lets go of the office', async () => {
    await desk.finish('office.createSample', { folder: null, members: 300 });
    valued(await desk.ask('sweep.run', { dryRun: true }));
    expect(desk.threads.jobs).toBe(1);
    await desk.threads.stop();
    expect(existsSync(join(desk.folder, 'sample', 'office.lock.json'))).toBe(false);
    expect(existsSync(join(desk.folder, 'sample', 'office.db-wal'))).toBe(false);
    expect(await desk.ask('office.state', undefined)).toMatchObject({ error: { code: 'thread-stopped' } });
  });
});

function ended(desk: TestDesk, job: string): boolean {
  return desk.told.jobs.some((event) => event.job === job && event.kind !== 'progress');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}
