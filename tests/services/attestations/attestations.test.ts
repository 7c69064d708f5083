import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { recogniseSlip } from '../../../electron/services/attestations/recognise.ts';
import {
  listAttestations,
  previewUndo,
  recordAttestation,
  undoRecorded,
} from '../../../electron/services/attestations/record.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import type { Office } from '../../../electron/services/office.ts';
import { saveProfile } from '../../../electron/services/profile.ts';
import { explain } from '../../../electron/services/standing.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import { reopenOn, TODAY } from '../../temp-office.ts';
import { ANN, moneyFaults } from '../payments/small-office.ts';
import { BO, draft, enter, LAPSING, pointsOffice } from '../points/points-office.ts';

const number = (memberNo: string, attestedOn: string, ...codes: CertificationCode[]) => ({
  of: { memberNo },
  codes,
  attestedOn,
});

describe('PB-CCP-3: a signed slip is', () => {
  interface Case {
    readonly why: string;
    readonly memberNo: string;
    readonly code: CertificationCode;
    readonly signed: string;
    /** null = recorded. */
    readonly refusal: string | null;
    readonly id?: string;
  }
  const cases: readonly Case[] = [
    { why: 'recorded in its cycle', memberNo: ANN, code: 'RMA', signed: TODAY, refusal: null },
    {
      why: 'recorded on the last day of its cycle',
      memberNo: LAPSING,
      code: 'RPT',
      signed: '2026-03-31',
      refusal: null,
    },
    {
      why: 'refused on the day after the cycle’s end',
      memberNo: LAPSING,
      code: 'RPT',
      signed: '2026-04-01',
      refusal: 'Signed on 1 April 2026, after the cycle ended on 31 March 2026.',
      id: 'PB-CCP-3',
    },
    {
      why: 'refused before the cycle',
      memberNo: ANN,
      code: 'RMA',
      signed: '2025-04-30',
      refusal: 'before the cycle began on 1 May 2025',
      id: 'PB-CCP-3',
    },
    {
      why: 'PB-CCP-1: refused for whom CCP does not bind',
      memberNo: BO,
      code: 'RMA',
      signed: TODAY,
      refusal: 'RMA is not bound by CCP',
      id: 'PB-CCP-1',
    },
  ];
  test.each(cases)('$why', async ({ memberNo, code, signed, refusal, id }) => {
    const office = await pointsOffice();
    const { slip } = await recogniseSlip(office, memberNo, signed, TODAY);
    const cycle = slip?.cycles.find((one) => one.code === code);
    const recording = recordAttestation(office, number(memberNo, signed, code));
    if (refusal === null) {
      expect(cycle).toMatchObject({ refusal: null, change: { after: { outstanding: expect.any(Number) } } });
      expect(await recording).toMatchObject([{ memberNo, code, attestedOn: signed, recordedBy: 'Test' }]);
      const after = (await explain(office, memberNo, TODAY)).find((one) => one.code === code);
      expect(after?.cycle.start).toBe(cycle?.change.after.cycleStart);
      expect(after?.cycle.outstanding).toBe(cycle?.change.after.outstanding);
    } else {
      expect(cycle?.refusal).toMatchObject({ text: expect.stringContaining(refusal), quoted: { id } });
      await expect(recording).rejects.toMatchObject({
        code: 'attestation-refused',
        message: expect.stringContaining(`(${id})`),
      });
    }
    expect(await moneyFaults(office)).toEqual([]);
  });
});

test.each([
  ['date-impossible', number(ANN, '2026-11-23', 'RMA')],
  ['certification-unknown', number(ANN, TODAY, 'AHI')],
  ['member-unknown', number('999', TODAY, 'RMA')],
  ['attestation-refused', number(ANN, TODAY)],
  ['slip-unknown', { of: { code: 'ST1.2026-12-A.1.CC.0000' }, codes: ['RMA'], attestedOn: TODAY }],
] as const)('recording is refused: %s', async (code, slip) => {
  const office = await pointsOffice();
  await expect(recordAttestation(office, slip)).rejects.toMatchObject({ code });
});

