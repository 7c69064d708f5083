import type { TrialFilter, TrialRow, TrialRows, TrialSort } from '../../../shared/domain/what-if.ts';
import { withSpokenDates } from '../../../shared/util/spoken-dates.ts';
import { certificationRecords } from '../../repositories/facts.ts';
import { evaluateStanding } from '../../rules/evaluate-standing.ts';
import type { OfficeView } from '../office.ts';
import type { StandingChange, Tried } from './try-out.ts';

export interface TrialQuery {
  readonly filter: TrialFilter;
  readonly sort: { readonly by: TrialSort; readonly descending: boolean };
}

/** Whom a list shows, in its order. */
export function listedChanges({ changes }: Tried, { filter, sort }: TrialQuery): readonly StandingChange[] {
  const { show, from, to } = filter;
  const shown = changes.filter(
    (change) =>
      (show === 'moved') === (change.from !== change.to) &&
      (from === null || change.from === from) &&
      (to === null || change.to === to),
  );
  const by = sort.by === 'name' ? 'memberName' : sort.by;
  const sign = sort.descending ? -1 : 1;
  return shown.toSorted((a, b) => sign * COLLATOR.compare(a[by], b[by]));
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** A page of a trial's list, each with what decides before and after, put into words only now. */
export async function trialRows(
  view: Pick<OfficeView, 'reader'>,
  tried: Tried,
  query: TrialQuery & { readonly offset: number; readonly limit: number },
): Promise<TrialRows> {
  const listed = listedChanges(tried, query);
  const page = listed.slice(query.offset, query.offset + query.limit);
  return { total: listed.length, rows: await rowsOf(view, tried, page) };
}

/** Changes with their reasons. */
export async function rowsOf(
  { reader }: Pick<OfficeView, 'reader'>,
  { policy, tried, report: { trial } }: Tried,
  changes: readonly StandingChange[],
): Promise<readonly TrialRow[]> {
  if (changes.length === 0) return [];
  const ids = [...new Set(changes.map(({ memberId }) => memberId))];
  const records = await certificationRecords(reader, { ids }, trial.against);
  const byName = new Map(records.map((record) => [`${record.memberId} ${record.code}`, record.facts]));
  return changes.map(({ memberId, ...change }): TrialRow => {
    const facts = byName.get(`${memberId} ${change.code}`);
    if (facts === undefined) return { ...change, before: '', after: '' };
    const before = evaluateStanding(facts, policy, trial.against).reasons.map(({ text }) => text);
    const after = evaluateStanding(facts, tried, trial.asOf).reasons.map(({ text }) => text);
    return { ...change, before: decisive(before, after), after: decisive(after, before) };
  });
}

/** The first reason that the other side does not give. */
function decisive(own: readonly string[], other: readonly string[]): string {
  return withSpokenDates(own.find((text) => !other.includes(text)) ?? own[0] ?? '');
}
