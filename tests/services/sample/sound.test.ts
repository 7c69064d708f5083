import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkJournal } from '../../../electron/db/verify.ts';
import { startWork } from '../../../electron/jobs/work.ts';
import type { SampleOptions } from '../../../electron/services/sample/fill-sample-office.ts';
import { emptyOffice, type SampleOffice } from './sample-office.ts';

let sample: SampleOffice;

beforeEach(async () => {
  sample = await emptyOffice();
});

afterEach(() => sample.remove());

function expectSound({ office, rows, one }: SampleOffice): void {
  const { sqlite } = office.db;
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(checkJournal(sqlite).brokenAt).toBeNull();
  expect(one("SELECT value FROM setting WHERE key = 'sample'")).toBe('true');
  const allocated = `SELECT sum(amount_cents) FROM payment_allocation a WHERE`;
  expect(
    rows(
      `SELECT id FROM annual_fee f WHERE paid_cents <> coalesce((${allocated} a.annual_fee_id = f.id), 0)`,
    ),
  ).toEqual([]);
  expect(
    rows(`SELECT id FROM payment p WHERE amount_cents < coalesce((${allocated} a.payment_id = p.id), 0)`),
  ).toEqual([]);
}

describe('a sample office', () => {
  it('holds together, and counts what it holds', async () => {
    const report = await sample.fill({ members: 500 });
    expectSound(sample);
    expect(report).toEqual({
      members: sample.one('SELECT count(*) FROM member'),
      certifications: sample.one('SELECT count(*) FROM certification'),
      activities: sample.one('SELECT count(*) FROM activity'),
    });
    expect(report.members).toBe(500);
    expect(sample.one('SELECT count(*) FROM standing')).toBe(0);
    expect(sample.one('SELECT count(*) FROM member_search')).toBe(500);
    expect(JSON.parse(String(sample.one("SELECT value FROM setting WHERE key = 'profile'")))).toMatchObject({
      name: 'American Medical Technologists (sample office)',
      address: { city: 'Rosemont', state: 'IL', zip: '60018' },
    });
  });

  it('tells nothing that happened after its date', async () => {
    await sample.fill({ members: 600 });
    const dates = [
      'SELECT max(certified_on) FROM certification',
      'SELECT max(recertified_on) FROM certification',
      'SELECT max(received_on) FROM payment',
      'SELECT max(invoiced_on) FROM annual_fee',
      'SELECT max(completed_on) FROM activity',
      'SELECT max(employed_to) FROM activity',
      'SELECT max(attested_on) FROM attestation',
      'SELECT max(closed_on) FROM audit',
      'SELECT max(valid_from) FROM postal_address',
      'SELECT max(deceased_on) FROM member',
    ];
    for (const sql of dates) expect([sql, String(sample.one(sql)) <= '2026-11-22']).toEqual([sql, true]);
  });

  it('knows no payment and no activity after a death', async () => {
    await sample.fill({ members: 1500 });
    expect(sample.one('SELECT count(*) FROM member WHERE deceased_on IS NOT NULL')).toBeGreaterThan(5);
    expect(
      sample.rows(`SELECT m.member_no FROM member m JOIN certification c ON c.member_id = m.id
                   JOIN payment p ON p.certification_id = c.id WHERE p.received_on > m.deceased_on`),
    ).toEqual([]);
    expect(
      sample.rows(`SELECT m.member_no FROM member m JOIN activity a ON a.member_id = m.id
                   WHERE a.completed_on > m.deceased_on`),
    ).toEqual([]);
  });

  it.each(['2000-01-01', '2012-02-29', '2021-01-01', '2026-01-31', '2031-07-04'])(
    'can be made as of %s',
    async (asOf) => {
      await sample.fill({ members: 250, asOf });
      expectSound(sample);
    },
  );

  it('is sound and empty behind when cancelled', async () => {
    const cancel = new AbortController();
    const work = startWork(cancel.signal, ({ done }) => {
      if (done >= 300) cancel.abort();
    });
    await expect(sample.fill({ members: 5000 }, work)).rejects.toMatchObject({ code: 'cancelled' });
    expectSound(sample);
    const members = Number(sample.one('SELECT count(*) FROM member'));
    expect(members).toBeGreaterThanOrEqual(300);
    expect(members).toBeLessThan(1000);
  });

  const refused: readonly { readonly options: Partial<SampleOptions>; readonly code: string }[] = [
    { options: { members: 0 }, code: 'sample-size' },
    { options: { members: 1.5 }, code: 'sample-size' },
    { options: { members: 1_000_001 }, code: 'sample-size' },
    { options: { asOf: '1999-12-31' }, code: 'sample-date' },
  ];
  it.each(refused)('refuses $options', async ({ options, code }) => {
    await expect(sample.fill(options)).rejects.toMatchObject({ code });
    expect(sample.one('SELECT count(*) FROM journal')).toBe(0);
  });

  it('is never put into an office that has members', async () => {
    await sample.fill({ members: 1 });
    await expect(sample.fill({ members: 1 })).rejects.toMatchObject({ code: 'office-not-empty' });
    expect(sample.one('SELECT count(*) FROM member')).toBe(1);
  });
});
