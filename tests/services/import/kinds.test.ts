// Longer than other files: one table of cases for each of the six kinds, read side by side.
import { describe, expect, it } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import type { ImportKind } from '../../../shared/domain/import.ts';
import { type Desk, desk, lines } from './temp-office.ts';

const FILES: Readonly<Record<ImportKind, string>> = {
  members: lines(
    'member_no,first_name,middle_name,last_name,suffix,email,phone,address1,address2,city,state,zip,country,mail_ok,email_ok,deceased_on',
    'A1,José,,Núñez,Jr,j@x.org,312-555-0100,1 Elm St,Apt 2,Boston,ma,2101,,yes,no,',
    'A2,Anne,M,O’Brien,,,,9 Rue X,,Lyon,,69001,France,n,y,',
    'A3,Wei,,Lee,,,,,,,,,,,,05/02/2024',
  ),
  certifications: lines(
    'member_no,code,certified_on,recertified_on,certificate_no',
    'A1,RMA,2020-02-29,,C-1',
    'A1,rpt,05/01/2019,,C-2',
    'A2,MT,1999-03-15,2016-06-01,',
  ),
  fees: lines(
    'member_no,code,year_start,amount,due_on,waived',
    'A1,RMA,2021-02-28,50.00,,',
    'A1,RMA,2024-02-29,50,2024-03-15,yes',
    'A2,MT,2000-03-15,$90.00,,no',
    'A2,MT,2017-06-01,90,,',
  ),
  payments: lines(
    'member_no,code,received_on,amount,method,reference,year_start',
    'A1,RMA,2021-02-01,50.00,check,1234,2021-02-28',
    'A1,RMA,2022-02-01,20.00,cash,,',
    'A1,RMA,2022-02-01,20.00,cash,,',
    'A2,MT,2017-06-20,100,card,x-1,2017-06-01',
  ),
  activities: lines(
    'member_no,category,title,provider,completed_on,employed_from,employed_to,hours,points,criteria,source,external_id',
    'A1,professional-education,Phlebotomy,AMT,2021-04-01,,,2.5,3,"job;knowledge",amt-online,E-1',
    'A1,Formal Education,Biology,,2021-05-01,,,,5,,,',
    'A1,Formal Education,Biology,,2021-05-01,,,,5,,,',
    'A2,employment-verification,Lab,Mercy,,2018-06-01,,,12,job,staff,',
  ),
  attestations: lines(
    'member_no,code,cycle_start,attested_on',
    'A1,RMA,2020-02-29,2023-01-10',
    'A1,RMA,2023-02-28,2025-12-01',
    'A2,MT,2016-06-01,2019-05-31',
  ),
};

/** Imports the files up to a kind, so that what it hangs on is there. */
async function importUpTo(at: Desk, kind: ImportKind): Promise<void> {
  for (const [each, content] of Object.entries(FILES) as [ImportKind, string][]) {
    if (each === kind) return;
    expect(await at.import(each, content)).toMatchObject({ refusal: null });
  }
}

describe('every kind', () => {
  it.each(Object.keys(FILES) as ImportKind[])(
    '%s: imported, and twice the same file changes nothing',
    async (kind) => {
      const at = await desk();
      await importUpTo(at, kind);
      const count = FILES[kind].split('\n').length - 2;
      const dry = await at.import(kind, FILES[kind], { dryRun: true });
      expect(dry).toMatchObject({
        rows: count,
        added: count,
        updated: 0,
        unchanged: 0,
        rejected: [],
        applied: true,
      });
      expect(at.rows(`SELECT count(*) AS n FROM import WHERE kind = '${kind}'`)).toEqual([{ n: 0 }]);
      const first = await at.import(kind, FILES[kind]);
      expect(first).toMatchObject({
        rows: count,
        added: count,
        updated: 0,
        unchanged: 0,
        rejected: [],
        applied: true,
      });
      expect(at.rows('SELECT kind, state, row_count, added FROM import ORDER BY id DESC LIMIT 1')).toEqual([
        { kind, state: 'done', row_count: count, added: count },
      ]);
      const before = everything(at);
      const again = await at.import(kind, FILES[kind]);
      expect(again).toMatchObject({
        rows: count,
        added: 0,
        updated: 0,
        unchanged: count,
        rejected: [],
        applied: false,
      });
      expect(everything(at)).toEqual(before);
      expect(await verifyOffice(at.office, unwatchedWork())).toMatchObject({ ok: true });
    },
  );

  function everything(at: Desk): unknown {
    const names = at.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%' AND name NOT LIKE 'member_words%'",
    );
    return (names as { name: string }[]).map(({ name }) => [name, at.rows(`SELECT * FROM "${name}"`)]);
  }
});

