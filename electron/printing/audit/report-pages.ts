import { FINDING_REASON_WORDS, VERDICT_WORDS } from '../../../shared/domain/audit-findings.ts';
import type { AuditReport, DaysTaken } from '../../../shared/domain/audit-report.ts';
import {
  AGREEMENT_METHOD,
  agreementText,
  DAYS_METHOD,
  FAILURE_METHOD,
  percentText,
  reportSentences,
} from '../../../shared/domain/audit-report-words.ts';
import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';
import { drawLetterhead } from '../letter/letterhead.ts';
import { ASIDE, LEFT, RIGHT, STYLES } from '../letter/styles.ts';
import type { Content } from '../pdf/content.ts';
import { type Block, bars, boxes, interval, paragraph, type SmallTable, tables } from './report-blocks.ts';

/** What a report is printed from. */
export interface ReportPaper {
  readonly office: OfficeProfile;
  readonly envelope: EnvelopeProfile;
  readonly title: string;
  readonly report: AuditReport;
}

const FIRST = 168;
const NEXT = 96;
const BOTTOM = 760;

/**
 * The report of a campaign: what happened at a glance on the first page, then its figures table by table.
 * @param measure a content to measure by, thrown away
 */
export function reportPages(paper: ReportPaper, measure: Content): readonly ((content: Content) => void)[] {
  const pages: { readonly block: Block; readonly y: number }[][] = [[]];
  let y = FIRST;
  for (const block of blocks(paper.report)) {
    const height = block.height(measure);
    if (y + height > BOTTOM && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      y = NEXT;
    }
    pages.at(-1)?.push({ block, y });
    y += height;
  }
  return pages.map((placed, at) => (content: Content) => {
    if (at === 0) firstHead(content, paper);
    else nextHead(content, paper, at + 1, pages.length);
    for (const { block, y: top } of placed) block.draw(content, top);
  });
}

function firstHead(content: Content, { office, envelope, title, report }: ReportPaper): void {
  drawLetterhead(content, office, envelope, null);
  const facts = [
    ['Audit of', String(report.year)],
    ['As of', displayDate(report.asOf)],
    ['Drawn on', displayDate(report.draws[0]?.drawnOn ?? report.asOf)],
  ] as const;
  facts.forEach(([label, value], at) => {
    content.text(STYLES.label, ASIDE, 96 + at * 17, label);
    content.text(STYLES.valueBold, RIGHT, 96 + at * 17, value, 'right');
  });
  content.text(STYLES.subject, LEFT, 154, title);
}

function nextHead(content: Content, { office, title }: ReportPaper, page: number, pages: number): void {
  content.text(STYLES.contact, LEFT, 52, office.name);
  content.text(STYLES.label, RIGHT, 52, `page ${page} of ${pages}`, 'right');
  content.text(STYLES.subject, LEFT, 76, title);
}

function blocks(report: AuditReport): readonly Block[] {
  const { counts, failure } = report;
  const sentences = paragraph(
    reportSentences(report).join(' '),
    { face: 'text', size: 11, ink: 'ink' },
    15,
    12,
  );
  return [
    sentences,
    boxes([
      [counts.all.toLocaleString('en-US'), 'drawn'],
      [counts.compliant.toLocaleString('en-US'), 'compliant'],
      [counts['non-compliant'].toLocaleString('en-US'), 'non-compliant'],
      [counts.undecided.toLocaleString('en-US'), 'open'],
    ]),
    bars([
      ['Drawn', counts.all],
      ['Notice sent', counts.told],
      ['Proof returned', counts.returned],
      ['Decided', counts.decided],
      ['Compliant', counts.compliant],
      ['Non-compliant', counts['non-compliant']],
    ]),
    ...(failure === null
      ? []
      : [
          interval(failure, percentText),
          paragraph(FAILURE_METHOD, { face: 'plain', size: 7.5, ink: 'soft' }, 9.5, 11),
        ]),
    tables(byCode(report), whyTurnedDown(report)),
    tables(timeTaken(report), onTheWay(report)),
    tables(reviewers(report)),
    ...(report.agreement.disagreements.length === 0 ? [] : [tables(disagreements(report))]),
    ...(report.forCause.all === 0 ? [] : [tables(forCause(report))]),
  ];
}

