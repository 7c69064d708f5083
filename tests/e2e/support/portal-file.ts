import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { csvCents } from '../../../shared/util/money.ts';
import { ask } from './ask.ts';
import { tempFolder } from './office.ts';

/** A portal's export for members of the open office who owe for one certification, with what its lines should become. */
export interface PortalFile {
  readonly file: string;
  readonly matched: number;
  /** Of members who are known by name alone: one is suggested for each. */
  readonly doubtful: readonly { readonly name: string; readonly memberNo: string }[];
  /** Cents of each. */
  readonly unmatched: readonly number[];
}

/** So many lines that are plain, two with a wrong number, two that are nobody’s, and one that was declined. */
export async function portalFile(page: Page, plain: number): Promise<PortalFile> {
  const { rows } = await ask(page, 'members.query', {
    filter: { status: ['past-due', 'due'] },
    sort: { by: 'memberNo', descending: false },
    offset: 0,
    limit: 500,
  });
  const owing = rows.filter(
    ({ name, certifications, owedCents }) =>
      certifications.length === 1 &&
      owedCents > 0 &&
      rows.filter((other) => other.name === name).length === 1,
  );
  const [one, two, ...others] = owing;
  if (one === undefined || two === undefined || others.length < plain)
    throw new Error('The sample office has members enough who owe');
  const unmatched = [42_00, 17_50];
  const lines = [
    ...others
      .slice(0, plain)
      .map(({ memberNo, name, owedCents }) => [memberNo, name, csvCents(owedCents), 'Settled']),
    ['999001', one.name, csvCents(one.owedCents), 'Settled'],
    ['', two.name, csvCents(two.owedCents), 'Settled'],
    ...unmatched.map((cents, n) => [
      `88800${n}`,
      ['Lakeside Clinic', 'Zed Quux'][n] ?? '',
      csvCents(cents),
      'Settled',
    ]),
    [one.memberNo, one.name, csvCents(one.owedCents), 'Declined'],
  ];
  const file = join(tempFolder(), 'portal-november.csv');
  const rowsOfFile = lines.map((cells, n) => [`TX-${4000 + n}`, '11/20/2026', ...cells]);
  writeFileSync(
    file,
    [['Transaction ID', 'Date', 'Member ID', 'Name', 'Amount', 'Status'], ...rowsOfFile]
      .map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`)
      .join(''),
  );
  return { file, matched: plain, doubtful: [one, two], unmatched };
}
