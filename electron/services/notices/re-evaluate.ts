import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Reevaluated } from '../../../shared/domain/renewals.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { certificationRecords } from '../../repositories/facts.ts';
import { givenTo } from '../../repositories/notice-given.ts';
import { recipients } from '../../repositories/renewal-candidates.ts';
import type { Run } from '../../repositories/runs.ts';
import { pieceOfMember } from '../../repositories/sent-pieces.ts';
import { stepDay } from '../../rules/notices/step-day.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { officeProfile } from '../profile.ts';
import { certifiedBy } from '../standing.ts';
import { pieceFor, type UnplacedPiece } from './piece.ts';
import { existingRun } from './runs.ts';
import { scheduledStep } from './schedule.ts';
import { stationery } from './stationery.ts';
import { stepRows } from './step-rows.ts';

/**
 * What would become of a held piece if a further run of its step and month were prepared now. The run itself stays as it is.
 * @throws StandingError `run-unknown`, `not-in-run`, `not-held`, and what a preparation refuses
 */
export async function reevaluatePiece(
  view: OfficeView,
  runId: string,
  memberNo: string,
  asOf: CalendarDate,
): Promise<Reevaluated> {
  const run = await existingRun(view, runId);
  const piece = await pieceOfMember(view.reader, runId, memberNo);
  if (piece === null)
    throw new StandingError('not-in-run', `Run ${runId} has no piece for member ${memberNo}.`);
  if (piece.channel !== 'held')
    throw new StandingError(
      'not-held',
      `The piece of ${piece.memberName} in run ${runId} is not held.`,
      'Only held pieces are evaluated again.',
    );
  const now = await pieceNow(view, run, piece.memberId, asOf);
  return { run: runId, memberNo, channel: now?.channel ?? 'held', text: wording(piece.memberName, now) };
}

async function pieceNow(
  view: OfficeView,
  run: Run,
  memberId: number,
  asOf: CalendarDate,
): Promise<UnplacedPiece | null> {
  const step = await scheduledStep(view, run.step, asOf);
  const policy = await officePolicy(view);
  const day = stepDay(step, run.month, policy);
  const members = { ids: [memberId] };
  const recipient = (await recipients(view.reader, members)).get(memberId);
  if (recipient === undefined) return null;
  const records = (await certificationRecords(view.reader, members, asOf)).filter(certifiedBy(asOf));
  const given = await givenTo(view.reader, step.id, members);
  const paper = await stationery(view, await officeProfile(view), step);
  const order = { step, month: run.month, day, asOf, policy, stationery: paper };
  const rows = await stepRows(view.reader, step, run.month, members);
  return pieceFor(recipient, records, given, order, rows);
}

function wording(name: string, now: UnplacedPiece | null): string {
  if (now === null) return `The notice is not for ${name} any more, so nothing would go out.`;
  switch (now.channel) {
    case 'print':
      return `The notice of ${name} would be printed now; it goes out with a further run for those held.`;
    case 'email':
      return `The notice of ${name} would go by e-mail now, with a further run for those held.`;
    case 'held':
      return `The notice of ${name} would still be held: ${now.heldDetail ?? `${now.heldReason}.`}`;
  }
}
