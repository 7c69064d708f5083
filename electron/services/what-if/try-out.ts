import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { PolicyDecision } from '../../../shared/domain/policy-decisions.ts';
import { STANDING_STATUSES, type StandingStatus } from '../../../shared/domain/standing.ts';
import type { StandingPart, Trial, TrialReport, TriedValue } from '../../../shared/domain/what-if.ts';
import type { Work } from '../../jobs/work.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { certificationRecords, memberRanges } from '../../repositories/facts.ts';
import { policyDecisions } from '../../repositories/policy-decisions.ts';
import { judge } from '../../rules/judge.ts';
import { watched } from '../../rules/watched-policy.ts';
import type { OfficeView } from '../office.ts';
import { shippedPolicy } from '../policy.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from '../standing.ts';
import { differingParts } from './parts.ts';

/** A certification that would stand otherwise. */
export interface StandingChange {
  readonly memberId: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly from: StandingStatus;
  readonly to: StandingStatus;
  readonly parts: readonly StandingPart[];
}

/** A trial that was made: whom it found, and the policies that it judged by. */
export interface Tried {
  readonly report: TrialReport;
  readonly policy: PolicyBook;
  readonly tried: PolicyBook;
  /** By member and code. */
  readonly changes: readonly StandingChange[];
}

/**
 * Judges everyone twice, under what is in force and under what is tried, and keeps in memory who would stand otherwise; writes nothing.
 * @throws StandingError `policy-unknown`, `policy-override`, `cancelled`
 */
export async function tryOut(view: OfficeView, trial: Trial, work: Work): Promise<Tried> {
  const decisions = await policyDecisions(view.reader);
  const book = shippedPolicy(view.resources);
  const policy = book.withDecisions(decisions);
  const tried = triedBook(book, decisionsWithout(decisions, trial.without), trial.values);
  const ranges = await memberRanges(view.reader, MEMBERS_AT_A_TIME);
  const asked = watched(policy, tried, changedNames(policy, tried));
  const [inForce, inTrial] = [certifiedBy(trial.against), certifiedBy(trial.asOf)];
  const changes: StandingChange[] = [];
  let judged = 0;
  for (const [index, range] of ranges.entries()) {
    for (const record of await certificationRecords(view.reader, range, trial.against)) {
      if (!inForce(record) || !inTrial(record)) continue;
      judged += 1;
      const before = judge(record.facts, asked, trial.against);
      // On the same day nothing can differ where no value asked for does.
      if (!asked.differed() && trial.asOf === trial.against) continue;
      const after = judge(record.facts, tried, trial.asOf);
      const parts = differingParts(before, after);
      if (parts.length === 0) continue;
      const { memberId, memberNo, memberName, code } = record;
      changes.push({ memberId, memberNo, memberName, code, from: before.status, to: after.status, parts });
    }
    work.progress({
      doing: 'Trying it on everyone',
      done: index + 1,
      total: ranges.length,
      cancellable: true,
    });
    await work.breathe();
  }
  return { report: reportOf(trial, judged, changes), policy, tried, changes };
}

/**
 * A value tried from a day on is as if it were decided: what is decided for a later day holds from that day on. One that is tried for
 * always stands over all of them.
 */
function triedBook(
  book: PolicyBook,
  decisions: readonly PolicyDecision[],
  values: readonly TriedValue[],
): PolicyBook {
  const always = new Set(values.filter(({ from }) => from === undefined).map(({ name }) => name));
  const decided = values.flatMap(({ name, value, from }, at): readonly PolicyDecision[] => {
    if (from === undefined || always.has(name)) return [];
    // The book refuses a name that it has not; decisions of one are passed over.
    book.history(name);
    const number = (decisions.at(-1)?.decision ?? 0) + 1 + at;
    const said = { reason: '', reference: '', actor: '', approvedBy: '', at: '' };
    return [{ decision: number, kind: 'set', name, from, value, ...said }];
  });
  return book
    .withDecisions([...decisions, ...decided])
    .withOverrides(values.filter(({ name }) => always.has(name)));
}

/** A decision that is tried without is as if a withdrawal of it had followed. */
function decisionsWithout(
  decisions: Awaited<ReturnType<typeof policyDecisions>>,
  without: number | null,
): typeof decisions {
  const taken = decisions.find(({ decision }) => decision === without);
  return taken === undefined ? decisions : [...decisions, { ...taken, kind: 'withdrawn', value: null }];
}

/** The values that the two books do not have alike. */
function changedNames(policy: PolicyBook, tried: PolicyBook): ReadonlySet<string> {
  const names = policy.all().filter((history) => {
    const other = tried.history(history.name).entries;
    return JSON.stringify(history.entries) !== JSON.stringify(other);
  });
  return new Set(names.map(({ name }) => name));
}

function reportOf(trial: Trial, judged: number, changes: readonly StandingChange[]): TrialReport {
  const moves = STANDING_STATUSES.flatMap((from) =>
    STANDING_STATUSES.filter((to) => to !== from).map((to) => ({
      from,
      to,
      certifications: changes.filter((change) => change.from === from && change.to === to).length,
    })),
  )
    .filter(({ certifications }) => certifications > 0)
    .sort((a, b) => b.certifications - a.certifications);
  const moved = moves.reduce((sum, { certifications }) => sum + certifications, 0);
  return { trial, judged, moves, moved, otherwise: changes.length - moved };
}
