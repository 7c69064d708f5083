import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { addMonths, displayDate, firstDayOfMonth, monthText } from '../../../shared/util/dates.ts';
import type { Work } from '../../jobs/work.ts';
import { certificationRecords } from '../../repositories/facts.ts';
import { membersWithAnniversaryIn, recipients } from '../../repositories/renewal-candidates.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import {
  addPieces,
  alreadySent,
  dropUnpublishedPieces,
  type Piece,
  publishRun,
  type Run,
  runs,
} from '../../repositories/runs.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { officeProfile } from '../profile.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from '../standing.ts';
import { type Addressed, inTrayOrder } from './order.ts';
import { type Order, pieceFor } from './piece.ts';
import { type Stationery, stationery } from './stationery.ts';

/** Pieces written in one transaction: some 20 ms. */
const PIECES_AT_A_TIME = 1000;

export interface PrepareRequest {
  /** `YYYY-MM`: whose anniversary lies in it. */
  readonly month: string;
  readonly asOf: CalendarDate;
  /** true: a further run for those whom the earlier runs of the month did not reach. */
  readonly again: boolean;
}

/**
 * Freezes a run of renewal notices: everyone whose anniversary lies in the month, each printed, e-mailed or held with a reason. For a
 * month that already has a run, that run is returned unchanged. Pieces are written in short transactions and become a run with the
 * last one, so that a stop in between leaves no half run.
 * @throws StandingError `month-implausible`, `cancelled`, `office-unnamed`, `bad-letter`, `bad-envelope`
 */
export async function prepareRenewals(
  office: Office,
  request: PrepareRequest,
  work: Work,
): Promise<RunSummary> {
  const earlier = await runs(office.reader, request.month);
  if (earlier[0] !== undefined && !request.again) return summaryOf(office.reader, earlier[0]);
  refuseImplausible(request);
  const paper = stationery(office.resources, await officeProfile(office));
  const addressed = await selectPieces(office, request, paper, work);
  const pieces = placed(inTrayOrder(addressed));
  const run = runOver(pieces, `${request.month}-${runLetter(earlier.length)}`, request);
  await writePieces(office, run.id, pieces, work);
  await office.act(async (write) => {
    await publishRun(write, run, paper.frozen);
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

/** How far from today a month may lie: a run is kept for ever, and one for 1026 is a slip of the finger. */
const MONTHS_AWAY = 24;

function refuseImplausible({ month, asOf }: PrepareRequest): void {
  const from = monthText(addMonths(firstDayOfMonth(asOf), -MONTHS_AWAY));
  const to = monthText(addMonths(firstDayOfMonth(asOf), MONTHS_AWAY));
  if (month >= from && month <= to) return;
  throw new StandingError(
    'month-implausible',
    `The month ${month} lies more than two years from ${displayDate(asOf)}, so no notices are prepared for it.`,
    `Name a month from ${from} to ${to}.`,
  );
}

async function selectPieces(
  office: Office,
  { month, asOf }: PrepareRequest,
  paper: Stationery,
  work: Work,
): Promise<readonly Addressed[]> {
  const order: Order = {
    month,
    asOf,
    stationery: paper,
    policy: await officePolicy(office),
    sent: await alreadySent(office.reader, month),
  };
  const ids = await membersWithAnniversaryIn(office.reader, month);
  const addressed: Addressed[] = [];
  for (let i = 0; i < ids.length; i += MEMBERS_AT_A_TIME) {
    const members = { ids: ids.slice(i, i + MEMBERS_AT_A_TIME) };
    const people = await recipients(office.reader, members);
    const records = (await certificationRecords(office.reader, members, asOf)).filter(certifiedBy(asOf));
    for (const [memberId, own] of Map.groupBy(records, (record) => record.memberId)) {
      const recipient = people.get(memberId);
      if (recipient !== undefined) addressed.push({ recipient, piece: pieceFor(recipient, own, order) });
    }
    work.progress({
      doing: 'Selecting members',
      done: Math.min(i + MEMBERS_AT_A_TIME, ids.length),
      total: ids.length,
      cancellable: true,
    });
    await work.breathe();
  }
  return addressed;
}

/** Numbers the sheets in their order. */
function placed(pieces: readonly Addressed[]): readonly Piece[] {
  let sheet = 0;
  return pieces.map(({ piece }) => ({ ...piece, sheet: piece.channel === 'print' ? ++sheet : null }));
}

function runOver(pieces: readonly Piece[], id: string, { month, asOf }: PrepareRequest): Run {
  const count = (channel: Piece['channel']) => pieces.filter((piece) => piece.channel === channel).length;
  return {
    id,
    kind: 'renewal',
    step: 'renewal',
    month,
    preparedOn: asOf,
    selected: pieces.length,
    toPrint: count('print'),
    toEmail: count('email'),
    held: count('held'),
    printedOn: null,
    mailedOn: null,
    mailedCount: null,
    pdfSha256: null,
  };
}

async function writePieces(office: Office, run: string, pieces: readonly Piece[], work: Work): Promise<void> {
  await office.act(async (write) => {
    const dropped = await dropUnpublishedPieces(write, run);
    if (dropped > 0)
      write.journal({ action: 'run.restarted', subject: 'run', subjectId: run, detail: { dropped } });
  });
  for (let i = 0; i < pieces.length; i += PIECES_AT_A_TIME) {
    const part = pieces.slice(i, i + PIECES_AT_A_TIME);
    await office.act((write) => {
      addPieces(write, run, i + 1, part);
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

/** A, B, … Z, AA, AB, … */
function runLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${runLetter(Math.floor(index / 26) - 1)}${last}`;
}
