import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { ReceivedPapers } from '../../../../shared/domain/notice.ts';
import type { RunSummary } from '../../../../shared/domain/renewals.ts';
import type { PieceContent } from '../../../../shared/domain/run-content.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { monthText } from '../../../../shared/util/dates.ts';
import { type Recipient, recipients } from '../../../repositories/renewal-candidates.ts';
import { putInRun, type ReturnRecord, waitingReturns } from '../../../repositories/return-letters.ts';
import { summaryOf } from '../../../repositories/run-lists.ts';
import { addPieces, type Piece, publishRun, type Run, runs } from '../../../repositories/runs.ts';
import { GATE_CITATION } from '../../../rules/intake/gate.ts';
import { runLetter } from '../../notices/freeze.ts';
import { inTrayOrder } from '../../notices/order.ts';
import { stationery } from '../../notices/stationery.ts';
import { tryPrinting } from '../../notices/try-printing.ts';
import type { Office } from '../../office.ts';
import { officePolicy } from '../../policy.ts';
import { withBarcodes } from '../../postal/settings.ts';
import { officeProfile } from '../../profile.ts';
import { readableIn } from '../../restand.ts';
import { sendable } from './hold.ts';

/** What a run of return letters is kept under. */
export const RETURN_STEP = { id: 'return', kind: 'return', letter: 'return' } as const;

/**
 * Freezes a run of the return letters that wait: one sheet a member, whatever was received of her. Those that cannot be sent wait on.
 * @throws StandingError `nothing-to-return`, `office-unnamed`, `bad-letter`, `bad-envelope`, `letter-too-long`
 */
export async function prepareReturns(office: Office, on: CalendarDate): Promise<RunSummary> {
  const paper = await stationery(office, await officeProfile(office), RETURN_STEP);
  const policy = await officePolicy(office);
  const sentence = { citation: GATE_CITATION, sentence: policy.sentence(GATE_CITATION).text };
  return office.act(async (write) => {
    const db = readableIn(write);
    const waiting = Map.groupBy(await waitingReturns(db), ({ memberId }) => memberId);
    const people = await recipients(db, { ids: [...waiting.keys()] });
    const addressed = [...waiting].flatMap(([memberId, letters]) => {
      const recipient = people.get(memberId);
      if (recipient === undefined) return [];
      const sent = sendable(recipient, paper.fit);
      if ('hold' in sent) return [];
      const content = returnContent(recipient, letters.map(receivedOf), sentence);
      const { lines: addressLines, size: addressSize } = sent.fitted;
      const piece = {
        memberId,
        channel: 'print',
        heldReason: null,
        heldDetail: null,
        content: { ...content, addressLines, addressSize },
        given: [],
        emailCopy: false,
        auditLetter: null,
      } as const;
      return [{ recipient, piece }];
    });
    if (addressed.length === 0) throw nothing(waiting.size);
    const pieces = inTrayOrder(addressed).map(({ piece }, at): Piece => ({ ...piece, sheet: at + 1 }));
    const month = monthText(on);
    const run: Run = {
      id: `${month}-${runLetter((await runs(db, month)).length)}`,
      kind: RETURN_STEP.kind,
      step: RETURN_STEP.id,
      month,
      preparedOn: on,
      selected: pieces.length,
      toPrint: pieces.length,
      toEmail: 0,
      held: 0,
      alsoEmailed: 0,
      printedOn: null,
      mailedOn: null,
      mailedCount: null,
      pdfSha256: null,
    };
    await tryPrinting(office, run, pieces, paper);
    addPieces(write, run.id, 1, pieces);
    await publishRun(write, run, await withBarcodes(write, paper.frozen, run.toPrint));
    const placed = pieces.flatMap(({ memberId }, at) =>
      (waiting.get(memberId) ?? []).map(({ letter }) => ({ letter, position: at + 1 })),
    );
    await putInRun(write, run.id, placed);
    write.journal({
      action: 'run.prepared',
      subject: 'run',
      subjectId: run.id,
      detail: {
        before: null,
        after: { ...run, id: undefined },
        letters: placed.map(({ letter }) => letter),
      },
    });
    return summaryOf(db, run);
  });
}

/** What a return letter says, but for the address. */
export function returnContent(
  { memberNo, name }: Pick<Recipient, 'memberNo' | 'name'>,
  received: readonly ReceivedPapers[],
  consequence: PieceContent['consequence'],
): Omit<PieceContent, 'addressLines' | 'addressSize'> {
  return { memberNo, memberName: name, lines: [], totalCents: 0, consequence, received };
}

/** A letter's documents as it tells of them. */
export function receivedOf({ name, receivedOn, pages, papers }: ReturnRecord): ReceivedPapers {
  return { name, on: receivedOn, pages, papers };
}

function nothing(waiting: number): StandingError {
  return waiting === 0
    ? new StandingError('nothing-to-return', 'No return letter waits.', 'There is nothing to print.')
    : new StandingError(
        'nothing-to-return',
        `${waiting === 1 ? 'The return letter that waits is' : `All ${waiting} return letters that wait are`} held.`,
        'See why in Intake, Return letters.',
      );
}
