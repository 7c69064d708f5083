import { readFile } from 'node:fs/promises';
import type { SentPage } from '../../../shared/domain/renewals.ts';
import { readSheetList } from '../../../shared/domain/sheet-ranges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { documentPath } from '../../documents/store.ts';
import type { Run } from '../../repositories/runs.ts';
import {
  type KeptPrint,
  keptPrints,
  type MemberPiece,
  messageOfPiece,
  pieceOfMember,
} from '../../repositories/sent-pieces.ts';
import { pagesBySheet } from '../../repositories/sheet-pages.ts';
import type { OfficeView } from '../office.ts';
import { existingRun } from './runs.ts';

/**
 * What a run sent to a member: where her sheet lies in the kept PDF of the newest print that holds it, or the message.
 * @throws StandingError `run-unknown`, `not-in-run`, `held-back`, `not-printed`, `print-not-kept`, `not-e-mailed`
 */
export async function sentPage(
  view: Pick<OfficeView, 'reader' | 'folder'>,
  runId: string,
  memberNo: string,
): Promise<SentPage> {
  const run = await existingRun(view, runId);
  const piece = await pieceOfMember(view.reader, runId, memberNo);
  if (piece === null)
    throw new StandingError(
      'not-in-run',
      `Run ${runId} has no piece for member ${memberNo}.`,
      'The member’s notices are listed on the member page.',
    );
  const { memberName } = piece;
  switch (piece.channel) {
    case 'held':
      throw new StandingError(
        'held-back',
        `Nothing was sent to ${memberName} by run ${runId}: the piece is held back (${piece.heldReason}).`,
        'Nothing went out, so there is nothing to show.',
      );
    case 'print':
      return { run: runId, memberNo, memberName, ...(await printedPage(view, run, piece)) };
    case 'email':
      return { run: runId, memberNo, memberName, ...(await sentMessage(view, runId, piece)) };
  }
}

type Of<Channel> = Omit<Extract<SentPage, { channel: Channel }>, 'run' | 'memberNo' | 'memberName'>;

async function printedPage(
  view: Pick<OfficeView, 'reader' | 'folder'>,
  run: Run,
  { sheet }: MemberPiece,
): Promise<Of<'print'>> {
  const wanted = sheet ?? 0;
  const found = (await keptPrints(view.reader, run.id, wanted))
    .map((print) => ({ print, at: placeIn(print, wanted) }))
    .find(({ at }) => at >= 0);
  if (found === undefined)
    throw run.printedOn === null
      ? new StandingError(
          'not-printed',
          `Run ${run.id} was not printed yet, so nothing has been sent by it.`,
          'Print the run first.',
        )
      : new StandingError(
          'print-not-kept',
          `Run ${run.id} was printed before prints were kept, so its file is not here.`,
          'Reprint the sheet: a run prints the same for ever.',
        );
  const { print, at } = found;
  return {
    channel: 'print',
    sheet: wanted,
    sheets: run.toPrint,
    sha256: print.sha256,
    file: documentPath(view.folder, print.sha256),
    page: (await pagesBefore(view, run, print, at)) * (print.duplex ? 2 : 1) + 1,
    firstSheet: print.firstSheet,
    list: print.sheets,
    duplex: print.duplex,
    pagesBySheet: await pagesBySheet(view.reader, run),
    printedAt: print.printedAt,
    mailedOn: run.mailedOn,
  };
}

/** How many pages of a print come before its sheet at a place, backs not counted: audit notices have cover sheets. */
async function pagesBefore(
  view: Pick<OfficeView, 'reader'>,
  run: Run,
  { sheets, firstSheet, lastSheet }: KeptPrint,
  at: number,
): Promise<number> {
  const pages = await pagesBySheet(view.reader, run);
  if (pages === null) return at;
  const list = sheets === null ? null : readSheetList(sheets, lastSheet);
  const before =
    list === null || 'wrong' in list
      ? Array.from({ length: at }, (_, index) => firstSheet + index)
      : list.sheets.slice(0, at);
  return before.reduce((sum, sheet) => sum + (pages[sheet - 1] ?? 1), 0);
}

/** Which sheet of a print it is, from 0; -1 where the print does not hold it. */
function placeIn({ sheets, firstSheet, lastSheet }: KeptPrint, sheet: number): number {
  if (sheets === null) return sheet - firstSheet;
  const list = readSheetList(sheets, lastSheet);
  return 'wrong' in list ? -1 : list.sheets.indexOf(sheet);
}

async function sentMessage(
  view: Pick<OfficeView, 'reader' | 'folder'>,
  run: string,
  { position, memberName }: MemberPiece,
): Promise<Of<'email'>> {
  const message = await messageOfPiece(view.reader, run, position);
  if (message === null)
    throw new StandingError(
      'not-e-mailed',
      `The e-mail to ${memberName} of run ${run} was not sent yet.`,
      'Send the run’s e-mails first.',
    );
  const { sha256 } = message;
  const text = sha256 === null ? null : await readFile(documentPath(view.folder, sha256), 'utf8');
  return { channel: 'email', ...message, message: text };
}
