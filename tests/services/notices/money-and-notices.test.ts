import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { noteBounce } from '../../../electron/services/email/bounces.ts';
import { writeToFolder } from '../../../electron/services/email/to-folder.ts';
import { recordReturned } from '../../../electron/services/mail/returned.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import { dueSteps, monthCompleteness } from '../../../electron/services/notices/completeness.ts';
import { markMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import { type Office, openOffice } from '../../../electron/services/office.ts';
import { shippedPolicy } from '../../../electron/services/policy.ts';
import { agedReceivables } from '../../../electron/services/reports/aged-receivables.ts';
import { cashJournal } from '../../../electron/services/reports/cash-journal.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import { addDays, addMonths, monthText } from '../../../shared/util/dates.ts';
import { random } from '../../bench/random.ts';
import { optionsFor, sampleOffice, tempFolder } from '../../temp-office.ts';
import { accounts, moneyFaults } from '../payments/small-office.ts';
import { type BankBook, type Chance, monthOfMoney } from './money-of-a-year.ts';
import { proven } from './proven.ts';

const START = '2026-11-20';
const MONTHS = 12;

/** What is due is prepared, printed, mailed and e-mailed; some letters and e-mails come back. A few runs wait for the month after. */
async function monthOfMail(office: Office, today: string, { below }: Chance, all: boolean): Promise<void> {
  const work = unwatchedWork();
  for (const { step, month, after } of await dueSteps(office, today, work)) {
    if (!all && below(10) === 0) continue;
    await prepareRun(office, { step, month, asOf: today, again: after !== null }, work);
  }
  const runs = office.db.sqlite
    .prepare<[], { id: string; print: number; email: number }>(
      'SELECT id, to_print AS print, to_email AS email FROM run WHERE mailed_on IS NULL ORDER BY id',
    )
    .all();
  for (const { id, print, email } of runs) {
    if (!all && below(10) === 0) continue;
    if (email > 0) await writeToFolder(office, { run: id, folder: tempFolder() }, work);
    if (print === 0) continue;
    await printRun(office, { run: id, from: null, to: null, outFile: join(tempFolder(), 'run.pdf') }, work);
    await markMailed(office, { run: id, on: today, count: print });
    if (all || below(3) > 0) continue;
    await recordReturned(office, {
      ...{ text: `${id} ${1 + below(print)}`, reason: 'moved', note: '', on: today },
    });
  }
  const [bounced] = all ? [] : emailed(office, below(5));
  if (bounced !== undefined) await noteBounce(office, { who: bounced, reason: 'mailbox closed' });
}

/** Members whose newest e-mail went out and whose address still counts as good. */
function emailed(office: Office, skip: number): readonly string[] {
  return office.db.sqlite
    .prepare<[number], string>(
      `SELECT DISTINCT m.member_no FROM email_message e JOIN member m ON m.id = e.member_id
       WHERE e.state = 'sent' AND m.email_bad_reason IS NULL ORDER BY e.id DESC LIMIT 1 OFFSET ?`,
    )
    .pluck()
    .all(skip);
}

/** Ledger, bank, journal and aged fees say the same to the cent, and no year of a certification is invoiced twice. */
async function booksAgree(office: Office, today: string, bank: BankBook): Promise<void> {
  expect(await moneyFaults(office, today)).toEqual([]);
  const total = accounts(office);
  expect(total.bank).toBe(bank.cents);
  const journal = await cashJournal(office, { from: '1900-01-01', to: '2099-12-31' });
  expect(journal.totalCents).toBe(bank.cents);
  expect((await agedReceivables(office, today)).totalCents).toBe(total.receivable);
  const twice = office.db.sqlite
    .prepare('SELECT certification_id, year_start FROM annual_fee GROUP BY 1, 2 HAVING count(*) > 1')
    .all();
  expect(twice).toEqual([]);
}

function givenTwice(office: Office): readonly unknown[] {
  return office.db.sqlite
    .prepare(
      'SELECT certification_id, step, for_date FROM notice_given WHERE failed IS NULL GROUP BY 1, 2, 3 HAVING count(*) > 1',
    )
    .all();
}

test.each([1, 2])(
  'a year swept month by month with payments at random (%i): the books agree to the cent, no fee and no notice twice, and everyone who should have had one did or is listed with why',
  async (seed) => {
    const first = await sampleOffice(48, seed, START);
    await saveManagers(first, ['Maya']);
    const { folder, resources } = first;
    const bank: BankBook = { cents: accounts(first).bank ?? 0, seen: new Map() };
    await first.close();
    const book = shippedPolicy(resources);
    const values = (name: string) =>
      Object.fromEntries(
        CERTIFICATION_CODES.map((code) => [code, book.value(`${name}.${code}`, START).value]),
      );
    const policy = { feeCents: values('annual-fee'), points: values('points-required'), graceDays: 0 };
    const chance = random(seed);
    for (let month = 0; month <= MONTHS; month++) {
      const today = addMonths(START, month);
      const office = await openOffice(optionsFor(folder, today));
      try {
        await sweep(office, { asOf: today, dryRun: false }, unwatchedWork());
        const again = await sweep(office, { asOf: today, dryRun: false }, unwatchedWork());
        expect(again).toMatchObject({ invoiced: 0, rolled: 0, lapsed: 0 });
        await monthOfMoney(office, today, chance, bank);
        await monthOfMail(office, today, chance, month === MONTHS);
        await booksAgree(office, today, bank);
        expect(givenTwice(office)).toEqual([]);
        await proven(office, monthText(today), today, policy);
        if (month % 3 === 0) await proven(office, monthText(addMonths(today, -1)), today, policy);
        if (month === MONTHS) await whyNot(office, today);
      } finally {
        await office.close();
      }
    }
    for (const what of 'part,double,over,early,late,on time,for several,for nobody,mis-keyed,bounced,credit used,refund,assigned'.split(
      ',',
    ))
      expect(bank.seen.get(what) ?? 0, what).toBeGreaterThan(0);
    const last = await openOffice(optionsFor(folder, addMonths(START, MONTHS)));
    expect(await verifyOffice(last, unwatchedWork())).toMatchObject({ ok: true });
    const steps = last.db.sqlite.prepare('SELECT count(DISTINCT step) FROM notice_given').pluck().get();
    expect(steps).toBeGreaterThanOrEqual(9);
    await last.close();
  },
  180_000,
);

/** With everything prepared, printed and sent, who can still be told and was not is held, and the proof says what for. */
async function whyNot(office: Office, today: string): Promise<void> {
  for (const back of [0, 1, 2]) {
    const { steps } = await monthCompleteness(
      office,
      monthText(addMonths(today, -back)),
      today,
      unwatchedWork(),
    );
    // What is over two months old is no longer among what is due; the proof still lists it.
    for (const { step, missing } of steps.filter(({ day }) => day >= addDays(today, -62)))
      for (const { timely, settled, why, text } of missing) {
        expect(text).not.toBe('');
        if (timely && !settled) expect(`${step}: ${why}`).toBe(`${step}: held`);
      }
  }
}
