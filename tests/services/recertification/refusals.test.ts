import { describe, expect, test } from 'vitest';
import type { Office } from '../../../electron/services/office.ts';
import { changeLine, listPoints } from '../../../electron/services/recertification/form.ts';
import { checkStart } from '../../../electron/services/recertification/start.ts';
import { applicationView } from '../../../electron/services/recertification/view.ts';
import { explain } from '../../../electron/services/standing.ts';
import { TODAY } from '../../temp-office.ts';
import { COURSE, complete, DORA, EMIL, FAY, lapsedOffice, start, step } from './lapsed-office.ts';

/** Lapsed by fees on 31 August 2016: from 31 August 2026 only the exam is open. */
const GUS = '700020';

function gus(): Promise<Office> {
  return lapsedOffice([
    { memberNo: GUS, name: ['Gus', 'Hale'], code: 'MT', certifiedOn: '2004-08-05', fees: 20, paid: 11 },
  ]);
}

describe('an application is refused', () => {
  test.each([
    ['SC-RECERT-2: by CCP on the very day', '2026-08-31', 'route-closed'],
    ['SC-RECERT-2: by CCP the day after', '2026-09-01', 'route-closed'],
  ])('%s', async (_what, receivedOn, code) => {
    const office = await gus();
    await expect(start(office, GUS, 'MT', 'ccp', receivedOn)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('SC-RECERT-2'),
      fix: expect.stringContaining('by exam'),
    });
    await expect(start(office, GUS, 'MT', 'exam', receivedOn)).resolves.toMatchObject({ status: 'received' });
  });

  test('SC-RECERT-2: by CCP the day before it is taken, and stays open however late it is worked', async () => {
    const office = await gus();
    const view = await start(office, GUS, 'MT', 'ccp', '2026-08-30');
    expect(view).toMatchObject({ closedRoute: null, ccpUntil: '2026-08-30' });
    // explain takes it from the open application (contract: Facts.recertification).
    expect((await explain(office, GUS, TODAY))[0]?.routes).toEqual(['ccp', 'exam']);
  });

  test('the check says what the start would do', async () => {
    const office = await gus();
    const { routes, lapse } = await checkStart(office, {
      memberNo: GUS,
      code: 'MT',
      receivedOn: '2026-08-31',
    });
    expect(lapse).toEqual({ cause: 'fees', since: '2016-08-31' });
    expect(routes.map(({ route, closed }) => [route, closed?.citation ?? null])).toEqual([
      ['ccp', 'SC-RECERT-2'],
      ['exam', null],
    ]);
  });

  test.each([
    ['PB-CCP-6: by exam without a lapse', FAY, 'MT', 'exam', 'route-closed', 'PB-CCP-6'],
    ['by CCP without a lapse', FAY, 'MT', 'ccp', 'route-closed', 'nothing to recertify'],
    ['of nobody', '799999', 'MT', 'ccp', 'member-unknown', ''],
    ['for what the member does not hold', DORA, 'MT', 'ccp', 'certification-unknown', ''],
  ] as const)('%s', async (_what, memberNo, code, route, refusal, says) => {
    const office = await lapsedOffice();
    await expect(start(office, memberNo, code, route)).rejects.toMatchObject({
      code: refusal,
      message: expect.stringContaining(says),
    });
  });

  test('twice, ahead of today, and of the deceased', async () => {
    const office = await lapsedOffice();
    await start(office, DORA, 'RMA', 'ccp');
    await expect(start(office, DORA, 'RMA', 'exam')).rejects.toMatchObject({ code: 'application-open' });
    await expect(start(office, EMIL, 'RPT', 'exam', '2026-11-23')).rejects.toMatchObject({
      code: 'date-impossible',
    });
    await office.act((write) => {
      write.db.sqlite.exec(`UPDATE member SET deceased_on = '2026-11-01' WHERE member_no = '${EMIL}'`);
      write.journal({ action: 'test.died', subject: 'office', subjectId: 'test', detail: null });
    });
    await expect(start(office, EMIL, 'RPT', 'exam')).rejects.toMatchObject({ code: 'member-deceased' });
  });

  test('policy C7: received before the certification that lapsed', async () => {
    const office = await gus();
    const asked = { memberNo: GUS, code: 'MT', receivedOn: '2004-08-04' } as const;
    const refusal = {
      code: 'date-impossible',
      message: 'MT was certified on 5 August 2004, after 4 August 2004.',
    };
    await expect(start(office, GUS, 'MT', 'exam', asked.receivedOn)).rejects.toMatchObject(refusal);
    await expect(checkStart(office, asked)).rejects.toMatchObject(refusal);
    await office.act((write) => {
      write.db.sqlite.exec("UPDATE certification SET recertified_on = '2012-03-01'");
      write.journal({ action: 'test.recertified', subject: 'office', subjectId: 'test', detail: null });
    });
    await expect(start(office, GUS, 'MT', 'exam', '2012-02-29')).rejects.toMatchObject({
      code: 'date-impossible',
      message: 'MT was recertified on 1 March 2012, after 29 February 2012.',
    });
  });
});

