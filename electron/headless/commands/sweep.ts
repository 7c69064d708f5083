import { sweep } from '../../services/sweep/sweep.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';

/** `sweep [--dry-run]` */
export async function sweepOffice(call: Call): Promise<CommandResult> {
  const dryRun = call.flag('dry-run');
  const report = await withOffice(call, (office) =>
    sweep(office, { asOf: asOfDate(call), dryRun }, watchedWork(call)),
  );
  const { changes, ...counts } = report;
  const { active, due, lapsed } = report.byStatus;
  const lines = [
    `${dryRun ? 'A sweep would evaluate' : 'Evaluated'} ${report.evaluated} certifications: ${report.invoiced} fees ${dryRun ? 'to invoice' : 'invoiced'}, ${report.rolled} cycles ${dryRun ? 'to roll' : 'rolled'}, ${report.lapsed} lapses ${dryRun ? 'to mark' : 'marked'}.`,
    `Active ${active}, due ${due}, past due ${report.byStatus['past-due']}, lapsed ${lapsed}.`,
    ...changes.map(
      (change) =>
        `${change.memberNo} ${change.memberName}, ${change.code}: ${change.text} (${change.citation})`,
    ),
  ];
  return { json: dryRun ? report : counts, text: lines.join('\n') };
}
