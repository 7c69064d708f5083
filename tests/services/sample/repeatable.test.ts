import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleOptions } from '../../../electron/services/sample/fill-sample-office.ts';
import { contentHash, emptyOffice, type SampleOffice } from './sample-office.ts';

let first: SampleOffice;
let second: SampleOffice;

beforeEach(async () => {
  first = await emptyOffice();
  second = await emptyOffice();
});

afterEach(async () => {
  await first.remove();
  await second.remove();
});

describe('a sample office is made again by', () => {
  const cases: readonly {
    readonly name: string;
    readonly change: Partial<SampleOptions>;
    readonly same: boolean;
  }[] = [
    { name: 'the same seed, number and date', change: {}, same: true },
    { name: 'not by another seed', change: { seed: 8 }, same: false },
    { name: 'not by another date', change: { asOf: '2026-11-23' }, same: false },
  ];
  it.each(cases)('$name', async ({ change, same }) => {
    const report = await first.fill();
    const other = await second.fill(change);
    expect(contentHash(first) === contentHash(second)).toBe(same);
    if (same) expect(other).toEqual(report);
  });

  it('a larger one begins with the same members', async () => {
    await first.fill({ members: 150 });
    await second.fill({ members: 320 });
    const sql = `SELECT m.*, a.address1, a.zip FROM member m LEFT JOIN postal_address a ON a.member_id = m.id
                 WHERE m.id <= 150 ORDER BY m.id, a.id`;
    expect(second.rows(sql)).toEqual(first.rows(sql));
  });
});
