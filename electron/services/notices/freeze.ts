import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RunKind } from '../../../shared/domain/notice-schedule.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import type { Write } from '../../db/transaction.ts';
import type { Work } from '../../jobs/work.ts';
import { addGiven, dropUnpublishedGiven } from '../../repositories/notice-given.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import {
  addPieces,
  dropUnpublishedPieces,
  type Piece,
  publishRun,
  type Run,
  runs,
} from '../../repositories/runs.ts';
import type { Office } from '../office.ts';
import { withBarcodes } from '../postal/settings.ts';
import { type Addressed, inTrayOrder } from './order.ts';
import type { UnplacedPiece } from './piece.ts';
import type { Stationery } from './stationery.ts';
import { tryPrinting } from './try-printing.ts';

/** Pieces written in one transaction: some 20 ms. */
const PIECES_AT_A_TIME = 1000;

/** A run that is to be made of pieces. */
export interface NewRun {
  readonly kind: RunKind;
  readonly step: string;
  /** `YYYY-MM`; the run is named after it. */
  readonly month: string;
  readonly asOf: CalendarDate;
}

/**
 * Freezes pieces as the next run of the month, in tray order. They are written in short transactions and become a run with the last one,
 * so that a stop in between leaves no half run. The longest letters are tried before.
 * @param still asked as the run is published: throws where its pieces are overtaken, and then there is no run
 * @throws StandingError as `tryPrinting`, `cancelled`
 */
export async function freezeRun(
  office: Office,
  made: NewRun,
  addressed: readonly Addressed[],
  paper: Stationery,
  work: Work,
  still: (write: Write) => Promise<void> = () => Promise.resolve(),
): Promise<RunSummary> {
  const ofMonth = await runs(office.reader, made.month);
  const pieces = placed(inTrayOrder(addressed));
  const run = runOver(pieces, `${made.month}-${runLetter(ofMonth.length)}`, made);
  await tryPrinting(office, run, pieces, paper);
  await writePieces(office, run, pieces, work);
  await office.act(async (write) => {
    await still(write);
    await publishRun(write, run, await withBarcodes(write, paper.frozen, run.toPrint));
    const { id, ...counts } = run;
    write.journal({
      action: 'run.prepared',
      subject: 'run',
      subjectId: id,
      detail: { before: null, after: counts },
    });
  });
  return summaryOf(office.reader, run);
}

/** A piece in its place, with what it tells of. */
type PlacedPiece = Piece & Pick<UnplacedPiece, 'given'>;

/** Numbers the sheets in their order. */
function placed(pieces: readonly Addressed[]): readonly PlacedPiece[] {
  let sheet = 0;
  return pieces.map(({ piece }) => ({ ...piece, sheet: piece.channel === 'print' ? ++sheet : null }));
}

function runOver(pieces: readonly Piece[], id: string, { kind, step, month, asOf }: NewRun): Run {
  const count = (channel: Piece['channel']) => pieces.filter((piece) => piece.channel === channel).length;
  return {
    id,
    kind,
    step,
    month,
    preparedOn: asOf,
    selected: pieces.length,
    toPrint: count('print'),
    toEmail: count('email'),
    held: count('held'),
    alsoEmailed: pieces.filter(({ emailCopy }) => emailCopy).length,
    printedOn: null,
    mailedOn: null,
    mailedCount: null,
    pdfSha256: null,
  };
}

async function writePieces(
  office: Office,
  { id: run, step }: Run,
  pieces: readonly PlacedPiece[],
  work: Work,
): Promise<void> {
  await office.act(async (write) => {
    const given = dropUnpublishedGiven(write);
    const dropped = await dropUnpublishedPieces(write, run);
    if (dropped + given > 0)
      write.journal({ action: 'run.restarted', subject: 'run', subjectId: run, detail: { dropped, given } });
  });
  for (let i = 0; i < pieces.length; i += PIECES_AT_A_TIME) {
    const part = pieces.slice(i, i + PIECES_AT_A_TIME);
    await office.act((write) => {
      addPieces(write, run, i + 1, part);
      addGiven(
        write,
        { run, step },
        part.flatMap(({ given }, at) => given.map((each) => ({ ...each, position: i + at + 1 }))),
      );
      write.journal({
        action: 'run.pieces-written',
        subject: 'run',
        subjectId: run,
        detail: { from: i + 1, to: i + part.length },
      });
    });
    work.progress({
      doing: 'Freezing the run',
      done: i + part.length,
      total: pieces.length,
      cancellable: true,
    });
    await work.breathe();
  }
}

/** A, B, … Z, AA, AB, …: which run of its month it is. @param index how many there are before it */
export function runLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${runLetter(Math.floor(index / 26) - 1)}${last}`;
}