describe('what is stored', () => {
  it('members and addresses', async () => {
    const at = await desk();
    await importUpTo(at, 'certifications');
    expect(
      at.rows('SELECT member_no, sort_name, suffix, mail_ok, email_ok, deceased_on FROM member'),
    ).toEqual([
      {
        member_no: 'A1',
        sort_name: 'nunez jose jr',
        suffix: 'Jr',
        mail_ok: 1,
        email_ok: 0,
        deceased_on: null,
      },
      { member_no: 'A2', sort_name: 'obrien anne m', suffix: '', mail_ok: 0, email_ok: 1, deceased_on: null },
      {
        member_no: 'A3',
        sort_name: 'lee wei',
        suffix: '',
        mail_ok: 1,
        email_ok: 1,
        deceased_on: '2024-05-02',
      },
    ]);
    expect(
      at.rows('SELECT member_id, city, state, zip, country, valid_from, valid_to FROM postal_address'),
    ).toEqual([
      {
        member_id: 1,
        city: 'Boston',
        state: 'MA',
        zip: '02101',
        country: 'US',
        valid_from: '2026-11-22',
        valid_to: null,
      },
      {
        member_id: 2,
        city: 'Lyon',
        state: '',
        zip: '69001',
        country: 'FR',
        valid_from: '2026-11-22',
        valid_to: null,
      },
    ]);
  });

  it('fees, with the due date of policy C2 where none is given', async () => {
    const at = await desk();
    await importUpTo(at, 'payments');
    expect(at.rows('SELECT year_start, amount_cents, due_on, waived FROM annual_fee')).toEqual([
      { year_start: '2021-02-28', amount_cents: 50_00, due_on: '2021-02-28', waived: 0 },
      { year_start: '2024-02-29', amount_cents: 50_00, due_on: '2024-03-15', waived: 1 },
      { year_start: '2000-03-15', amount_cents: 90_00, due_on: '2000-03-31', waived: 0 },
      { year_start: '2017-06-01', amount_cents: 90_00, due_on: '2017-06-30', waived: 0 },
    ]);
  });

  it('payments, allocated: named year, then the oldest unpaid, invoiced where it was not', async () => {
    const at = await desk();
    await importUpTo(at, 'activities');
    const allocated = `SELECT year_start, amount_cents - (SELECT 0) AS amount_cents, paid_cents, invoiced_on FROM annual_fee
      WHERE year_start IN ('2021-02-28', '2022-02-28', '2017-06-01', '2018-06-01') ORDER BY year_start`;
    expect(at.rows(allocated)).toEqual([
      { year_start: '2017-06-01', amount_cents: 90_00, paid_cents: 90_00, invoiced_on: '2017-06-01' },
      { year_start: '2021-02-28', amount_cents: 50_00, paid_cents: 50_00, invoiced_on: '2021-02-28' },
      { year_start: '2022-02-28', amount_cents: 50_00, paid_cents: 2 * 20_00, invoiced_on: '2022-02-01' },
    ]);
    expect(at.rows('SELECT sum(amount_cents) AS received FROM payment')).toEqual([
      { received: 50_00 + 2 * 20_00 + 100_00 },
    ]);
  });

  it('activities', async () => {
    const at = await desk();
    await importUpTo(at, 'attestations');
    expect(
      at.rows(
        'SELECT member_id, category, completed_on, employed_from, hours, points, criteria, source, external_id FROM activity',
      ),
    ).toEqual([
      {
        member_id: 1,
        category: 'professional-education',
        completed_on: '2021-04-01',
        employed_from: null,
        hours: 2.5,
        points: 3,
        criteria: 3,
        source: 'amt-online',
        external_id: 'E-1',
      },
      {
        member_id: 1,
        category: 'formal-education',
        completed_on: '2021-05-01',
        employed_from: null,
        hours: null,
        points: 5,
        criteria: 0,
        source: 'member',
        external_id: null,
      },
      {
        member_id: 1,
        category: 'formal-education',
        completed_on: '2021-05-01',
        employed_from: null,
        hours: null,
        points: 5,
        criteria: 0,
        source: 'member',
        external_id: null,
      },
      {
        member_id: 2,
        category: 'employment-verification',
        completed_on: null,
        employed_from: '2018-06-01',
        hours: null,
        points: 12,
        criteria: 1,
        source: 'staff',
        external_id: null,
      },
    ]);
  });

  it('standings follow what was imported', async () => {
    const at = await desk();
    await importUpTo(at, 'certifications');
    await at.import('certifications', lines('member_no,code,certified_on', 'A3,AHI,2025-10-20'));
    const owed = () => at.rows('SELECT status, owed_cents, oldest_unpaid_due_on FROM standing');
    expect(owed()).toEqual([{ status: 'past-due', owed_cents: 30_00, oldest_unpaid_due_on: '2026-10-31' }]);
    await at.import(
      'payments',
      lines('member_no,code,received_on,amount,method', 'A3,AHI,2026-11-20,30,online'),
    );
    expect(owed()).toEqual([{ status: 'active', owed_cents: 0, oldest_unpaid_due_on: null }]);
  });
});

