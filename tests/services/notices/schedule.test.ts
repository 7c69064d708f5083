import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { dueSteps, monthCompleteness } from '../../../electron/services/notices/completeness.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { previewSchedule } from '../../../electron/services/notices/preview-schedule.ts';
import { officeSchedule, saveSchedule } from '../../../electron/services/notices/schedule.ts';
import type { Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import { emptyOffice, sampleOffice, TODAY } from '../../temp-office.ts';

const scalar = (office: Office, sql: string): unknown => office.db.sqlite.prepare(sql).pluck().get();
const prepare = (office: Office, step: string, month: string, again = false, asOf = TODAY) =>
  prepareRun(office, { step, month, asOf, again }, unwatchedWork());
/** The present schedule with one step changed. */
async function changed(office: Office, id: string, change: Partial<NoticeStep>) {
  const steps = await officeSchedule(office, TODAY);
  return { steps: steps.map((step) => (step.id === id ? { ...step, ...change } : step)) };
}

describe('the schedule is data', () => {
  test('the one that ships has eleven steps, with the days of CCP notices from the policy book', async () => {
    const office = await emptyOffice();
    const steps = await officeSchedule(office, TODAY);
    expect(steps.map(({ id, offsetDays }) => [id, offsetDays])).toEqual([
      ['renewal', -30],
      ['reminder', 14],
      ['past-due', 10],
      ['second-past-due', 60],
      ['final', -90],
      ['ccp-1', -365],
      ['ccp-2', -180],
      ['ccp-3', -60],
      ['lapse', 1],
      ['receipt', 0],
      ['audit', 14],
    ]);
  });

  test('a change is saved with its journal, and saving it again writes nothing', async () => {
    const office = await emptyOffice();
    const next = await changed(office, 'past-due', { offsetDays: 20, channel: 'email-first' });
    const saved = await saveSchedule(office, next, TODAY);
    expect(saved.find(({ id }) => id === 'past-due')).toMatchObject({
      offsetDays: 20,
      channel: 'email-first',
    });
    expect(await officeSchedule(office, TODAY)).toEqual(saved);
    const detail = JSON.parse(
      String(scalar(office, "SELECT detail FROM journal WHERE action = 'notices.schedule-changed'")),
    );
    expect(detail.before).toHaveLength(11);
    expect(detail.after).toEqual(saved);
    const entries = scalar(office, 'SELECT count(*) FROM journal');
    await saveSchedule(office, { steps: saved }, TODAY);
    expect(scalar(office, 'SELECT count(*) FROM journal')).toBe(entries);
  });

  test('the days of a CCP notice are set in the policy book, from today on', async () => {
    const office = await emptyOffice();
    await saveSchedule(office, await changed(office, 'ccp-2', { offsetDays: -150 }), TODAY);
    await saveSchedule(office, await changed(office, 'ccp-2', { offsetDays: -120 }), TODAY);
    const policy = await officePolicy(office);
    expect(policy.value('ccp-notice-days-before-end.2', TODAY).value).toBe(120);
    expect(policy.value('ccp-notice-days-before-end.2', '2026-11-21').value).toBe(180);
    expect((await officeSchedule(office, TODAY)).find(({ id }) => id === 'ccp-2')?.offsetDays).toBe(-120);
  });

  test.each<[string, string, Partial<NoticeStep>, RegExp]>([
    [
      'a reminder out of its month',
      'reminder',
      { offsetDays: 31 },
      /“reminder” does not lie in the anniversary month/,
    ],
    [
      'a past-due notice before the due date',
      'past-due',
      { offsetDays: 0 },
      /comes before its fee is past due/,
    ],
    ['a final notice after the lapse', 'final', { offsetDays: 3 }, /does not come before the lapse/],
    ['an anchor of another kind', 'lapse', { anchor: 'due-date' }, /its kind can only from “lapse”/],
    ['a letter of another kind', 'ccp-1', { letter: 'lapse' }, /no letter of its kind/],
    ['a policy value of something else', 'ccp-1', { offsetPolicy: 'cycle-years' }, /no policy value for it/],
    ['an id twice', 'reminder', { id: 'renewal' }, /“renewal” is there twice/],
    ['an id that is none', 'reminder', { id: 'The Reminder' }, /is no id like/],
    ['a card number as title', 'reminder', { title: '4111 1111 1111 1111' }, /no card number/],
    ['days beyond reason', 'final', { offsetDays: -4000 }, /offsetDays/],
  ])('refused: %s', async (_, id, change, sentence) => {
    const office = await emptyOffice();
    const before = scalar(office, 'SELECT count(*) FROM journal');
    await expect(saveSchedule(office, await changed(office, id, change), TODAY)).rejects.toThrow(sentence);
    expect(scalar(office, 'SELECT count(*) FROM journal')).toBe(before);
  });

  test('a step that has runs cannot come to mean another kind of notice', async () => {
    const office = await sampleOffice(200);
    await prepare(office, 'second-past-due', '2026-08');
    const change = { kind: 'lapse', anchor: 'lapse', offsetDays: 9, letter: 'lapse' } as const;
    await expect(
      saveSchedule(office, await changed(office, 'second-past-due', change), TODAY),
    ).rejects.toThrow(/needs another name/);
  });
});

describe('before it is saved, a change shows who would get what', () => {
  const preview = async (office: Office, json: unknown, month: string | null = null) =>
    previewSchedule(office, { json, month, asOf: TODAY }, unwatchedWork());

  test('nothing where nothing changes', async () => {
    const office = await sampleOffice(150);
    expect((await preview(office, { steps: await officeSchedule(office, TODAY) })).steps).toEqual([]);
  });

  test('a step taken out is lost to everyone who would get it; one put in is gained by as many', async () => {
    const office = await sampleOffice(300);
    const steps = await officeSchedule(office, TODAY);
    const journal = scalar(office, 'SELECT count(*) FROM journal');
    const without = { steps: steps.filter(({ id }) => id !== 'second-past-due') };
    const [lost] = (await preview(office, without)).steps;
    expect(lost).toMatchObject({ step: 'second-past-due', gained: 0, after: { notices: 0 } });
    expect(lost?.lost).toBe(lost?.before.notices);
    expect(lost?.lost).toBeGreaterThan(5);
    expect(scalar(office, 'SELECT count(*) FROM journal')).toBe(journal);
    await saveSchedule(office, without, TODAY);
    const [gained] = (await preview(office, { steps })).steps;
    expect(gained).toMatchObject({ step: 'second-past-due', gained: lost?.lost, lost: 0 });
  });

  test('another day moves it, another channel sends it another way', async () => {
    const office = await sampleOffice(300);
    const later = await changed(office, 'reminder', { offsetDays: 20 });
    const [moved] = (await preview(office, later, '2026-12')).steps;
    expect(moved).toMatchObject({ gained: 0, lost: 0, otherWay: 0 });
    expect(moved?.moved).toBe(moved?.after.notices);
    expect(moved?.moved).toBeGreaterThan(3);
    for (const change of moved?.changes ?? [])
      expect([change.before?.day, change.after?.day]).toEqual(['2026-12-15', '2026-12-21']);
    const [printed] = (
      await preview(office, await changed(office, 'reminder', { channel: 'print-only' }), '2026-12')
    ).steps;
    expect(printed?.after.email).toBe(0);
    expect(printed?.otherWay).toBeGreaterThan(0);
  });

  test('the days of CCP notices say which policy value they set', async () => {
    const office = await sampleOffice(100);
    const { policyValues } = await preview(office, await changed(office, 'ccp-1', { offsetDays: -300 }));
    expect(policyValues).toEqual([{ name: 'ccp-notice-days-before-end.1', before: 365, after: 300 }]);
  });
});

describe('a run of any step', () => {
  test('is refused before its day, and once it is overtaken, in a sentence that names the day', async () => {
    const office = await emptyOffice();
    await expect(prepare(office, 'reminder', '2026-12')).rejects.toThrow(/is due on 15 December 2026/);
    await expect(prepare(office, 'reminder', '2026-10')).rejects.toThrow(/was to go out by 31 October 2026/);
    await expect(prepare(office, 'ccp-3', '2026-10')).rejects.toThrow(
      /before the month’s end, 31 October 2026/,
    );
    await expect(prepare(office, 'birthday', '2026-10')).rejects.toThrow(/no step “birthday”/);
  });

  test('asks only for what is open after part payments, and only those who have not paid', async () => {
    const office = await sampleOffice(400);
    const run = await prepare(office, 'past-due', '2026-10');
    expect(run).toMatchObject({ run: '2026-10-A', kind: 'past-due', step: 'past-due' });
    expect(run.selected).toBeGreaterThan(2);
    const wrong = scalar(
      office,
      `SELECT count(*) FROM run_piece p, json_each(p.content, '$.lines') l JOIN certification c ON c.member_id = p.member_id AND c.code = l.value ->> 'code'
         LEFT JOIN annual_fee f ON f.certification_id = c.id AND f.year_start = l.value ->> 'yearStart' AND f.voided_on IS NULL
       WHERE (l.value ->> 'amountCents') IS NOT (f.amount_cents - f.paid_cents) OR f.waived OR substr(f.year_start, 1, 7) <> '2026-10'`,
    );
    expect(wrong).toBe(0);
  });

  test('runs of all steps of a month share one row of letters', async () => {
    const office = await sampleOffice(250);
    expect((await prepare(office, 'renewal', '2026-10')).run).toBe('2026-10-A');
    expect((await prepare(office, 'past-due', '2026-10')).run).toBe('2026-10-B');
    expect((await prepare(office, 'renewal', '2026-10')).run).toBe('2026-10-A');
    expect((await prepare(office, 'past-due', '2026-10', true)).run).toBe('2026-10-C');
  });

  test('what bounced or came back goes again, by paper where e-mail does not arrive; what arrived does not', async () => {
    const office = await sampleOffice(400);
    const first = await prepare(office, 'reminder', '2026-11');
    expect(first.toEmail).toBeGreaterThan(4);
    const bounced = office.db.sqlite
      .prepare<[string], { position: number; member: number }>(
        `SELECT p.position, p.member_id AS member FROM run_piece p JOIN member m ON m.id = p.member_id
         WHERE p.run_id = ? AND p.channel = 'email' AND m.mail_ok = 1 LIMIT 2`,
      )
      .all(first.run);
    expect(bounced).toHaveLength(2);
    await office.act((write) => {
      for (const { position, member } of bounced) {
        write.db.sqlite
          .prepare(
            "UPDATE notice_given SET failed = 'bounced', failed_on = '2026-11-22' WHERE run_id = ? AND position = ?",
          )
          .run(first.run, position);
        write.db.sqlite
          .prepare("UPDATE member SET email_bad_reason = 'unknown user' WHERE id = ?")
          .run(member);
      }
      write.journal({ action: 'test.bounced', subject: 'office', subjectId: 'test', detail: null });
    });
    const second = await prepare(office, 'reminder', '2026-11', true);
    const again = office.db.sqlite
      .prepare<[string], { member: number; channel: string }>(
        "SELECT member_id AS member, channel FROM run_piece WHERE run_id = ? AND channel <> 'held'",
      )
      .all(second.run);
    expect(again.map(({ member }) => member).sort()).toEqual(bounced.map(({ member }) => member).sort());
    for (const { channel } of again) expect(channel).toBe('print');
    const third = await prepare(office, 'reminder', '2026-11', true);
    expect([third.toPrint, third.toEmail]).toEqual([0, 0]);
  });

  test('is due until it is prepared, and complete once all of it is out', async () => {
    const office = await sampleOffice(250);
    const waits = async () =>
      (await dueSteps(office, TODAY, unwatchedWork())).find(
        ({ step, month }) => step === 'lapse' && month === '2026-10',
      );
    expect((await waits())?.certifications).toBeGreaterThan(0);
    const { run } = await prepare(office, 'lapse', '2026-10');
    expect(await waits()).toBeUndefined();
    const lapse = async () =>
      (await monthCompleteness(office, '2026-10', TODAY, unwatchedWork())).steps.find(
        ({ step }) => step === 'lapse',
      );
    const before = await lapse();
    expect(before?.missing.length).toBeGreaterThan(0);
    for (const { why } of before?.missing ?? [])
      expect(['not-printed', 'not-emailed', 'held']).toContain(why);
    await office.act((write) => {
      const set = (sql: string) => write.db.sqlite.prepare(sql).run(run);
      set("UPDATE run SET printed_on = '2026-11-22', mailed_on = '2026-11-22' WHERE id = ?");
      set(
        `INSERT INTO email_message (run_id, position, member_id, address, message_id, state, recorded_at)
         SELECT run_id, position, member_id, 'x@example.org', run_id || position, 'sent', '2026-11-22T12:00:00Z' FROM run_piece WHERE run_id = ? AND channel = 'email'`,
      );
      write.journal({ action: 'test.sent', subject: 'run', subjectId: run, detail: null });
    });
    const after = await lapse();
    expect(after?.missing.every(({ why }) => why === 'held')).toBe(true);
    expect(after?.had).toBe((after?.should ?? 0) - (after?.missing.length ?? 0));
  });
});
