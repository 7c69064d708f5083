import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPolicyBook } from '../../electron/policy/load-policy-book.ts';
import { CERTIFICATION_NAMES } from '../../shared/domain/codes.ts';
import { addDays } from '../../shared/util/dates.ts';
import { book } from '../rules/build.ts';

const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

describe('the policy book that ships', () => {
  it.each([
    ['SC-FEE-2', 'Fees are due the anniversary month that you were certified.'],
    ['SC-CCP-3', 'CCP points are due every 3 years by the end of your certification cycle.'],
    ['SC-RECERT-2', 'If certification lapsed 10+ years, you MUST recertify via exam.'],
    ['PB-CCP-6', 'Retaking the examination is not a way to comply with CCP.'],
  ])('has the sentence %s word by word', (id, text) => {
    expect(book.sentence(id).text).toBe(text);
  });

  it('has all 22 sentences of the public page and the 12 published elsewhere', () => {
    const ids = book.sentences().map(({ id }) => id);
    expect([
      ids.filter((id) => id.startsWith('SC-')).length,
      ids.filter((id) => id.startsWith('PB-')).length,
    ]).toEqual([22, 12]);
  });

  it.each([
    ['MT', 90_00],
    ['MLT', 90_00],
    ['MDT', 90_00],
    ['CLC', 90_00],
    ['RMA', 50_00],
    ['CMAS', 50_00],
    ['RDA', 50_00],
    ['CMLA', 50_00],
    ['RPT', 50_00],
    ['AHI', 30_00],
  ] as const)('has the fee of %s, which the office still has to confirm', (code, value) => {
    expect(book.value(`annual-fee.${code}`, '2026-01-01')).toMatchObject({
      value,
      unit: 'cents',
      confirmed: false,
    });
    expect(book.all().find(({ name }) => name === `annual-fee.${code}`)?.title).toContain(
      CERTIFICATION_NAMES[code],
    );
  });

  it('has a value for every name on every day since the first, and a reference for each', () => {
    for (const { name, unit, entries } of book.all()) {
      const [first] = entries;
      for (const { from, reference } of entries) {
        expect(reference, name).not.toBe('');
        const look = (date: string) => (unit === 'date' ? book.date(name, date) : book.value(name, date));
        expect(look(from).from).toBe(from);
        if (from === first?.from) expect(() => look(addDays(from, -1))).toThrow('its first is in force from');
      }
    }
  });

  it('marks as unconfirmed whatever the office has to set', () => {
    const confirmed = book.all().filter(({ entries }) => entries.every((entry) => entry.confirmed));
    expect(confirmed.map(({ name }) => name).filter((name) => !name.startsWith('points-required.'))).toEqual([
      ...['ccp-bound-from', 'ccp-bound-recertified-after', 'employment-last-day', 'cycle-years'],
      ...['lapse-after-months', 'exam-only-after-years'],
    ]);
  });
});

describe('a damaged policy book', () => {
  let resources: string;
  beforeEach(() => {
    resources = mkdtempSync(join(tmpdir(), 'policy-'));
    cpSync(join(RESOURCES, 'policy'), join(resources, 'policy'), { recursive: true });
  });
  afterEach(() => rmSync(resources, { recursive: true }));

  function edit(file: string, change: (text: string) => string): () => unknown {
    const path = join(resources, 'policy', file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    return () => loadPolicyBook(resources);
  }

  const RATE = '"from": "1930-01-01",\n          "to": null,\n          "value": 0.05';
  const then = (to: string, from: string) =>
    RATE.replace('null', `"${to}"`).concat(
      `, "reference": "x", "confirmed": false }, { "from": "${from}", "to": null, "value": 0.1`,
    );

  it.each([
    [
      'a gap',
      (text: string) => text.replace(RATE, then('1999-12-31', '2000-01-02')),
      'leaves a gap from 2000-01-01',
    ],
    [
      'an overlap',
      (text: string) => text.replace(RATE, then('1999-12-31', '1999-12-31')),
      'overlaps the entry before',
    ],
    [
      'an end before its start',
      (text: string) => text.replace(RATE, then('1929-12-31', '1930-01-01')),
      'before it starts',
    ],
    [
      'no open end',
      (text: string) => text.replace('null', '"2030-12-31"'),
      'only the last entry, and it alone, has no end',
    ],
    ['an unknown unit', (text: string) => text.replace('"rate"', '"percent"'), 'values[0].unit'],
    ['a value of another unit', (text: string) => text.replace('0.05', '5'), '5 must lie between 0 and 1'],
    [
      'a date that does not exist',
      (text: string) => text.replace('1930-01-01', '1930-02-30'),
      'values[0].entries[0].from',
    ],
    ['a field nobody knows', (text: string) => text.replace('"title"', '"note": "", "title"'), 'values[0]'],
    [
      'a name twice',
      (text: string) =>
        text
          .replace('audit-answer-days', 'audit-sample-rate')
          .replace('"days"', '"rate"')
          .replace('30,', '0.3,'),
      'there twice',
    ],
    ['half a file', (text: string) => text.slice(0, 200), 'JSON'],
  ])('is refused for %s, naming the file', (_, change, problem) => {
    const load = edit('audit.json', change);
    expect(load).toThrow('audit.json');
    expect(load).toThrow(problem);
  });

  it('takes two periods that follow each other', () => {
    edit('audit.json', (text) => text.replace(RATE, then('1999-12-31', '2000-01-01')));
    const loaded = loadPolicyBook(resources);
    expect(['1999-12-31', '2000-01-01'].map((d) => loaded.value('audit-sample-rate', d).value)).toEqual([
      0.05, 0.1,
    ]);
  });

  it('is refused when a certification has no fee', () => {
    expect(edit('annual-fees.json', (text) => text.replace('annual-fee.RMA', 'annual-fee.OLD'))).toThrow(
      'no fee for RMA',
    );
  });

  it('is refused when a file is missing', () => {
    rmSync(join(resources, 'policy', 'sentences.json'));
    expect(() => loadPolicyBook(resources)).toThrow('sentences.json');
  });
});
