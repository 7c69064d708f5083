import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { startWork } from '../../../electron/jobs/work.ts';
import { runImport } from '../../../electron/services/import/index.ts';
import type { WorkProgress } from '../../../shared/domain/job.ts';
import { desk, lines } from './temp-office.ts';

const HEADER = 'member_no,first_name,last_name,zip,phone';

/** A file of members in which rows at these positions (row 2 is the first) are bad. */
function members(count: number, bad: readonly number[] = []): string {
  const row = (i: number) =>
    `M${i},Ann ${i},Lee,${bad.includes(i + 2) ? 'x' : '60601'},"=312 555 ${1000 + i}"`;
  return lines(HEADER, ...Array.from({ length: count }, (_, i) => row(i)));
}

describe('bad rows', () => {
  it('keep everything out, and are all listed', async () => {
    const at = await desk();
    const report = await at.import('members', members(30, [5, 9]));
    expect(report).toMatchObject({
      rows: 30,
      added: 0,
      updated: 0,
      unchanged: 0,
      rejectedCount: 2,
      applied: false,
    });
    expect(report.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
      [5, 'zip', 'x'],
      [9, 'zip', 'x'],
    ]);
    expect(report.refusal).toMatchObject({
      code: 'import-rows-rejected',
      message:
        '2 of the 30 rows of members cannot be imported, so nothing was changed. The first: Row 5, zip: “x” is no ZIP code; write 12345 or 12345-6789, or fill in the country.',
    });
    expect(at.rows('SELECT (SELECT count(*) FROM member) + (SELECT count(*) FROM journal) AS n')).toEqual([
      { n: 0 },
    ]);
    expect(readdirSync(join(at.office.folder, 'jobs'))).toEqual([]);
  });

  it('are left out where that is asked for; the errors file, corrected, brings them in', async () => {
    const at = await desk();
    const errorsFile = join(at.folder, 'errors.csv');
    const report = await at.import('members', members(30, [5, 9]), { skipBadRows: true, errorsFile });
    expect(report).toMatchObject({ rows: 30, added: 28, rejectedCount: 2, applied: true, refusal: null });
    const text = readFileSync(errorsFile, 'utf8');
    expect(text.startsWith(`\ufeff${HEADER},row,error\r\n`)).toBe(true);
    expect(parse(text, { bom: true, from: 2 })).toEqual([
      ['M3', 'Ann 3', 'Lee', 'x', '=312 555 1003', '5', expect.stringMatching(/^zip: “x” is no ZIP code/)],
      ['M7', 'Ann 7', 'Lee', 'x', '=312 555 1007', '9', expect.stringMatching(/^zip: “x” is no ZIP code/)],
    ]);
    const file = at.file('corrected.csv', text.replace('Lee,x', 'Lee,60602'));
    const again = await runImport(at.office, { kind: 'members', file, skipBadRows: true, errorsFile });
    expect(again).toMatchObject({ rows: 2, added: 1, rejectedCount: 1, notices: [] });
    expect(parse(readFileSync(errorsFile, 'utf8'), { bom: true }).map((row) => row.length)).toEqual([7, 7]);
    expect(
      at.rows(
        "SELECT phone, zip FROM member JOIN postal_address ON member_id = member.id WHERE member_no = 'M3'",
      ),
    ).toEqual([{ phone: '=312 555 1003', zip: '60602' }]);
  });

  it('the errors file has the cells as they were, but no card number, and the header alone where nothing was rejected', async () => {
    const at = await desk();
    const errorsFile = join(at.folder, 'errors.csv');
    const bad = lines(
      'last_name;note;member_no;first_name',
      ' " Lee";"a;b\n""c""";M1;4111111111111111',
      'Lee;x;M2;Ann;too;many',
    );
    await at.import('members', bad, { errorsFile });
    expect(parse(readFileSync(errorsFile), { bom: true, delimiter: ';', relax_column_count: true })).toEqual([
      ['last_name', 'note', 'member_no', 'first_name', 'row', 'error'],
      [' Lee', 'a;b\n"c"', 'M1', '•••• 1111', '2', expect.stringMatching(/card number/)],
      ['Lee', 'x', 'M2', 'Ann', '3', expect.stringMatching(/6 columns/), 'too', 'many'],
    ]);
    await at.import('members', members(3), { errorsFile });
    expect(readFileSync(errorsFile, 'utf8')).toBe(`\ufeff${HEADER},row,error\r\n`);
    const over = at.import('members', members(3), { errorsFile: join(at.folder, 'members.csv') });
    await expect(over).rejects.toMatchObject({ code: 'errors-file' });
    const nowhere = at.import('members', members(3), { errorsFile: join(at.folder, 'none', 'e.csv') });
    await expect(nowhere).rejects.toMatchObject({ code: 'errors-file' });
    expect(readdirSync(join(at.office.folder, 'jobs'))).toEqual([]);
  });

  it('beyond 10,000 are counted, not listed', async () => {
    const at = await desk();
    const rows = Array.from({ length: 10_050 }, (_, i) => `M${i},,Lee,,`);
    const errorsFile = join(at.folder, 'errors.csv');
    const report = await at.import('members', lines(HEADER, ...rows), { errorsFile });
    expect(report.rejected).toHaveLength(10_000);
    expect(report.rejectedCount).toBe(10_050);
    expect(report.notices).toEqual(['10050 rows are rejected; the first 10000 are listed here.']);
    expect(readFileSync(errorsFile, 'utf8').split('\r\n')).toHaveLength(10_050 + 2);
  });
});