describe('what is updated', () => {
  it('a changed address closes the old one; the journal has before and after', async () => {
    const at = await desk();
    await importUpTo(at, 'certifications');
    const moved = FILES.members.replace('1 Elm St,Apt 2,Boston,ma,2101', '7 Oak Ave,,Chicago,IL,60601');
    expect(await at.import('members', moved)).toMatchObject({ added: 0, updated: 1, unchanged: 2 });
    expect(
      at.rows('SELECT address1, zip, valid_from, valid_to FROM postal_address WHERE member_id = 1'),
    ).toEqual([
      { address1: '1 Elm St', zip: '02101', valid_from: '2026-11-22', valid_to: '2026-11-22' },
      { address1: '7 Oak Ave', zip: '60601', valid_from: '2026-11-22', valid_to: null },
    ]);
    const change =
      "SELECT detail ->> '$.changes[0]' AS change FROM journal WHERE action = 'import.applied' ORDER BY seq DESC LIMIT 1";
    const [{ change: json }] = at.rows(change) as [{ change: string }];
    expect(JSON.parse(json)).toMatchObject({
      of: 'A1',
      before: { address1: '1 Elm St', city: 'Boston', zip: '02101' },
      after: { address1: '7 Oak Ave', city: 'Chicago', zip: '60601' },
    });
  });

  it('a column that the file lacks says nothing', async () => {
    const at = await desk();
    await importUpTo(at, 'certifications');
    const names = lines(
      'member_no,first_name,last_name,zip',
      'A1,José,Núñez-Lee,2101',
      'A2,Anne,O’Brien,69001',
      'A3,Wei,Lee,',
    );
    expect(await at.import('members', names)).toMatchObject({ updated: 1, unchanged: 2 });
    expect(at.rows("SELECT last_name, suffix, email, email_ok FROM member WHERE member_no = 'A1'")).toEqual([
      { last_name: 'Núñez-Lee', suffix: 'Jr', email: 'j@x.org', email_ok: 0 },
    ]);
    expect(at.rows('SELECT count(*) AS n FROM postal_address')).toEqual([{ n: 2 }]);
  });

  it('an empty cell empties a field, but undoes no death, no wish for silence, no recertification', async () => {
    const at = await desk();
    await importUpTo(at, 'fees');
    const emptied = lines(
      'member_no,first_name,last_name,email,mail_ok,email_ok,deceased_on',
      'A1,José,Núñez,,,,',
      'A2,Anne,O’Brien,,,,',
      'A3,Wei,Lee,,,,',
    );
    expect(await at.import('members', emptied)).toMatchObject({ updated: 1, unchanged: 2 });
    expect(at.rows('SELECT email, mail_ok, email_ok, deceased_on FROM member')).toEqual([
      { email: '', mail_ok: 1, email_ok: 0, deceased_on: null },
      { email: '', mail_ok: 0, email_ok: 1, deceased_on: null },
      { email: '', mail_ok: 1, email_ok: 1, deceased_on: '2024-05-02' },
    ]);
    const certified = lines(
      'member_no,code,certified_on,recertified_on,certificate_no',
      'A1,RMA,2020-02-29,,',
      'A2,MT,1999-03-15,,',
    );
    expect(await at.import('certifications', certified)).toMatchObject({ unchanged: 2 });
  });

  const updates: readonly [kind: ImportKind, from: string, to: string, changed: string, value: unknown][] = [
    [
      'members',
      'José',
      'Joseph',
      "SELECT first_name FROM member WHERE member_no = 'A1'",
      { first_name: 'Joseph' },
    ],
    [
      'certifications',
      'C-1',
      'C-9',
      "SELECT certificate_no FROM certification WHERE code = 'RMA'",
      { certificate_no: 'C-9' },
    ],
    [
      'fees',
      '2021-02-28,50.00,,',
      '2021-02-28,55.00,,yes',
      "SELECT amount_cents, waived FROM annual_fee WHERE year_start = '2021-02-28'",
      { amount_cents: 55_00, waived: 1 },
    ],
    [
      'activities',
      '2.5,3,',
      '2.5,4,',
      "SELECT points FROM activity WHERE external_id = 'E-1'",
      { points: 4 },
    ],
    [
      'attestations',
      '2023-01-10',
      '2023-01-11',
      "SELECT attested_on FROM attestation WHERE cycle_start = '2020-02-29'",
      { attested_on: '2023-01-11' },
    ],
  ];
  it.each(updates)('%s: one row', async (kind, from, to, changed, value) => {
    const at = await desk();
    await importUpTo(at, kind);
    await at.import(kind, FILES[kind]);
    const edited = FILES[kind].replace(from, to);
    const count = FILES[kind].split('\n').length - 2;
    expect(await at.import(kind, edited)).toMatchObject({
      added: 0,
      updated: 1,
      unchanged: count - 1,
      rejected: [],
    });
    expect(at.rows(changed)).toEqual([value]);
    expect(await at.import(kind, edited)).toMatchObject({ updated: 0, unchanged: count });
  });

  it('a payment or an activity without an id is another one when it says something else', async () => {
    const at = await desk();
    await importUpTo(at, 'attestations');
    expect(await at.import('payments', FILES.payments.replace('x-1', 'x-2'))).toMatchObject({
      added: 1,
      unchanged: 3,
    });
    expect(await at.import('activities', FILES.activities.replaceAll(',5,', ',6,'))).toMatchObject({
      added: 2,
      unchanged: 2,
    });
    const third = 'A1,RMA,2022-02-01,20.00,cash,,\n';
    expect(await at.import('payments', FILES.payments + third)).toMatchObject({ added: 1, unchanged: 4 });
  });
});

