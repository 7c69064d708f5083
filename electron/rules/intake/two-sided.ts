import type { PageMark } from './split.ts';

/**
 * Whether a scan shows both sides of each sheet: more than half of its sheets then have one empty side, as cover sheets and most certificates
 * do. A scan of fronts alone has an empty page only where a sheet lay the wrong way round.
 */
export function isTwoSided(marks: readonly Pick<PageMark, 'kind'>[]): boolean {
  if (marks.length % 2 !== 0) return false;
  const sheets = marks.length / 2;
  let half = 0;
  for (let at = 0; at < marks.length; at += 2)
    if ((marks[at]?.kind === 'blank') !== (marks[at + 1]?.kind === 'blank')) half += 1;
  return half > sheets / 2;
}
