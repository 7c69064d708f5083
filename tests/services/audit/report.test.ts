import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseRows } from '../../../electron/repositories/audit-worklist.ts';
import { auditReport } from '../../../electron/services/audit/report/report.ts';
import { writeReportFile } from '../../../electron/services/audit/report/report-file.ts';
import { printReport } from '../../../electron/services/audit/report/report-paper.ts';
import type { CaseView } from '../../../shared/domain/audit-case.ts';
import { REPORT_PARTS, type ReportList, type ReportPart } from '../../../shared/domain/audit-report.ts';
import { daysBetween } from '../../../shared/util/dates.ts';
import { textOf } from '../../e2e/support/pdf.ts';
import { tempFolder } from '../../temp-office.ts';
import { workedCampaign } from './campaign-office.ts';
import { seen } from './desk-office.ts';

const EVERY: ReportList = {
  year: 2026,
  group: 'drawn',
  part: 'all',
  code: null,
  verdict: null,
  reason: null,
  reviewer: null,
};

/** The figures once more, from what the pages of the cases show. */
function recounted(views: readonly CaseView[], today: string): Readonly<Partial<Record<ReportPart, number>>> {
  const many = (test: (view: CaseView) => boolean) => views.filter(test).length;
  const went = (view: CaseView, to: string) => view.steps.some((step) => step.to === to && !step.takenBack);
  const last = (view: CaseView) => view.decisions.findLast(({ state }) => state === 'final');
  const lastReasons = (view: CaseView) => last(view)?.reasons ?? [];
  const noProof = (view: CaseView) => lastReasons(view).some(({ citation }) => citation === 'PB-AUD-3');
  return {
    all: views.length,
    told: many((view) => went(view, 'notice-sent')),
    'not-told': many((view) => !went(view, 'notice-sent')),
    undelivered: 0,
    returned: many((view) => view.documents.length > 0 || went(view, 'received')),
    undecided: many(({ outcome }) => outcome === null),
    overdue: many(({ dueOn, state }) => state !== 'decided' && dueOn !== null && dueOn < today),
    decided: many(({ outcome }) => outcome !== null),
    compliant: many(({ outcome }) => outcome === 'compliant'),
    'non-compliant': many(({ outcome }) => outcome === 'non-compliant'),
    'no-proof': many((view) => view.outcome === 'non-compliant' && noProof(view)),
    short: many((view) => view.outcome === 'non-compliant' && !noProof(view)),
    extended: many((view) => went(view, 'extension')),
    'more-asked': many((view) => went(view, 'more-asked')),
    substituted: many(({ activities }) => activities.some(({ substituteFor }) => substituteFor !== null)),
    appealed: many((view) => went(view, 'appealed')),
    'letter-waiting': many(({ state }) => state === 'letter-waiting'),
    'appeal-open': many(({ state, outcome }) => outcome !== null && state !== 'decided'),
    upheld: many((view) => went(view, 'appealed') && last(view)?.reversal === false),
    reversed: many((view) => went(view, 'appealed') && last(view)?.reversal === true),
    'second-opinion': many(({ opinions }) => opinions.some(({ role }) => role === 'second')),
    disagreed: many(({ opinions }) => opinions.some(({ agrees }) => agrees === false)),
  };
}

