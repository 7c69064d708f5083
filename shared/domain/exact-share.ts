/** A share that a sample found, with the exact confidence interval of Clopper and Pearson. Shares from 0 to 1. */
export interface ExactShare {
  /** How many of the sample have it. */
  readonly found: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How often such an interval holds the true share, at least: 0.95. */
  readonly level: number;
}

/**
 * The share of a sample with its exact (Clopper–Pearson, 1934) confidence interval: the shares under which neither as many nor as few
 * as were found would be rarer than half of what the level leaves. It holds its level for samples of any size.
 * @param of how many were looked at, more than 0
 */
export function exactShare(found: number, of: number, level = 0.95): ExactShare {
  const tail = (1 - level) / 2;
  return {
    found,
    of,
    share: found / of,
    low: found === 0 ? 0 : crossing((share) => 1 - atMost(found - 1, of, share), tail),
    high: found === of ? 1 : crossing((share) => 1 - atMost(found, of, share), 1 - tail),
    level,
  };
}

/** The share at which a chance that grows with it reaches a height. */
function crossing(chance: (share: number) => number, height: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (chance(middle) < height) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance of at most so many among `of`, each with a chance of `share` strictly between 0 and 1 (binomial). */
function atMost(many: number, of: number, share: number): number {
  // In logarithms: (1 - share)^of alone can be smaller than a number can be.
  const odds = Math.log(share) - Math.log1p(-share);
  let term = of * Math.log1p(-share);
  let sum = Math.exp(term);
  for (let count = 1; count <= many; count++) {
    term += Math.log(of - count + 1) - Math.log(count) + odds;
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
