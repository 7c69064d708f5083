import type { EligibilityView, NeedState, RouteResult } from './eligibility.ts';

/** How a need stands, in a word or two. */
export const NEED_WORDS: Readonly<Record<NeedState, string>> = {
  met: 'met',
  still: 'still needed',
  unsure: 'to be shown',
  out: 'not met',
  unasked: 'not asked yet',
};

/** Whether everything that a way needs is there. */
export function isMet({ state, needs }: RouteResult): boolean {
  return state === 'fits' && needs.every((need) => need.state === 'met');
}

/** The ways as they are shown: those with everything there, those that still need something, those that are closed. */
export function bestFirst(routes: readonly RouteResult[]): readonly RouteResult[] {
  const rank = (result: RouteResult) => (result.state === 'out' ? 2 : isMet(result) ? 0 : 1);
  return routes.toSorted((a, b) => rank(a) - rank(b));
}

/** How many ways fit, in a sentence. */
export function fitsText({ routes, next }: Pick<EligibilityView, 'routes' | 'next'>): string {
  const possible = routes.filter(({ state }) => state !== 'out').length;
  const of = `of ${routes.length} ways`;
  if (next !== null) return `${possible} ${of} ${possible === 1 ? 'is' : 'are'} still possible.`;
  if (possible === 0) return 'No way fits these answers.';
  const met = routes.filter(isMet).length;
  const short = possible - met;
  const needing = `${short} ${met === 0 ? of : 'more'} ${short === 1 ? 'is possible but still needs' : 'are possible but still need'} something`;
  if (met === 0) return `${needing}.`;
  const fitting = `${met} ${of} ${met === 1 ? 'fits' : 'fit'} as it stands`;
  return short === 0 ? `${fitting}.` : `${fitting}; ${needing}.`;
}

/** Why a way is closed, in a sentence with the policy's own where it has one. */
export function closedText({ closedBy }: RouteResult): string {
  if (closedBy === null) return '';
  const star = closedBy.confirmed ? '' : ' *';
  return `Needs: ${closedBy.text}${star} (${closedBy.reference}).`;
}
