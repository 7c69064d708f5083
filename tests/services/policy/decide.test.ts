import { expect, test } from 'vitest';
import { checkJournal } from '../../../electron/db/verify.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import type { Office } from '../../../electron/services/office.ts';
import { decidePolicy } from '../../../electron/services/policy/decide.ts';
import { policyTrail, policyValueView } from '../../../electron/services/policy/view.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { explain } from '../../../electron/services/standing.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import type { PolicyChange } from '../../../shared/domain/policy-decisions.ts';
import { emptyOffice, sampleOffice, TODAY } from '../../temp-office.ts';

const said = { reason: 'New table', reference: 'Minutes of 12 November 2026', approvedBy: null } as const;
const fee = (value: number, from: string): PolicyChange => ({
  kind: 'set',
  name: 'annual-fee.RMA',
  value,
  from,
  ...said,
});

/** The tests act as “Test”, whom the office names as its manager. */
async function managed(office: Office): Promise<Office> {
  await saveManagers(office, ['Test', 'Maya']);
  return office;
}
const decide = (office: Office, change: PolicyChange) => decidePolicy(office, change, TODAY, unwatchedWork());
const rows = (office: Office) => office.db.sqlite.prepare('SELECT * FROM policy_decision ORDER BY id').all();

test('a value is changed from a day on; what was decided before is neither changed nor forgotten', async () => {
  const office = await managed(await emptyOffice());
  const { decision, text } = await decide(office, fee(60_00, '2027-01-01'));
  expect(text).toBe('annual-fee.RMA is $60.00 from 1 January 2027 on.');
  expect(decision).toMatchObject({
    decision: 1,
    actor: 'Test',
    approvedBy: 'Test',
    at: `${TODAY}T12:00:00.000Z`,
  });
  const first = rows(office)[0];
  await decide(office, { ...fee(55_00, '2027-01-01'), approvedBy: 'Maya' });
  expect(rows(office)[0]).toEqual(first);
  const policy = await officePolicy(office);
  const on = (day: string) => policy.value('annual-fee.RMA', day).value;
  expect([on('2019-05-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([50_00, 50_00, 55_00]);
  expect(await policyTrail(office, TODAY)).toMatchObject([
    { decision: 2, state: 'to-come', replacedBy: null, approvedBy: 'Maya', actor: 'Test' },
    { decision: 1, state: 'replaced', replacedBy: 2, value: 60_00 },
  ]);
  expect(checkJournal(office.db.sqlite).brokenAt).toBeNull();
  expect(
    office.db.sqlite.prepare("SELECT action, subject_id, detail FROM journal WHERE subject = 'policy'").all(),
  ).toMatchObject([
    { action: 'policy.set', subject_id: 'annual-fee.RMA', detail: expect.stringContaining('"before":5000') },
    { action: 'policy.set', detail: expect.stringContaining('"before":6000') },
  ]);
});

test('a withdrawal is one more entry; without the decision, what held before holds', async () => {
  const office = await managed(await emptyOffice());
  await decide(office, fee(60_00, TODAY));
  await decide(office, fee(70_00, '2027-01-01'));
  await decide(office, { kind: 'withdraw', decision: 2, reason: 'Not voted', approvedBy: null });
  const policy = await officePolicy(office);
  expect(policy.value('annual-fee.RMA', '2027-06-01').value).toBe(60_00);
  expect(
    (await policyTrail(office, TODAY)).map(({ decision, kind, state }) => [decision, kind, state]),
  ).toEqual([
    [3, 'withdrawn', 'withdrawn'],
    [2, 'set', 'withdrawn'],
    [1, 'set', 'in-force'],
  ]);
  await expect(
    decide(office, { kind: 'withdraw', decision: 2, reason: 'again', approvedBy: null }),
  ).rejects.toMatchObject({ code: 'policy-not-held' });
});

test('a default is confirmed as it is, once', async () => {
  const office = await managed(await emptyOffice());
  const confirm: PolicyChange = { kind: 'confirm', name: 'points-grace-days', on: TODAY, ...said };
  expect((await decide(office, confirm)).text).toBe('points-grace-days is confirmed: 0 days.');
  const { history, book, decisions } = await policyValueView(office, 'points-grace-days', TODAY);
  expect(history.entries).toMatchObject([
    { value: 0, confirmed: true, reference: said.reference, decision: 1 },
  ]);
  expect(book.entries).toMatchObject([{ value: 0, confirmed: false }]);
  expect(decisions).toMatchObject([{ kind: 'confirmed', state: 'in-force' }]);
  await expect(decide(office, confirm)).rejects.toMatchObject({ code: 'policy-confirmed' });
});

test('a value that is itself a date is kept as one', async () => {
  const office = await managed(await emptyOffice());
  const name = 'employment-last-day';
  await decide(office, { kind: 'set', name, value: '2021-06-30', from: '2027-01-01', ...said });
  const policy = await officePolicy(office);
  expect(policy.date(name, '2027-01-01').value).toBe('2021-06-30');
  expect(policy.date(name, '2026-12-31').value).toBe('2020-12-31');
});

test.each<{ why: string; change: PolicyChange; code: string }>([
  {
    why: 'an unknown name',
    change: { ...fee(1, TODAY), name: 'annual-fee.XX' } as PolicyChange,
    code: 'policy-unknown',
  },
  { why: 'a fee below zero', change: fee(-1, TODAY), code: 'policy-override' },
  { why: 'half a cent', change: fee(50.5, TODAY), code: 'policy-override' },
  { why: 'the value it has', change: fee(50_00, TODAY), code: 'policy-same' },
  { why: 'no reason', change: { ...fee(60_00, TODAY), reason: ' ' } as PolicyChange, code: 'policy-unsaid' },
  {
    why: 'no reference',
    change: { ...fee(60_00, TODAY), reference: '' } as PolicyChange,
    code: 'policy-unsaid',
  },
  { why: 'nobody who may', change: { ...fee(60_00, TODAY), approvedBy: 'Dana' }, code: 'manager-needed' },
  {
    why: 'a notice on the very day',
    change: { kind: 'set', name: 'ccp-notice-days-before-end.3', value: 0, from: TODAY, ...said },
    code: 'policy-override',
  },
  {
    why: 'a decision that is not there',
    change: { kind: 'withdraw', decision: 9, reason: 'x', approvedBy: null },
    code: 'policy-not-held',
  },
])('$why is refused, and nothing is written', async ({ change, code }) => {
  const office = await managed(await emptyOffice());
  const journal = office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck();
  const before = journal.get();
  await expect(decide(office, change)).rejects.toMatchObject({ code });
  expect(rows(office)).toEqual([]);
  expect(journal.get()).toBe(before);
});

test('nothing rewrites or deletes a decision, not even SQL', async () => {
  const office = await managed(await emptyOffice());
  await decide(office, fee(60_00, '2027-01-01'));
  const run = (sql: string) => () => office.db.sqlite.exec(sql);
  expect(run('UPDATE policy_decision SET value = 1')).toThrow('never rewritten');
  expect(run('DELETE FROM policy_decision')).toThrow('stays on record');
});

test('a value to come that is looked ahead for takes the kept standings with it today', async () => {
  const office = await managed(await emptyOffice());
  office.db.sqlite.exec(`
    INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann');
    INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2024-05-01');
  `);
  await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
  const attention = () => office.db.sqlite.prepare('SELECT points_attention FROM standing').pluck().get();
  expect(attention()).toBe(1);
  // Its cycle ends on 30 April 2027, and is looked at from 30 days before it on.
  const name = 'points-attention-days';
  const { restood } = await decide(office, { kind: 'set', name, value: 30, from: '2027-01-01', ...said });
  expect((await explain(office, '700001', TODAY))[0]?.attention).toEqual([]);
  expect([restood, attention()]).toEqual([1, 0]);
});

test('a value in force now takes the kept standings with it; one to come leaves them alone', async () => {
  const office = await managed(await sampleOffice(200));
  await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
  const status = (): unknown =>
    office.db.sqlite.prepare('SELECT status, count(*) AS n FROM standing GROUP BY status').all();
  const months = (value: number, from: string): PolicyChange => ({
    kind: 'set',
    name: 'lapse-after-months',
    value,
    from,
    ...said,
  });
  const before = status();
  expect((await decide(office, months(12, '2027-01-01'))).restood).toBe(0);
  expect(status()).toEqual(before);
  const { restood } = await decide(office, months(12, '2015-01-01'));
  expect(restood).toBeGreaterThan(0);
  const kept = office.db.sqlite
    .prepare<[], { no: string; code: string; status: string }>(
      `SELECT m.member_no AS no, c.code, s.status FROM standing s JOIN certification c ON c.id = s.certification_id
       JOIN member m ON m.id = c.member_id`,
    )
    .all();
  for (const { no, code, status: was } of kept) {
    const fresh = (await explain(office, no, TODAY)).find((standing) => standing.code === code);
    expect(was, `${no} ${code}`).toBe(fresh?.status);
  }
});