describe('the report of a campaign', () => {
  test('every figure is what the cases themselves say, and leads to as many cases', async () => {
    const { office, audits, three, six, seven, lastDay } = await workedCampaign();
    const report = await auditReport(office, 2026, lastDay);
    const views: CaseView[] = [];
    for (const audit of audits) views.push(await seen(office, audit, lastDay));

    expect(report.counts).toMatchObject(recounted(views, lastDay));
    // Each kind of case that the campaign was made of is there.
    expect(report.counts).toMatchObject({
      all: 8,
      'not-told': 1,
      compliant: 3,
      'non-compliant': 2,
      undecided: 3,
      'no-proof': 1,
      'letter-waiting': 1,
      extended: 1,
      'more-asked': 1,
      substituted: 1,
      upheld: 1,
      reversed: 1,
      disagreed: 1,
    });
    expect(report).toMatchObject({ extensions: 2, timesAsked: 1, substitutions: 1 });

    for (const part of REPORT_PARTS)
      for (const group of ['drawn', 'for-cause'] as const) {
        const found = await caseRows(
          office.reader,
          { state: 'all', owner: null, text: '', report: { ...EVERY, part, group } },
          { by: 'member', descending: false },
          lastDay,
          { offset: 0, limit: 100 },
        );
        const counts = group === 'drawn' ? report.counts : report.forCause;
        expect([part, group, found.rows.length]).toEqual([part, group, counts[part]]);
        expect(found.rows.every(({ forCause }) => (forCause === null) === (group === 'drawn'))).toBe(true);
      }
    // The sample brings one for cause, which is nowhere in the sample's figures.
    expect(report.forCause.all).toBeGreaterThan(0);

    const listed = async (list: Partial<ReportList>) =>
      (
        await caseRows(
          office.reader,
          { state: 'all', owner: null, text: '', report: { ...EVERY, ...list } },
          { by: 'member', descending: false },
          lastDay,
          { offset: 0, limit: 100 },
        )
      ).total;

    for (const { code, drawn, compliant, nonCompliant, undecided } of report.byCode) {
      const own = views.filter((view) => view.code === code);
      expect(own).toHaveLength(drawn);
      expect(compliant + nonCompliant + undecided).toBe(drawn);
      expect(own.filter(({ outcome }) => outcome === 'compliant')).toHaveLength(compliant);
      expect(await listed({ code, part: 'non-compliant' })).toBe(nonCompliant);
    }
    expect(report.byCode.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(8);

    const judged = views.flatMap(({ activities, audit }) =>
      activities.flatMap(({ finding }) => (finding === null ? [] : [{ audit, ...finding }])),
    );
    expect(report.found.reduce((sum, { activities }) => sum + activities, 0)).toBe(judged.length);
    for (const { verdict, reason, activities, cases } of report.found) {
      const own = judged.filter((one) => one.verdict === verdict && one.reason === reason);
      expect(own).toHaveLength(activities);
      expect(new Set(own.map(({ audit }) => audit)).size).toBe(cases);
      expect(await listed({ verdict, reason })).toBe(cases);
    }

    const days = (from: 'notice-sent' | 'received') =>
      views
        .flatMap(({ steps, decisions }) => {
          const start = steps.find(({ to }) => to === from)?.on;
          const end = decisions.find(({ state }) => state !== 'withdrawn')?.decidedOn;
          return start === undefined || end === undefined ? [] : [daysBetween(start, end)];
        })
        .sort((a, b) => a - b);
    // Six decided after their notice, the withdrawn decision not counted; one of them without any proof.
    expect(days('notice-sent')).toEqual([16, 28, 28, 43, 50, 50]);
    expect(report.fromNotice).toMatchObject({ cases: 6, median: 35.5, ninth: 50, longest: 50 });
    expect(days('received')).toEqual([3, 15, 15, 30, 37]);
    expect(report.fromProof).toMatchObject({ cases: 5, median: 15, ninth: 37, longest: 37 });
    expect([six, seven]).toContain(report.fromNotice?.longestCase);
    expect(report.fromProof?.longestCase).toBe(six);

    expect(report.agreement).toMatchObject({ opinions: 7, agreed: 6 });
    expect(report.agreement.disagreements).toMatchObject([
      { audit: three, first: 'Ana', second: 'Ben', note: 'Page 3 shows the hours', on: '2026-12-20' },
    ]);
    expect(report.reviewers).toMatchObject([
      { reviewer: 'Ana', compliant: 3, nonCompliant: 5, secondOpinions: 0, open: 1 },
      { reviewer: 'Ben', compliant: 0, nonCompliant: 0, secondOpinions: 7, open: 0 },
    ]);
    for (const { reviewer, reviewed } of report.reviewers) expect(await listed({ reviewer })).toBe(reviewed);
    expect(await listed({ reviewer: 'Ben', part: 'decided' })).toBe(3);
    expect(report.failure).toMatchObject({ found: 2, of: 5, share: 0.4 });
  });

  test('it is printed with the certificate of the draw, and written as CSV, with the same figures', async () => {
    const { office, lastDay } = await workedCampaign();
    const report = await auditReport(office, 2026, lastDay);
    const folder = tempFolder();
    const pdf = join(folder, 'report.pdf');
    const { pages } = await printReport(office, 2026, lastDay, pdf);
    expect(pages).toBe(3);
    const text = textOf(pdf).replace(/\s+/g, ' ');
    expect(text).toContain('Report on the annual CCP audit of 2026');
    expect(text).toContain('5 are decided: 3 compliant and 2 non-compliant.');
    expect(text).toContain('Certificate of the draw for the annual CCP audit of 2026');
    expect(text).toContain(report.draws[0]?.populationSha256.slice(0, 32) ?? 'a hash');
    const csv = join(folder, 'report.csv');
    const { rows } = await writeReportFile(office, 2026, lastDay, csv);
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(rows + 1);
    expect(lines).toContain('cases,compliant,,3,8');
    expect(lines).toContain(`for cause,every case,,${report.forCause.all},${report.forCause.all}`);
    expect(lines).toContain(
      'activities,Rejected,Not proof of completion,'.concat(found(report, 'not-proof')),
    );
    expect(lines).toContain('failure share,high,Clopper–Pearson 95 %,0.8534,');
    await expect(auditReport(office, 2031, lastDay)).rejects.toMatchObject({ code: 'draw-unknown' });
  });
});

function found(report: Awaited<ReturnType<typeof auditReport>>, reason: string): string {
  const one = report.found.find((row) => row.reason === reason);
  return `${one?.activities},${one?.cases} case${one?.cases === 1 ? '' : 's'}`;
}
