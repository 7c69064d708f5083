import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { readSheetList, sheetListText } from '../../../shared/domain/sheet-ranges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import { addSpoiledSheets, waitingSheets } from '../../repositories/spoiled-sheets.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Office } from '../office.ts';
import { existingRun } from './runs.ts';

/**
 * Marks sheets of a printed run as spoiled; each then waits for its reprint. One that waits already stays as it is.
 * @throws StandingError `run-unknown`, `not-printed`, `mailed-already`, `no-such-sheets`, `reason-missing`
 */
export async function markSpoiled(
  office: Office,
  request: { readonly run: string; readonly sheets: string; readonly reason: string },
): Promise<RunSummary> {
  const run = await existingRun(office, request.run);
  if (run.printedOn === null)
    throw new StandingError(
      'not-printed',
      `Run ${run.id} was not printed yet, so none of its sheets can be spoiled.`,
      'Print the run first.',
    );
  if (run.mailedOn !== null)
    throw new StandingError(
      'mailed-already',
      `Run ${run.id} was marked as mailed on ${displayDate(run.mailedOn)}, so its sheets are at the post.`,
      'Take the mailing back first if it is wrong.',
    );
  const read = readSheetList(request.sheets, run.toPrint);
  if ('wrong' in read) throw new StandingError('no-such-sheets', read.wrong, 'Nothing was marked.');
  const reason = request.reason.trim();
  if (reason === '')
    throw new StandingError(
      'reason-missing',
      'Sheets are marked as spoiled with a reason.',
      'Say what happened, such as “jammed in the folder”.',
    );
  refuseCardNumbers([reason]);
  const waiting = new Set((await waitingSheets(office.reader, run.id)).map(({ sheet }) => sheet));
  const added = read.sheets.filter((sheet) => !waiting.has(sheet));
  if (added.length > 0)
    await office.act(async (write) => {
      const { at, name: actor } = write.actor;
      await addSpoiledSheets(write, run.id, added, { reason, at, actor });
      write.journal({
        action: 'run.sheets-spoiled',
        subject: 'run',
        subjectId: run.id,
        detail: { sheets: sheetListText(added), reason },
      });
    });
  return summaryOf(office.reader, run);
}