describe('a dry run', () => {
  it('counts and writes nothing, also with bad rows', async () => {
    const at = await desk();
    expect(await at.import('members', members(30, [5]), { dryRun: true })).toMatchObject({
      rows: 30,
      added: 29,
      rejectedCount: 1,
      applied: false,
      refusal: { code: 'import-rows-rejected' },
    });
    expect(await at.import('members', members(30, [5]), { dryRun: true, skipBadRows: true })).toMatchObject({
      added: 29,
      applied: true,
      refusal: null,
    });
    expect(at.rows('SELECT (SELECT count(*) FROM member) + (SELECT count(*) FROM journal) AS n')).toEqual([
      { n: 0 },
    ]);
  });
});

describe('cancelling', () => {
  it('while rows are checked leaves nothing', async () => {
    const at = await desk();
    const controller = new AbortController();
    const errorsFile = join(at.folder, 'errors.csv');
    const work = startWork(controller.signal, ({ done }) => {
      if (done > 5000) controller.abort();
    });
    const file = at.file('many.csv', members(20_000, [7]));
    await expect(runImport(at.office, { kind: 'members', file, errorsFile }, work)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(at.rows('SELECT (SELECT count(*) FROM member) + (SELECT count(*) FROM journal) AS n')).toEqual([
      { n: 0 },
    ]);
    expect(readdirSync(join(at.office.folder, 'jobs'))).toEqual([]);
    expect([existsSync(errorsFile), existsSync(`${errorsFile}.part`)]).toEqual([false, false]);
  });

  it('comes too late once rows are applied, and the progress has said so', async () => {
    const at = await desk();
    const controller = new AbortController();
    const told: WorkProgress[] = [];
    const work = startWork(controller.signal, (progress) => {
      told.push(progress);
      if (!progress.cancellable) controller.abort();
    });
    const report = await runImport(
      at.office,
      { kind: 'members', file: at.file('m.csv', members(2000)) },
      work,
    );
    expect(report).toMatchObject({ added: 2000, applied: true });
    expect(told.at(-1)).toEqual({ doing: 'Importing', done: 2000, total: 2000, cancellable: false });
    expect(told.map(({ cancellable }) => cancellable)).toEqual(
      told.map(({ cancellable }) => cancellable).toSorted((a, b) => Number(b) - Number(a)),
    );
  });
});

describe('beside other work', () => {
  it('a user’s write gets its turn while rows are applied', async () => {
    const at = await desk();
    let waits: Promise<number> | null = null;
    const work = startWork(new AbortController().signal, ({ cancellable }) => {
      if (cancellable || waits !== null) return;
      const from = performance.now();
      waits = at.office
        .act((write) => write.journal({ action: 'test', subject: 'office', subjectId: 'x', detail: null }))
        .then(() => performance.now() - from);
    });
    await runImport(at.office, { kind: 'members', file: at.file('m.csv', members(3000)) }, work);
    expect(await waits).toBeGreaterThan(0);
    const order = at.rows("SELECT action FROM journal WHERE action IN ('test', 'import.done')");
    expect(order).toEqual([{ action: 'test' }, { action: 'import.done' }]);
  });

  it('somebody entered by hand while the rows wait is kept, and what the file says is put over it', async () => {
    const at = await desk();
    let entered: Promise<void> | null = null;
    const work = startWork(new AbortController().signal, ({ doing }) => {
      if (doing !== 'Importing') return;
      entered ??= at.office.act((write) => {
        write.db.sqlite.exec(
          "INSERT INTO member (member_no, first_name, last_name, sort_name, email, mail_ok) VALUES ('M4999', 'By', 'Hand', 'hand by', 'by@hand.org', 0)",
        );
        write.journal({ action: 'test', subject: 'member', subjectId: 'M4999', detail: null });
      });
    });
    const report = await runImport(
      at.office,
      { kind: 'members', file: at.file('m.csv', members(6000)) },
      work,
    );
    await entered;
    expect(report).toMatchObject({ rows: 6000, added: 5999, updated: 1, rejectedCount: 0 });
    expect(
      at.rows("SELECT first_name, sort_name, email, mail_ok FROM member WHERE member_no = 'M4999'"),
    ).toEqual([{ first_name: 'Ann 4999', sort_name: 'lee ann 4999', email: 'by@hand.org', mail_ok: 0 }]);
    expect(at.rows('SELECT count(*) AS n, count(DISTINCT member_id) AS members FROM postal_address')).toEqual(
      [{ n: 6000, members: 6000 }],
    );
  });

  it('a new row that cannot be stored after all is left out, and the others of its transaction are not', async () => {
    const at = await desk();
    const work = startWork(new AbortController().signal, ({ doing, done }) => {
      if (doing === 'Importing' || done < 3000) return;
      at.office.db.sqlite.exec(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON main.member WHEN NEW.member_no = 'M77' BEGIN SELECT RAISE(ABORT, 'no room'); END",
      );
    });
    const report = await runImport(
      at.office,
      { kind: 'members', file: at.file('m.csv', members(3000)) },
      work,
    );
    expect(report).toMatchObject({ added: 2999, rejectedCount: 1 });
    expect(report.rejected).toMatchObject([{ row: 79, message: expect.stringContaining('no room') }]);
  });

  it('20,000 rows, half of them known already', async () => {
    const at = await desk();
    await at.import('members', members(10_000));
    expect(await at.import('members', members(20_000))).toMatchObject({
      rows: 20_000,
      added: 10_000,
      unchanged: 10_000,
    });
    expect(
      at.rows('SELECT count(*) AS members, (SELECT count(*) FROM member_search) AS searched FROM member'),
    ).toEqual([{ members: 20_000, searched: 20_000 }]);
  });

  it('a row that cannot be stored after all is left out, and the import goes on', async () => {
    const at = await desk();
    await at.import('members', members(5));
    const certified = lines(
      'member_no,code,certified_on,certificate_no',
      ...[0, 1, 2, 3, 4].map((i) => `M${i},MT,2020-01-01,C${i}`),
    );
    // Somebody gives the number away between the check and the applying.
    const work = startWork(new AbortController().signal, () => {
      const taken = `INSERT OR IGNORE INTO certification (member_id, code, certified_on, certificate_no) VALUES (1, 'RDA', '2020-01-01', 'C3')`;
      at.office.db.sqlite.exec(taken);
    });
    const report = await runImport(
      at.office,
      { kind: 'certifications', file: at.file('c.csv', certified) },
      work,
    );
    expect(report).toMatchObject({ rows: 5, added: 4, rejectedCount: 1, applied: true });
    expect(report.rejected).toEqual([
      {
        row: 5,
        column: 'certificate_no',
        value: '',
        message: expect.stringMatching(/belongs to the RDA of member M0/),
      },
    ]);
    expect(at.rows('SELECT added, rejected, state FROM import ORDER BY id DESC LIMIT 1')).toEqual([
      { added: 4, rejected: 1, state: 'done' },
    ]);
  });

  it('staged rows that are lost end the import with what it had', async () => {
    const at = await desk();
    at.office.db.sqlite.exec(
      `INSERT INTO import (kind, file_name, sha256, state, row_count, actor, started_at)
       VALUES ('members', 'lost.csv', '${'0'.repeat(64)}', 'applying', 3, 'Tess', '2026-11-22T12:00:00.000Z')`,
    );
    await at.import('members', members(3));
    expect(at.rows('SELECT file_name, state, added FROM import')).toEqual([
      { file_name: 'lost.csv', state: 'done', added: 0 },
      { file_name: 'members.csv', state: 'done', added: 3 },
    ]);
  });
});
