import { EXCLUSION_WORDS } from '../../../../shared/domain/audit-draw.ts';
import { FINDING_REASON_WORDS, VERDICT_WORDS } from '../../../../shared/domain/audit-findings.ts';
import {
  type AuditReport,
  type DaysTaken,
  REPORT_PART_WORDS,
  REPORT_PARTS,
  type ReportCounts,
} from '../../../../shared/domain/audit-report.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { csvRow } from '../../../../shared/util/csv.ts';
import type { OfficeView } from '../../office.ts';
import { refuseOwnFile } from '../../own-files.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import { auditReport } from './report.ts';

/** One figure of the report: where it belongs, what it is, and of how many it is a part. */
type Figure = readonly [section: string, item: string, detail: string, value: string, of: string];

/**
 * Writes the report of a year's audit as CSV, a figure a row. Shares are from 0 to 1, times in days. The file appears whole or not at all.
 * @throws StandingError `draw-unknown`, `office-file`, `cannot-write`
 */
export async function writeReportFile(
  view: Pick<OfficeView, 'reader'>,
  year: number,
  asOf: CalendarDate,
  file: string,
): Promise<{ readonly file: string; readonly rows: number }> {
  refuseOwnFile(file);
  const rows = figures(await auditReport(view, year, asOf));
  writeWhole(file, [csvRow(['section', 'item', 'detail', 'value', 'of']), ...rows.map(csvRow)].join(''));
  return { file, rows: rows.length };
}

function figures(report: AuditReport): readonly Figure[] {
  const { year, asOf, draws, population, counts, forCause, failure, agreement } = report;
  const drawn = String(counts.all);
  return [
    ['audit', 'year', '', String(year), ''],
    ['audit', 'as of', '', asOf, ''],
    ['audit', 'population', '', String(population), ''],
    ['audit', 'drawn', '', drawn, String(population)],
    ...draws.flatMap((draw): Figure[] => [
      ['draw', String(draw.draw), 'drawn on', draw.drawnOn, ''],
      ['draw', String(draw.draw), 'selected', String(draw.size), String(draw.population)],
      ['draw', String(draw.draw), 'seed', draw.seed, ''],
      ['draw', String(draw.draw), 'population SHA-256', draw.populationSha256, ''],
      ...Object.entries(EXCLUSION_WORDS).flatMap(([why, words]): Figure[] => {
        const left = draw.excluded[why as keyof typeof EXCLUSION_WORDS] ?? 0;
        return left === 0 ? [] : [['draw', String(draw.draw), `left out: ${words}`, String(left), '']];
      }),
    ]),
    ...parts('cases', counts),
    ...parts('for cause', forCause),
    ...report.byCode.flatMap((one): Figure[] => [
      ['certification', one.code, 'drawn', String(one.drawn), drawn],
      ['certification', one.code, 'compliant', String(one.compliant), String(one.drawn)],
      ['certification', one.code, 'non-compliant', String(one.nonCompliant), String(one.drawn)],
      ['certification', one.code, 'open', String(one.undecided), String(one.drawn)],
    ]),
    ...report.found.map(
      ({ verdict, reason, activities, cases }): Figure => [
        'activities',
        VERDICT_WORDS[verdict],
        reason === null ? '' : FINDING_REASON_WORDS[reason],
        String(activities),
        `${cases} ${cases === 1 ? 'case' : 'cases'}`,
      ],
    ),
    ...days('from notice to decision', report.fromNotice),
    ...days('from proof to decision', report.fromProof),
    ['steps', 'extensions', '', String(report.extensions), ''],
    ['steps', 'asked for more', '', String(report.timesAsked), ''],
    ['steps', 'substitutions', '', String(report.substitutions), ''],
    ['agreement', 'agreed', '', String(agreement.agreed), String(agreement.opinions)],
    ...agreement.disagreements.map(
      ({ audit, first, second, note }): Figure => [
        'agreement',
        'did not agree',
        `audit ${audit}: ${first}, then ${second}`,
        note,
        '',
      ],
    ),
    ...report.reviewers.flatMap((one): Figure[] => [
      ['reviewer', one.reviewer, 'activities judged', String(one.findings), ''],
      ['reviewer', one.reviewer, 'decided compliant', String(one.compliant), ''],
      ['reviewer', one.reviewer, 'decided non-compliant', String(one.nonCompliant), ''],
      ['reviewer', one.reviewer, 'second opinions', String(one.secondOpinions), ''],
      ['reviewer', one.reviewer, 'open cases', String(one.open), ''],
    ]),
    ...(failure === null
      ? []
      : ([
          ['failure share', 'found', '', failure.share.toFixed(4), ''],
          ['failure share', 'low', 'Clopper–Pearson 95 %', failure.low.toFixed(4), ''],
          ['failure share', 'high', 'Clopper–Pearson 95 %', failure.high.toFixed(4), ''],
        ] satisfies Figure[])),
  ];
}

function parts(section: string, counts: ReportCounts): readonly Figure[] {
  return REPORT_PARTS.map((part) => [
    section,
    REPORT_PART_WORDS[part],
    '',
    String(counts[part]),
    String(counts.all),
  ]);
}

function days(item: string, taken: DaysTaken | null): readonly Figure[] {
  if (taken === null) return [];
  const of = `${taken.cases} ${taken.cases === 1 ? 'case' : 'cases'}`;
  return [
    ['days', item, 'median', String(taken.median), of],
    ['days', item, '9 of 10 within', String(taken.ninth), of],
    ['days', item, 'longest', String(taken.longest), of],
  ];
}
