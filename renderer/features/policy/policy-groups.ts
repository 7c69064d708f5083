import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { isUnconfirmed, type PolicyEntry, type PolicyHistory } from '../../../shared/domain/policy.ts';
import { policyValueWords } from '../../../shared/domain/policy-words.ts';

export interface PolicyGroup {
  readonly title: string;
  readonly values: readonly PolicyHistory[];
}

/** Which values stand together; the first that a name matches. */
const GROUPS: readonly { readonly title: string; readonly names: RegExp }[] = [
  { title: 'Annual fees', names: /^annual-fee\./ },
  { title: 'Points required in a cycle', names: /^points-required\./ },
  { title: 'The CCP cycle', names: /^(ccp-bound|cycle-years|employment-|points-attention|points-grace)/ },
  { title: 'Lapse and recertification', names: /^(lapse-|exam-only|recertification-)/ },
  { title: 'Annual audit', names: /^audit-/ },
  { title: 'Keeping documents', names: /^retention-/ },
  { title: 'Notices', names: /^ccp-notice/ },
  { title: 'Points for an hour or credit', names: /^points-per-hour\./ },
  { title: 'Most points of a category in a cycle', names: /^points-cap\./ },
];
const OTHERS = 'Further values';

/** The book's values in groups, in the book's own order within each. */
export function policyGroups(values: readonly PolicyHistory[]): readonly PolicyGroup[] {
  const titleOf = ({ name }: PolicyHistory) => GROUPS.find(({ names }) => names.test(name))?.title ?? OTHERS;
  return [...GROUPS.map(({ title }) => title), OTHERS]
    .map((title) => ({ title, values: values.filter((value) => titleOf(value) === title) }))
    .filter((group) => group.values.length > 0);
}

/** `Annual fee: Registered Medical Assistant` in its group: `Registered Medical Assistant`. */
export function shortTitle({ title }: PolicyHistory, group: PolicyGroup): string {
  const first = group.values[0]?.title ?? '';
  const prefix = /^[^:]+: /.exec(first)?.[0] ?? '';
  const shared =
    prefix !== '' && group.values.length > 1 && group.values.every((one) => one.title.startsWith(prefix));
  if (!shared) return title;
  const rest = title.slice(prefix.length);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** A value as the office writes it: `$50.00`, `30 points`, `5 %`, `1 January 2006`. */
export function valueWords({ unit, value }: Pick<PolicyEntry, 'unit' | 'value'>): string {
  return policyValueWords(unit, value);
}

/** The day from which the book's first values hold: what is in force from there has always been. */
export function firstDay(values: readonly PolicyHistory[]): CalendarDate {
  return values.flatMap(({ entries }) => entries.map(({ from }) => from)).toSorted()[0] ?? '9999-12-31';
}

/** How many values wait for the office to confirm what holds on a day or later. */
export function unconfirmedCount(values: readonly PolicyHistory[], day: CalendarDate): number {
  return values.filter((history) => isUnconfirmed(history, day)).length;
}