describe('what does not fit the office', () => {
  const cases: readonly [kind: ImportKind, row: string, column: string, message: RegExp][] = [
    ['certifications', 'X9,RMA,2020-01-01,,', 'member_no', /“X9” is the number of no member/],
    ['certifications', 'A1,XYZ,2020-01-01,,', 'code', /is no certification; it is one of MT/],
    ['certifications', 'A3,MT,2020-01-01,2019-01-01,', 'recertified_on', /before the certification date/],
    ['certifications', 'A3,MT,2026-11-23,,', 'certified_on', /lies after today, 2026-11-22/],
    ['certifications', 'A3,MT,2020-01-01,2026-11-23,', 'recertified_on', /lies after today, 2026-11-22/],
    ['certifications', 'A3,MT,2020-01-01,,C-1', 'certificate_no', /belongs to the RMA of member A1/],
    ['certifications', 'A1,RMA,2020-03-01,,C-1', 'certified_on', /does not fit the cycle from 2020-02-29/],
    [
      'certifications',
      'A1,RMA,2020-02-29,2022-07-01,C-1',
      'recertified_on',
      /does not fit the cycle from 2023-02-28/,
    ],
    ['fees', 'A2,RMA,2021-02-28,50,,', 'code', /“RMA” is no certification of member A2/],
    [
      'fees',
      'A1,RMA,2021-03-01,50,,',
      'year_start',
      /no anniversary.*2020-02-29; that year starts on 2021-02-28/,
    ],
    ['fees', 'A1,RMA,2020-02-29,50,,', 'year_start', /first fee is for the year from 2021-02-28/],
    ['fees', 'A2,MT,2017-03-15,90,,', 'year_start', /no anniversary of the recertification date 2016-06-01/],
    ['fees', 'A1,RMA,2022-02-28,-5,,', 'amount', /negative/],
    ['fees', 'A1,RMA,2022-02-28,50,2022-02-01,', 'due_on', /before the year starts/],
    ['payments', 'A1,RMA,2022-02-01,0,cash,,', 'amount', /is nothing/],
    ['payments', 'A1,RMA,2026-11-23,50,cash,,', 'received_on', /lies after today, 2026-11-22/],
    [
      'payments',
      'A1,RMA,2022-02-01,50,card,4111-1111-1111-1111,',
      'reference',
      /“•••• 1111” looks like a card number/,
    ],
    ['payments', 'A1,RMA,2022-02-01,50,cash,,2022-03-01', 'year_start', /no anniversary/],
    ['activities', 'A1,fun,Fishing,,2021-01-01,,,,1,,,', 'category', /no category/],
    ['activities', 'A1,authorship,Paper,,,,,,1,,,', 'completed_on', /this cell is empty/],
    [
      'activities',
      'A1,authorship,Paper,,2021-01-01,2020-01-01,,,1,,,',
      'employed_from',
      /employment-verification alone/,
    ],
    [
      'activities',
      'A1,employment-verification,Lab,,2021-01-01,2020-01-01,,,1,,,',
      'completed_on',
      /does not belong/,
    ],
    [
      'activities',
      'A1,employment-verification,Lab,,,2020-01-01,2019-01-01,,1,,,',
      'employed_to',
      /before employed_from/,
    ],
    ['activities', 'A1,authorship,Paper,,2021-01-01,,,,-1,,,', 'points', /not a number of points/],
    [
      'attestations',
      'A1,RMA,2021-02-28,2022-01-01',
      'cycle_start',
      /start of no cycle; they start on 2020-02-29 and every 3 years/,
    ],
    ['attestations', 'A1,RMA,2023-02-28,2020-01-01', 'attested_on', /before the cycle starts/],
  ];
  it.each(cases)('%s: %s', async (kind, row, column, message) => {
    const at = await desk();
    await importUpTo(at, 'members');
    for (const [each, content] of Object.entries(FILES) as [ImportKind, string][])
      await at.import(each, content);
    const report = await at.import(kind, `${FILES[kind].split('\n')[0]}\n${row}\n`);
    expect(report.rejected).toEqual([
      expect.objectContaining({ row: 2, column, message: expect.stringMatching(message) }),
    ]);
    expect(report.applied).toBe(false);
  });

  it('a certificate number twice in one file', async () => {
    const at = await desk();
    await importUpTo(at, 'certifications');
    const twice = lines(
      'member_no,code,certified_on,certificate_no',
      'A1,RMA,2020-01-01,C-1',
      'A2,RMA,2020-01-01,C-1',
    );
    expect((await at.import('certifications', twice)).rejected).toEqual([
      expect.objectContaining({
        row: 3,
        column: 'certificate_no',
        message: expect.stringMatching(/same as in row 2/),
      }),
    ]);
  });
});