function byCode({ byCode: rows }: AuditReport): SmallTable {
  return {
    title: 'Outcomes by certification',
    heads: ['', 'drawn', 'compliant', 'non-compl.'],
    rows: rows.map((one) => [one.code, String(one.drawn), String(one.compliant), String(one.nonCompliant)]),
  };
}

function whyTurnedDown({ found, counts }: AuditReport): SmallTable {
  return {
    title: 'What was found of the activities',
    heads: ['', 'activities', 'cases'],
    rows: [
      ...found.map(({ verdict, reason, activities, cases }) => [
        reason === null
          ? VERDICT_WORDS[verdict]
          : `${VERDICT_WORDS[verdict]}: ${FINDING_REASON_WORDS[reason].toLowerCase()}`,
        String(activities),
        String(cases),
      ]),
      ['Non-compliant: no proof came', '–', String(counts['no-proof'])],
      ['Non-compliant: points not shown', '–', String(counts.short)],
    ],
  };
}

function timeTaken({ fromNotice, fromProof }: AuditReport): SmallTable {
  const row = (word: string, taken: DaysTaken | null) =>
    taken === null
      ? [word, '–', '–', '–']
      : [word, String(taken.median), String(taken.ninth), String(taken.longest)];
  return {
    title: 'Days to decide',
    heads: ['', 'median', '9 of 10', 'longest'],
    rows: [row('from the notice', fromNotice), row('from the proof', fromProof)],
    note: DAYS_METHOD,
  };
}

function onTheWay({ counts, extensions, timesAsked, substitutions }: AuditReport): SmallTable {
  return {
    title: 'On the way',
    heads: ['', 'times', 'cases'],
    rows: [
      ['Extensions', String(extensions), String(counts.extended)],
      ['Asked for more', String(timesAsked), String(counts['more-asked'])],
      ['Substitutions', String(substitutions), String(counts.substituted)],
      ['Notices that came back', '', String(counts.undelivered)],
      ['Appeals', '', String(counts.appealed)],
      ['   upheld', '', String(counts.upheld)],
      ['   reversed', '', String(counts.reversed)],
      ['   still open', '', String(counts['appeal-open'])],
    ],
  };
}

function reviewers(report: AuditReport): SmallTable {
  return {
    title: 'Reviewers',
    heads: ['', 'activities', 'compliant', 'non-compl.', 'second', 'open'],
    rows: report.reviewers.map((one) => [
      one.reviewer,
      String(one.findings),
      String(one.compliant),
      String(one.nonCompliant),
      String(one.secondOpinions),
      String(one.open),
    ]),
    note: `${agreementText(report.agreement)} ${AGREEMENT_METHOD}`,
  };
}

function disagreements({ agreement }: AuditReport): SmallTable {
  return {
    title: 'Where the second reviewer did not agree',
    heads: ['case, first and second reviewer, and what was to be looked at again'],
    rows: agreement.disagreements.map(({ audit, memberName, code, first, second, note, on }) => [
      `Audit ${audit}, ${memberName}, ${code}: ${first}, then ${second} on ${displayDate(on)}: ${note}`,
    ]),
  };
}

function forCause({ forCause: counts }: AuditReport): SmallTable {
  return {
    title: 'Opened for cause, no part of the sample',
    heads: ['', 'opened', 'compliant', 'non-compl.', 'open'],
    rows: [
      [
        'Cases',
        String(counts.all),
        String(counts.compliant),
        String(counts['non-compliant']),
        String(counts.undecided),
      ],
    ],
  };
}
