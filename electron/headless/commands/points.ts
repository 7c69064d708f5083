import type { EnteredActivity } from '../../../shared/domain/points.ts';
import {
  correctActivity,
  previewCounter,
  standingActivity,
  withdrawActivity,
} from '../../services/points/counter.ts';
import { enterActivity, refuseProblem } from '../../services/points/enter.ts';
import { memberPoints } from '../../services/points/member-points.ts';
import { previewActivity } from '../../services/points/preview.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { idOf } from './money-options.ts';
import { correctedDraft, draftOf } from './points-options.ts';
import { changesText, memberPointsText, previewText } from './points-words.ts';

/** `points add MEMBER_NO --category C --title T --on DATE …` */
export async function add(call: Call): Promise<CommandResult> {
  const toEnter = { ...draftOf(call), memberNo: call.words[0] ?? '' };
  return withOffice(call, async (office): Promise<CommandResult> => {
    if (call.flag('dry-run')) {
      const preview = await previewActivity(office, toEnter, asOfDate(call));
      refuseProblem(preview.problem);
      return { json: preview, text: `${previewText(preview)}\nNothing was entered.` };
    }
    return entered(await enterActivity(office, toEnter, call.flag('confirm-duplicate')));
  });
}

/** `points correct ACTIVITY --reason TEXT …` */
export async function correct(call: Call): Promise<CommandResult> {
  const activity = idOf(call.words[0], 'an activity');
  return withOffice(call, async (office): Promise<CommandResult> => {
    const draft = correctedDraft(call, await standingActivity(office.reader, activity));
    if (call.flag('dry-run')) {
      const preview = await previewCounter(office, activity, draft, asOfDate(call));
      refuseProblem(preview.preview?.problem ?? null);
      return { json: preview, text: changesText(preview.changes, preview.couldHaveMore) };
    }
    const reason = reasonIn(call);
    const confirmDoubts = call.flag('confirm-duplicate');
    return entered(await correctActivity(office, { activity, draft, reason, confirmDoubts }));
  });
}

/** `points withdraw ACTIVITY --reason TEXT` */
export async function withdraw(call: Call): Promise<CommandResult> {
  const activity = idOf(call.words[0], 'an activity');
  return withOffice(call, async (office) => {
    const preview = await previewCounter(office, activity, null, asOfDate(call));
    const changes = changesText(preview.changes, preview.couldHaveMore);
    if (call.flag('dry-run')) return { json: preview, text: changes };
    const { text } = await withdrawActivity(office, { activity, reason: reasonIn(call) });
    return { json: { activity, ...preview }, text: `${text}\n${changes}` };
  });
}

/** `points list MEMBER_NO` */
export async function list(call: Call): Promise<CommandResult> {
  const memberNo = call.words[0] ?? '';
  const points = await withOffice(call, (office) => memberPoints(office, memberNo, asOfDate(call)));
  return { json: points, text: memberPointsText(points) };
}

function entered(outcome: EnteredActivity): CommandResult {
  const { activity, preview } = outcome;
  if (activity === null)
    return {
      json: outcome,
      text: '',
      refused: `Nothing was entered: ${preview.doubts.map(({ text }) => text).join(' ')} If it is another one, add --confirm-duplicate.`,
    };
  return { json: outcome, text: `Activity ${activity} entered.\n${previewText(preview)}` };
}

function reasonIn(call: Call): string {
  const reason = call.text('reason');
  if (reason === null) throw new UsageError('--reason is missing; say in a few words why');
  return reason;
}
