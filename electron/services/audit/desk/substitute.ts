import type { CaseView } from '../../../../shared/domain/audit-case.ts';
import type { ActivityDraft } from '../../../../shared/domain/points.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { addSubstitution } from '../../../repositories/audit-writes.ts';
import { substitutionRefused } from '../../../rules/audit/substitution.ts';
import type { Office } from '../../office.ts';
import { addJudged, groundIn, refuseProblem } from '../../points/enter.ts';
import { judgeEntry } from '../../points/preview.ts';
import { onCase, refuseUnjudged } from './act.ts';
import { claimed } from './find.ts';

/**
 * Enters an activity of the audited cycle in the place of one that was rejected or reduced; it is judged like the others. One outside the
 * cycle is refused with the sentence that excludes it.
 * @throws StandingError `audit-unknown`, `audit-not-in-review`, `activity-not-claimed`, `not-rejected`, `substitute-outside`,
 * `substitute-known`, `activity-impossible`
 */
export function substitute(
  office: Office,
  order: { readonly audit: number; readonly replaces: number; readonly draft: ActivityDraft },
): Promise<CaseView> {
  return onCase(office, order.audit, async ({ view, books, policy, note }) => {
    refuseUnjudged(view);
    const replaced = claimed(view, order.replaces);
    if (replaced.finding === null || replaced.finding.verdict === 'accepted')
      throw new StandingError(
        'not-rejected',
        `“${replaced.title}” is not rejected: nothing can be put in its place.`,
        'Reject or reduce it first.',
      );
    const { completedOn, employedFrom, employedTo } = order.draft;
    const from = completedOn ?? employedFrom;
    if (from !== null) {
      const to = completedOn ?? employedTo;
      const refused = substitutionRefused({ from, to }, { start: view.cycleStart, end: view.cycleEnd });
      if (refused !== null)
        throw new StandingError(
          'substitute-outside',
          `It cannot be put in the place of “${replaced.title}”: ${refused.why}. “${policy.sentence(refused.citation).text}” (${refused.citation})`,
          `Only an activity from ${displayDate(view.cycleStart)} to ${displayDate(view.cycleEnd)} can be.`,
        );
    }
    const ground = await groundIn(books, office, view.memberNo);
    const judged = judgeEntry(ground, { ...order.draft, evidence: 'seen' });
    refuseProblem(judged.preview.problem);
    const [doubt] = judged.preview.doubts;
    if (doubt !== undefined)
      throw new StandingError(
        'substitute-known',
        doubt.text,
        'An activity that is recorded already shows nothing more.',
      );
    const activity = await addJudged(books, ground, judged);
    await addSubstitution(books.write, view.audit, {
      activity,
      replaces: replaced.activity,
      on: books.today,
    });
    note('substituted', {
      before: { activity: replaced.activity, title: replaced.title },
      after: { activity, title: judged.draft.title, points: judged.preview.granted },
    });
  });
}