describe('a step is refused, and nothing changes', () => {
  test.each([
    ['that does not come next', 'approved', {}, 'step-not-allowed'],
    ['whose checklist is not complete (PB-REC-1)', 'under-review', {}, 'step-hindered'],
    ['without its reason', 'withdrawn', {}, 'reason-missing'],
    ['ahead of today', 'incomplete', { on: '2026-11-23' }, 'date-impossible'],
    ['before the application was received', 'incomplete', { on: '2026-11-01' }, 'date-impossible'],
    ['with a card number', 'withdrawn', { reason: 'card 4111 1111 1111 1111' }, 'card-number'],
  ] as const)('%s', async (_what, to, more, code) => {
    const office = await lapsedOffice();
    const { application } = await start(office, DORA, 'RMA', 'ccp');
    const journal = () => office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get();
    const before = journal();
    await expect(step(office, application, to, more)).rejects.toMatchObject({ code });
    expect(journal()).toBe(before);
    expect(await applicationView(office, application)).toMatchObject({ status: 'received', papers: [] });
  });

  test('a letter about nothing missing', async () => {
    const office = await lapsedOffice();
    const view = await start(office, DORA, 'RMA', 'ccp');
    await complete(office, view);
    await expect(step(office, view.application, 'incomplete')).rejects.toMatchObject({
      code: 'step-hindered',
    });
  });

  test('approval and pass, once the member is recorded as deceased', async () => {
    const office = await lapsedOffice();
    const ccp = await start(office, DORA, 'RMA', 'ccp');
    await complete(office, ccp);
    await step(office, ccp.application, 'under-review');
    const exam = await start(office, EMIL, 'RPT', 'exam');
    await complete(office, exam);
    for (const to of ['under-review', 'approved', 'authorised'] as const)
      await step(office, exam.application, to);
    await step(office, exam.application, 'scheduled', { examOn: TODAY });
    await office.act((write) => {
      write.db.sqlite.exec("UPDATE member SET deceased_on = '2026-11-21'");
      write.journal({ action: 'test.died', subject: 'office', subjectId: 'test', detail: null });
    });
    await expect(step(office, ccp.application, 'approved')).rejects.toMatchObject({
      code: 'step-hindered',
      message: expect.stringContaining('Dora Vance (700010) is recorded as deceased.'),
    });
    await expect(step(office, exam.application, 'passed')).rejects.toMatchObject({ code: 'step-hindered' });
    await expect(
      step(office, ccp.application, 'withdrawn', { reason: 'The member has died' }),
    ).resolves.toMatchObject({ status: 'withdrawn' });
  });

  test('a result before the exam, an exam without its day, an exam before it was scheduled', async () => {
    const office = await lapsedOffice();
    const view = await start(office, EMIL, 'RPT', 'exam');
    await complete(office, view);
    for (const to of ['under-review', 'approved', 'authorised'] as const)
      await step(office, view.application, to);
    await expect(step(office, view.application, 'scheduled')).rejects.toMatchObject({ code: 'exam-undated' });
    await expect(step(office, view.application, 'scheduled', { examOn: '2026-11-21' })).rejects.toMatchObject(
      { code: 'date-impossible' },
    );
    await step(office, view.application, 'scheduled', { examOn: '2026-12-05' });
    await expect(step(office, view.application, 'passed')).rejects.toMatchObject({
      code: 'step-hindered',
      message: expect.stringContaining('The exam is on 5 December 2026'),
    });
  });
});

test('SC-LAPSE-0: points are judged by the values in force when the application came, and the form closes with the decision', async () => {
  const office = await lapsedOffice();
  const view = await start(office, DORA, 'RMA', 'ccp');
  const { application } = view;
  const listed = await listPoints(office, { application, ...COURSE, points: 29 });
  expect(listed).toMatchObject({ counted: 29, required: { points: 30 } });
  const [line] = listed.points;
  if (line === undefined) throw new Error('A line was listed.');
  const refused = await changeLine(office, {
    application,
    line: line.id,
    change: { does: 'refuse', why: 'not of the field' },
  });
  expect(refused).toMatchObject({ counted: 0, points: [{ because: { citation: 'SC-CCP-1' } }] });
  await changeLine(office, { application, line: line.id, change: { does: 'withdraw' } });
  await complete(office, await applicationView(office, application));
  await step(office, application, 'under-review');
  await step(office, application, 'approved');
  await expect(listPoints(office, { application, ...COURSE })).rejects.toMatchObject({
    code: 'application-decided',
  });
});

test('an application by exam asks for no points', async () => {
  const office = await lapsedOffice();
  const { application } = await start(office, EMIL, 'RPT', 'exam');
  await expect(listPoints(office, { application, ...COURSE })).rejects.toMatchObject({
    code: 'points-by-exam',
  });
});
