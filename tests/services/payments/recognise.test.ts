import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { voidFee } from '../../../electron/services/fees/change-fee.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { recognise } from '../../../electron/services/payments/recognise.ts';
import { sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import { sampleOffice, TODAY } from '../../temp-office.ts';
import { ANN, BEN, CAY, cheque, smallOffice } from './small-office.ts';

describe('by number or name', () => {
  test('a member with what each certification owes, the oldest year first and the one ahead last', async () => {
    const office = await smallOffice();
    const { readAs, candidates, message } = await recognise(office, ` ${ANN} `, TODAY);
    expect([readAs, message]).toEqual(['number', null]);
    expect(candidates).toMatchObject([
      {
        memberNo: ANN,
        name: 'Ann Lee',
        owedCents: 100_00,
        certifications: [
          {
            code: 'MT',
            status: 'active',
            owedCents: 0,
            years: [{ yearStart: '2027-11-02', state: 'upcoming', fee: null }],
          },
          {
            code: 'RMA',
            status: 'past-due',
            owedCents: 100_00,
            askedCents: null,
            years: [
              { yearStart: '2025-05-10', owedCents: 50_00, state: 'unpaid' },
              { yearStart: '2026-05-10', owedCents: 50_00, state: 'unpaid' },
              { yearStart: '2027-05-10', state: 'upcoming' },
            ],
          },
        ],
      },
    ]);
  });

  test('credit, part payment, void and never invoiced years show', async () => {
    const office = await smallOffice();
    const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 60_00 });
    const parts = [{ memberNo: BEN, code: 'RPT', cents: 60_00, yearStart: null }] as const;
    await enterRemittance(office, cheque(deposit, { amountCents: 60_00, parts }));
    const part = [{ memberNo: ANN, code: 'RMA', cents: 20_00, yearStart: null }] as const;
    await enterRemittance(office, cheque(deposit, { reference: '2', amountCents: 20_00, parts: part }));
    await voidFee(office, { memberNo: ANN, code: 'RMA', yearStart: '2026-05-10', reason: 'r' });
    const years = async (text: string, at: number) => {
      const { candidates } = await recognise(office, text, TODAY);
      return candidates[0]?.certifications[at]?.years.map(({ yearStart, state, owedCents }) => [
        yearStart.slice(0, 4),
        state,
        owedCents,
      ]);
    };
    expect((await recognise(office, BEN, TODAY)).candidates[0]?.certifications[0]?.credits).toMatchObject([
      { cents: 10_00 },
    ]);
    expect(await years(ANN, 1)).toEqual([
      ['2025', 'part-paid', 30_00],
      ['2026', 'void', 50_00],
      ['2027', 'upcoming', 50_00],
    ]);
    expect((await years(CAY, 0))?.[2]).toEqual(['2014', 'not-invoiced', 50_00]);
  });

  test.each([
    ['ruiz ben', 'name', [BEN], null],
    ['nobody at all', 'name', [], 'No one matches “nobody at all”.'],
    ['700009', 'number', null, 'There is no member with the number 700009; these come near.'],
    ['5', 'number', [], 'There is no member with the number 5.'],
    ['  ', 'nothing', [], null],
    [
      'ST1.2026-12-A.17.RN.0000',
      'stub',
      [],
      'The code of the stub was not read whole: scan it again, or type the member’s number.',
    ],
    [
      sheetCodeText({ run: '2026-12-A', sheet: 17, purpose: 'RN' }),
      'stub',
      [],
      'This office has no sheet 17 of a run 2026-12-A: type the member’s number or name.',
    ],
  ] as const)('%s', async (text, readAs, members, message) => {
    const office = await smallOffice();
    const found = await recognise(office, text, TODAY);
    expect(found).toMatchObject({ readAs, message, stub: null });
    if (members !== null) expect(found.candidates.map(({ memberNo }) => memberNo)).toEqual(members);
    else expect(found.candidates.length).toBeGreaterThan(0);
  });
});

test('the stub of a printed notice, in whatever letters the scanner types, with what it asked for', async () => {
  const office = await sampleOffice(200);
  const { run } = await prepareRenewals(
    office,
    { month: '2026-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  const sheets = office.db.sqlite
    .prepare<[string], { sheet: number; member_no: string; asked_cents: number }>(
      'SELECT p.sheet, m.member_no, p.asked_cents FROM run_piece p JOIN member m ON m.id = p.member_id WHERE p.run_id = ? AND p.sheet IS NOT NULL',
    )
    .all(run);
  expect(sheets.length).toBeGreaterThan(3);
  for (const { sheet, member_no, asked_cents } of sheets) {
    const code = sheetCodeText({ run, sheet, purpose: 'RN' });
    const found = await recognise(office, code.toLowerCase(), TODAY);
    expect(found).toMatchObject({
      readAs: 'stub',
      stub: { run, sheet, askedCents: asked_cents },
      message: null,
    });
    expect(found.candidates.map(({ memberNo }) => memberNo)).toEqual([member_no]);
    const asked = found.candidates[0]?.certifications.reduce((sum, one) => sum + (one.askedCents ?? 0), 0);
    expect(asked).toBe(asked_cents);
  }
});
