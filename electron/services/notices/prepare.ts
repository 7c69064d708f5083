import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import type { Work } from '../../jobs/work.ts';
import { certificationRecords } from '../../repositories/facts.ts';
import { addGiven, dropUnpublishedGiven, givenTo } from '../../repositories/notice-given.ts';
import { recipients } from '../../repositories/renewal-candidates.ts';
import { summaryOf } from '../../repositories/run-lists.ts';
import {
  addPieces,
  dropUnpublishedPieces,
  type Piece,
  publishRun,
  type Run,
  runs,
} from '../../repositories/runs.ts';
import { stepDay } from '../../rules/notices/step-day.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { withBarcodes } from '../postal/settings.ts';
import { officeProfile } from '../profile.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from '../standing.ts';
import { candidates } from './candidates.ts';
import { type Addressed, inTrayOrder } from './order.ts';
import { type Order, pieceFor, type UnplacedPiece } from './piece.ts';
import { scheduledStep } from './schedule.ts';
import { stationery } from './stationery.ts';
import { stepRows } from './step-rows.ts';
import { refuseUntimely } from './timely.ts';

/** Pieces written in one transaction: some 20 ms. */
const PIECES_AT_A_TIME = 1000;

export interface PrepareRequest {
  /** A step of the office's notice schedule. */
  readonly step: string;
  /**
   * `YYYY-MM`: in which the anniversary of the fee's year lies; the CCP cycle ends; the certification lapses (final notice), or lapsed
   * (lapse notice: by fees 36 months after the due date, by points the day after the cycle and its days of grace, by an audit the day it
   * closed).
   */
  readonly month: string;
  readonly asOf: CalendarDate;
  /** true: a further run for those whom the earlier runs of the step and month did not reach. */
  readonly again: boolean;
}

/** A run of renewal notices: `prepareRun` of that step. */
export function prepareRenewals(
  office: Office,
  request: Omit<PrepareRequest, 'step'>,
  work: Work,
): Promise<RunSummary> {
  return prepareRun(office, { ...request, step: 'renewal' }, work);
}

/**
 * Freezes a run of a step of the notice schedule: everyone whom its rule names for the month, each printed, e-mailed or held with a
 * reason. For a month that already has a run of the step, that run is returned unchanged. Pieces are written in short transactions
 * and become a run with the last one, so that a stop in between leaves no half run.
 * @throws StandingError `step-unknown`, `month-implausible`, `step-too-early`, `step-too-late`, `cancelled`, `office-unnamed`,
 * `bad-letter`, `bad-envelope`
 */
export async function prepareRun(office: Office, request: PrepareRequest, work: Work): Promise<RunSummary> {
  const { month, asOf } = request;
  const ofMonth = await runs(office.reader, month);
  const earlier = ofMonth.find((run) => run.step === request.step);
  if (earlier !== undefined && !request.again) return summaryOf(office.reader, earlier);
  const step = await scheduledStep(office, request.step, asOf);
  const policy = await officePolicy(office);
  const day = stepDay(step, month, policy);
  refuseUntimely(step, month, day, asOf);
  const paper = await stationery(office, await officeProfile(office), step);
  const addressed = await selectPieces(office, { step, month, day, asOf, policy, stationery: paper }, work);
  const pieces = placed(inTrayOrder(addressed));
  const run = runOver(pieces, `${month}-${runLetter(ofMonth.length)}`, step, request);
  await writePieces(office, run, pieces, work);
  await office.act(async (write) => {
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

async function selectPieces(office: Office, order: Order, work: Work): Promise<readonly Addressed[]> {
  const { step, month, asOf, policy } = order;
  const ids = await candidates(office.reader, step, month, policy);
  const addressed: Addressed[] = [];
  for (let i = 0; i < ids.length; i += MEMBERS_AT_A_TIME) {
    const members = { ids: ids.slice(i, i + MEMBERS_AT_A_TIME) };
    const people = await recipients(office.reader, members);
    const given = await givenTo(office.reader, step.id, members);
    const rows = await stepRows(office.reader, step, month, members);
    const records = (await certificationRecords(office.reader, members, asOf)).filter(certifiedBy(asOf));
    for (const [memberId, own] of Map.groupBy(records, (record) => record.memberId)) {
      const recipient = people.get(memberId);
      if (recipient === undefined) continue;
      const piece = pieceFor(recipient, own, given, order, rows);
      if (piece !== null) addressed.push({ recipient, piece });
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

/** A piece in its place, with what it tells of. */
type PlacedPiece = Piece & Pick<UnplacedPiece, 'given'>;

/** Numbers the sheets in their order. */
function placed(pieces: readonly Addressed[]): readonly PlacedPiece[] {
  let sheet = 0;
  return pieces.map(({ piece }) => ({ ...piece, sheet: piece.channel === 'print' ? ++sheet : null }));
}

function runOver(
  pieces: readonly Piece[],
  id: string,
  step: NoticeStep,
  { month, asOf }: PrepareRequest,
): Run {
  const count = (channel: Piece['channel']) => pieces.filter((piece) => piece.channel === channel).length;
  return {
    id,
    kind: step.kind,
    step: step.id,
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
