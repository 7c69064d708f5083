import type { AuditNotices } from '../../../shared/domain/audit-notices.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { monthText } from '../../../shared/util/dates.ts';
import { newestAuditNotice, runsOfDraw, toldOfDraw } from '../../repositories/audit-notices.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { frozenRun } from '../../repositories/runs.ts';
import { printCovers } from '../notices/cover-pdf.ts';
import { officeSchedule } from '../notices/schedule.ts';
import type { OfficeView } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { officePolicy } from '../policy.ts';
import { memberUnknown } from '../standing.ts';
import { recordedDraw } from './repeat.ts';

/** How the notices of a draw stand (PB-AUD-2). @throws StandingError `draw-unknown` */
export async function auditNotices(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  year: number,
  draw: number,
  asOf: CalendarDate,
): Promise<AuditNotices> {
  const { id, drawnOn } = await recordedDraw(view, year, draw);
  const step = (await officeSchedule(view, asOf)).find(({ kind }) => kind === 'audit');
  const { value, confirmed } = (await officePolicy(view)).value('audit-answer-days', asOf);
  return {
    step: step?.id ?? null,
    month: monthText(drawnOn),
    ...(await toldOfDraw(view.reader, id)),
    answerDays: value,
    answerDaysConfirmed: confirmed,
    runs: await runsOfDraw(view.reader, id),
  };
}

/**
 * Prints the cover sheets of a member’s newest audit notice once more, as they went out: for whom they did not reach, or who lost them.
 * @throws StandingError `office-file`, `member-unknown`, `no-audit-notice`, and as `printCovers`
 */
export async function reprintCovers(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  { memberNo, outFile }: { readonly memberNo: string; readonly outFile: string },
): Promise<{ readonly run: string; readonly pages: number; readonly sha256: string; readonly file: string }> {
  refuseOwnFile(outFile);
  const id = await memberIdOf(view.reader, memberNo);
  if (id === null) throw memberUnknown(memberNo);
  const sent = await newestAuditNotice(view.reader, id);
  if (sent === null)
    throw new StandingError(
      'no-audit-notice',
      `Member ${memberNo} was sent no audit notice, so there are no cover sheets to print.`,
      'Prepare the audit notices of the month first.',
    );
  const { office } = await frozenRun(view.reader, sent.run);
  const { pages, sha256 } = await printCovers(view, office, { ...sent, ...sent.content }, outFile);
  return { run: sent.run, pages, sha256, file: outFile };
}
