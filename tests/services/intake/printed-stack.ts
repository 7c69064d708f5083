import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { openForCause } from '../../../electron/repositories/record-draw.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import type { Office } from '../../../electron/services/office.ts';

/** A sheet that was printed and comes back in a stack. */
export interface StackSheet {
  readonly sheet: number;
  readonly memberNo: string;
}

/**
 * Prints the first notices of December, all of members who are under audit now, so that what comes back is accepted.
 * @returns the PDF and whose each of its pages is
 */
export async function printStack(
  office: Office,
  folder: string,
  most: number,
): Promise<{ readonly pdf: string; readonly sheets: readonly StackSheet[] }> {
  const today = office.clock.today();
  const { run, toPrint } = await prepareRenewals(
    office,
    { month: '2026-12', asOf: today, again: false },
    unwatchedWork(),
  );
  const pdf = join(folder, 'stack.pdf');
  const to = Math.min(most, toPrint);
  await printRun(office, { run, from: 1, to, outFile: pdf }, unwatchedWork());
  const sheets = office.db.sqlite
    .prepare<
      [string, number],
      StackSheet & { readonly certification: number; readonly since: string; readonly cases: number }
    >(
      `SELECT p.sheet, m.member_no AS memberNo, min(c.id) AS certification, c.certified_on AS since,
       (SELECT count(*) FROM audit a JOIN certification o ON o.id = a.certification_id WHERE o.member_id = m.id AND a.outcome IS NULL)
       + (SELECT count(*) FROM recertification_application r JOIN certification o ON o.id = r.certification_id
          WHERE o.member_id = m.id AND r.closed_on IS NULL) AS cases
       FROM run_piece p JOIN member m ON m.id = p.member_id JOIN certification c ON c.member_id = m.id
       WHERE p.run_id = ? AND p.sheet <= ? GROUP BY p.sheet ORDER BY p.sheet`,
    )
    .all(run, to);
  await office.act(async (write) => {
    for (const { certification, since, cases } of sheets)
      if (cases === 0)
        await openForCause(write, {
          certificationId: certification,
          cycleStart: since,
          reason: 'A stack',
          on: today,
        });
    write.journal({ action: 'test.audits', subject: 'office', subjectId: 'test', detail: null });
  });
  return { pdf, sheets };
}