describe('an attested cycle', () => {
  async function rolled(office: Office) {
    return office.db.sqlite
      .prepare('SELECT cycle_start, points_counted, attested FROM rolled_cycle ORDER BY cycle_start')
      .all();
  }

  test('PB-CCP-3 SC-CCP-7: rolls, marked as attested for the audit population', async () => {
    const office = await pointsOffice();
    await enter(office, draft({ completedOn: '2025-06-01', hours: 2 }), LAPSING);
    await recordAttestation(office, number(LAPSING, '2026-03-30', 'RPT'));
    await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
    expect(await rolled(office)).toContainEqual({
      cycle_start: '2023-04-01',
      points_counted: 2,
      attested: 1,
    });
    expect(await explain(office, LAPSING, TODAY)).toMatchObject([
      { status: 'active', cycle: { start: '2026-04-01' } },
    ]);
  });

  test('is attested once, until the attestation is undone by a counter-entry', async () => {
    const office = await pointsOffice();
    const [first] = await recordAttestation(office, number(ANN, TODAY, 'RMA'));
    const attestation = first?.attestation ?? 0;
    const again = recordAttestation(office, number(ANN, TODAY, 'RMA'));
    await expect(again).rejects.toMatchObject({ code: 'attestation-refused' });
    expect(await previewUndo(office, attestation, TODAY)).toMatchObject([
      {
        code: 'RMA',
        before: { attested: true, outstanding: 0 },
        after: { attested: false, outstanding: 30 },
      },
    ]);
    const undone = await undoRecorded(office, { attestation, reason: 'another member’s slip' });
    expect(undone.undone).toEqual({ on: TODAY, reason: 'another member’s slip', by: 'Test' });
    await expect(undoRecorded(office, { attestation, reason: 'x' })).rejects.toMatchObject({
      code: 'attestation-undone',
    });
    const [second] = await recordAttestation(office, number(ANN, TODAY, 'RMA'));
    const { rows } = await listAttestations(office, { offset: 0, limit: 10 });
    expect(rows.map((row) => [row.attestation, row.undone?.reason ?? null])).toEqual([
      [second?.attestation, null],
      [attestation, 'another member’s slip'],
    ]);
    for (const sql of ['DELETE FROM attestation', "UPDATE attestation SET attested_on = '2025-06-01'"])
      expect(() => office.db.sqlite.exec(sql), sql).toThrow(BetterSqlite3.SqliteError);
    expect(await moneyFaults(office)).toEqual([]);
  });
});

describe('PB-CCP-4: the slip of a compliance notice', () => {
  const SENT = '2026-02-01';

  async function noticed(): Promise<{
    readonly office: Office;
    readonly code: string;
    readonly run: string;
  }> {
    const made = await pointsOffice();
    made.db.sqlite.exec(
      `INSERT INTO postal_address (member_id, address1, city, state, zip, valid_from)
       SELECT id, '10 Elm St', 'Rosemont', 'IL', '60018', '2020-01-01' FROM member`,
    );
    const office = await reopenOn(made, SENT);
    await saveProfile(office, {
      name: 'Office of Certification',
      address: {
        address1: '10700 W Higgins Rd',
        address2: '',
        city: 'Rosemont',
        state: 'IL',
        zip: '60018',
        country: 'US',
      },
      phone: '',
      email: '',
      website: '',
      logo: null,
    });
    const { run } = await prepareRun(
      office,
      { step: 'ccp-3', month: '2026-03', asOf: SENT, again: false },
      unwatchedWork(),
    );
    const sheet = office.db.sqlite
      .prepare<[string, string], number>(
        'SELECT p.sheet FROM run_piece p JOIN member m ON m.id = p.member_id WHERE p.run_id = ? AND m.member_no = ?',
      )
      .pluck()
      .get(run, LAPSING);
    return { office, run, code: sheetCodeText({ run, sheet: sheet ?? 0, purpose: 'CC' }) };
  }

  test('says by its scanned code whose it is and which cycle it attests, and is kept with its sheet', async () => {
    const { office, run, code } = await noticed();
    const read = await recogniseSlip(office, code.toLowerCase(), SENT, SENT);
    expect(read).toMatchObject({
      message: null,
      slip: {
        memberNo: LAPSING,
        slip: { run },
        cycles: [{ code: 'RPT', cycleStart: '2023-04-01', onSlip: true, refusal: null }],
        quoted: { id: 'PB-CCP-3' },
      },
    });
    const made = await recordAttestation(office, { of: { code }, codes: ['RPT'], attestedOn: SENT });
    expect(made).toMatchObject([{ memberNo: LAPSING, slip: { run }, cycleStart: '2023-04-01' }]);
  });

  test.each([
    [
      'another notice’s code',
      sheetCodeText({ run: '2026-12-A', sheet: 1, purpose: 'RN' }),
      'no CCP compliance notice',
    ],
    ['a code read badly', 'ST1.2026-12-A.1.CC.0000', 'was not read whole'],
    [
      'a run of nobody',
      sheetCodeText({ run: '2029-12-A', sheet: 1, purpose: 'CC' }),
      'has no sheet 1 of a run 2029-12-A',
    ],
    ['a name of nobody', 'zzzz', 'No one matches'],
  ])('%s is told in a sentence', async (_why, text, says) => {
    const office = await pointsOffice();
    const { slip, message } = await recogniseSlip(office, text, TODAY, TODAY);
    expect(slip).toBeNull();
    expect(message).toContain(says);
  });

  test('is found by part of a name too', async () => {
    const office = await pointsOffice();
    const { candidates } = await recogniseSlip(office, 'dee', TODAY, TODAY);
    expect(candidates).toEqual([{ memberNo: LAPSING, name: 'Lou Dee' }]);
  });
});
