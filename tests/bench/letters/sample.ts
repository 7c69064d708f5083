import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { line, sheet } from '../../printing/sample-run.ts';
import { random } from '../random.ts';

const FIRST = [
  'Mary',
  'James',
  'José',
  'Renée',
  'Nguyệt',
  'Siân',
  'Anne-Marie',
  'Christopher',
  'Oluwaseun',
  'Zoë',
] as const;
const LAST = [
  'Smith',
  'Núñez',
  'O’Brien',
  'Łukasiewicz',
  'García-López',
  'Griffin',
  'Featherstonehaugh',
  'Müller',
  'Tran',
  'Ward',
] as const;
const STREETS = [
  'Elm Street',
  'N Oak Avenue',
  'Washington Boulevard',
  'Lake Shore Drive',
  'County Road 12',
] as const;
const CODES = ['RMA', 'MT', 'RPT', 'MLT', 'CMAS'] as const satisfies readonly CertificationCode[];

/** Sheets of a run one after the other, as they come from the database: addresses fitted long before. */
export function* benchmarkRun(sheets: number): Generator<NoticeSheet> {
  const { pick, below } = random(20_261_122);
  const model = sheet(1, sheets, 'A B', {}, [line('RMA')]);
  for (let n = 1; n <= sheets; n++) {
    const memberName = `${pick(FIRST)} ${String.fromCharCode(65 + below(26))}. ${pick(LAST)}${below(4) === 0 ? '-Ray' : ''}`;
    const lines = Array.from({ length: below(10) === 0 ? 2 : 1 }, (_, at) =>
      line(at === 0 ? pick(CODES) : 'CLC', {
        pointsCounted: below(30),
        pointsOutstanding: 30 - below(30),
        arrearsCents: below(8) === 0 ? 50_00 : 0,
      }),
    );
    yield {
      ...model,
      sheet: n,
      memberNo: String(100_000 + n * 7),
      memberName,
      addressLines: [
        memberName.toUpperCase().replace(/[^A-Z ]/g, ''),
        `${1 + below(9999)} ${pick(STREETS).toUpperCase()}${below(3) === 0 ? ` APT ${below(400)}` : ''}`,
        `ROSEMONT IL  ${60_000 + below(999)}-${1000 + below(8999)}`,
      ],
      addressSize: 11,
      lines,
      totalCents: lines.reduce((sum, each) => sum + each.amountCents + each.arrearsCents, 0),
    };
  }
}
