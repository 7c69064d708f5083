import { expect } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { certificationRecords, memberRanges } from '../../../electron/repositories/facts.ts';
import { monthCompleteness } from '../../../electron/services/notices/completeness.ts';
import type { Office } from '../../../electron/services/office.ts';
import { certifiedBy } from '../../../electron/services/standing.ts';
import type { OraclePolicy } from '../../rules/oracle.ts';
import { had, receiptsDue, STEPS, shouldHave } from './notice-oracle.ts';

/**
 * Holds a month's proof of completeness against the oracle: it must list exactly who should have had a notice and has not, each with why.
 * @returns how many it lists
 */
export async function proven(
  office: Office,
  month: string,
  asOf: string,
  policy: OraclePolicy,
): Promise<number> {
  const records = (
    await Promise.all(
      (
        await memberRanges(office.reader, 1000)
      ).map((range) => certificationRecords(office.reader, range, asOf)),
    )
  )
    .flat()
    .filter((record) => certifiedBy(asOf)(record) && !record.deceased);
  const proof = await monthCompleteness(office, month, asOf, unwatchedWork());
  expect(proof.steps.map(({ step }) => step)).toEqual(
    Object.keys(STEPS).filter((step) => (STEPS[step]?.(month) ?? '') <= asOf),
  );
  let listed = 0;
  for (const { step, missing, should, had: have, runs } of proof.steps) {
    const due =
      step === 'receipt'
        ? receiptsDue(office, month)
        : records.flatMap(({ memberNo, code, facts }) => {
            const forDate = shouldHave(step, month, facts, asOf, policy);
            return forDate === null ? [] : [`${memberNo} ${code} ${forDate}`];
          });
    const arrived = had(office, step);
    const lacking = due.filter((key) => !arrived.has(key)).sort();
    const open = missing.filter(({ settled }) => !settled);
    expect(
      open.map(({ memberNo, code, forDate }) => `${memberNo} ${code} ${forDate}`).sort(),
      `${step} ${month}`,
    ).toEqual(lacking);
    expect([should, have], `${step} ${month}`).toEqual([due.length, due.length - lacking.length]);
    for (const { text } of missing) expect(text).not.toBe('');
    for (const run of runs) expect(run.toPrint + run.toEmail + run.held).toBe(run.selected);
    listed += lacking.length;
  }
  return listed;
}
