import type { MissingNotice, MissingReason } from '../../../shared/domain/completeness.ts';
import type { HeldReason } from '../../../shared/domain/renewals.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { GivenTrail, HeldTrail } from '../../repositories/notice-given.ts';
import type { Run } from '../../repositories/runs.ts';
import type { Claim } from './claims.ts';

/**
 * Why a certification that should have a notice has not had it; null where it has.
 * @param given the last that it was given, the one that did not fail where there is such
 * @param held the last piece of the member that a run of the step and month held
 * @param made the runs of the step and month, oldest first
 */
export function missingOf(
  claim: Claim,
  given: GivenTrail | null,
  held: HeldTrail | null,
  made: readonly Run[],
): MissingNotice | null {
  const { memberNo, memberName, code, forDate, timely } = claim;
  const say = (why: MissingReason, run: string | null, text: string): MissingNotice => ({
    ...{ memberNo, memberName, code, forDate, why, run, text },
    settled: false,
    timely,
  });
  if (given !== null && given.failed === null) {
    const waiting = notOutYet(given);
    return waiting === null ? null : say(waiting[0], given.run, waiting[1]);
  }
  const order = new Map(made.map(({ id }, at) => [id, at]));
  const heldLater = held !== null && (order.get(held.run) ?? -1) > (order.get(given?.run ?? '') ?? -1);
  if (held !== null && heldLater && CURABLE.has(held.reason))
    return say(
      'held',
      held.run,
      `Held by run ${held.run}: ${held.detail ?? held.reason}.`.replace('..', '.'),
    );
  if (given?.failed != null) return say(given.failed, given.run, failedText(given));
  const last = made.at(-1);
  if (last !== undefined)
    return say(
      'not-in-run',
      last.id,
      `Not due yet when run ${last.id} was prepared on ${displayDate(last.preparedOn)}.`,
    );
  return say('no-run', null, timely ? 'No run was prepared yet.' : 'No run was prepared in time.');
}

/** What keeps a given notice from being with the member, or null. */
function notOutYet({
  run,
  channel,
  printedOn,
  mailedOn,
  email,
}: GivenTrail): readonly [MissingReason, string] | null {
  if (channel === 'print') {
    if (mailedOn !== null) return null;
    return printedOn === null
      ? ['not-printed', `In run ${run}, which is not printed yet.`]
      : ['not-mailed', `In run ${run}, printed but not marked as mailed.`];
  }
  switch (email) {
    case 'sent':
      return null;
    case 'refused':
      return ['refused', `The mail server refused the e-mail of run ${run}.`];
    case 'bounced':
      return ['bounced', `The e-mail of run ${run} came back.`];
    case 'unknown':
    case 'handing-over':
      return ['unknown', `Whether the e-mail of run ${run} arrived is not known.`];
    default:
      return ['not-emailed', `The e-mail of run ${run} is not sent yet.`];
  }
}

function failedText({ run, failed, failedOn }: GivenTrail): string {
  const on = failedOn === null ? '' : ` on ${displayDate(failedOn)}`;
  switch (failed) {
    case 'bounced':
      return `The e-mail of run ${run} bounced${on}.`;
    case 'refused':
      return `The mail server refused the e-mail of run ${run}${on}.`;
    case 'returned':
      return `The letter of run ${run} came back${on}.`;
    default:
      return `The sheet of run ${run} was spoiled${on}.`;
  }
}

/** Held for what the desk can cure; the other reasons say that no notice was due. */
const CURABLE: ReadonlySet<HeldReason> = new Set([
  'asked for no mail',
  'no usable address',
  'address does not fit the window',
]);

/** Those whom a run held and to whom nothing is due any more. */
export function settledHeld(held: readonly HeldTrail[]): readonly MissingNotice[] {
  return held
    .filter(({ reason }) => CURABLE.has(reason))
    .map(({ run, memberNo, memberName, reason, detail }) => ({
      memberNo,
      memberName,
      code: null,
      forDate: null,
      why: 'held' as const,
      run,
      text: `Was held by run ${run} (${detail ?? reason}); nothing is due any more.`,
      settled: true,
      timely: false,
    }));
}
