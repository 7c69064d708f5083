import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseRows, CaseView } from '../../shared/domain/audit-case.ts';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

test('a case is worked from the worklist to a decision and an appeal on the command line', async () => {
  const data = ['--data', join(tempFolder(), 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '80', '--seed', '1', ...data);
  const list = (await officeJson('audit', 'case', 'list', '--text', 'Weatherspoon', ...data)) as CaseRows;
  expect(list.rows).toMatchObject([{ memberName: 'Candice Weatherspoon', code: 'RMA', state: 'selected' }]);
  const id = String(list.rows[0]?.audit);
  const run = async (...args: readonly string[]) =>
    (await officeJson('audit', 'case', ...args, ...data)) as CaseView;

  expect(await officeJson('audit', 'case', 'assign', id, '--to', 'Ana', ...data)).toEqual({
    assigned: 1,
    owner: 'Ana',
  });
  expect(await run('state', id, 'notice-sent', '--on', '2026-10-01')).toMatchObject({
    state: 'notice-sent',
    owner: 'Ana',
    dueOn: '2026-10-31',
    overdue: true,
  });
  await run('state', id, 'in-review');
  expect(await run('decide', id, 'non-compliant', '--actor', 'Ana')).toMatchObject({
    proposal: { by: 'Ana' },
    computed: { outcome: 'non-compliant', reasons: [{ citation: 'PB-AUD-3' }, { citation: 'SC-LAPSE-3' }] },
  });
  const own = await office('audit', 'case', 'second', id, 'agree', '--actor', 'Ana', ...data);
  expect(own).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be its second reviewer') });
  expect(await run('second', id, 'agree', '--actor', 'Ben')).toMatchObject({
    state: 'letter-waiting',
    outcome: null,
    standing: { lapse: null },
  });
  expect(await officeJson('audit', 'letters', ...data)).toMatchObject([
    { kind: 'audit-non-compliant', audit: Number(id), state: 'waiting' },
  ]);
  const kind = ['--kind', 'audit-non-compliant'];
  const { run: letters } = (await officeJson('audit', 'letters', 'prepare', ...kind, ...data)) as {
    readonly run: string;
  };
  await officeJson('notices', 'print', letters, '--out', join(tempFolder(), 'letters.pdf'), ...data);
  await officeJson('notices', 'mark-mailed', letters, ...data);
  expect(await run('show', id)).toMatchObject({
    state: 'decided',
    outcome: 'non-compliant',
    standing: { status: 'lapsed', lapse: { cause: 'audit' }, routes: ['ccp', 'exam'] },
  });
  const appealed = await run('appeal', id, '--grounds', 'The courses were for the job');
  expect(appealed.state).toBe('appealed');
  const activity = appealed.activities.find(({ excluded }) => excluded === null)?.activity ?? 0;
  await run('evidence', id, String(activity), 'hours', 'no');
  const found = await run('find', id, String(activity), 'rejected', '--reason', 'hours-not-shown');
  expect(found.activities.find((one) => one.activity === activity)).toMatchObject({
    evidence: { hours: false },
    finding: { verdict: 'rejected', points: 0, reason: 'hours-not-shown' },
  });
  const { stdout } = await office('audit', 'case', 'show', id, ...data);
  expect(stdout).toContain(
    'Decided on 2026-11-22 as non-compliant by Ana and Ben (SC-LAPSE-3), final since 2026-11-22',
  );

  for (const [code, said, ...args] of [
    [1, 'There is no audit 999999', 'show', '999999'],
    [2, 'is not a state', 'state', id, 'lost'],
    [2, 'is not a reason', 'find', id, '1', 'rejected', '--reason', 'ugly'],
    [2, '--to is missing', 'assign', id],
  ] as const) {
    const refused = await office('audit', 'case', ...args, ...data);
    expect(refused).toMatchObject({ code, stderr: expect.stringContaining(said) });
  }
});
