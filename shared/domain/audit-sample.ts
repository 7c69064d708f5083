/** A share of a population as a number of certifications, rounded up: 5 % of 21 are 2. */
export function sizeOfRate(population: number, rate: number): number {
  // 0.07 * 100 is 7.000000000000001 in binary.
  return Math.min(population, Math.max(0, Math.ceil(population * rate - 1e-9)));
}

/**
 * The chance that a draw without replacement has at least one failure, where `bad` of the population fail (hypergeometric).
 * @returns 0 to 1
 */
export function chanceToCatch(population: number, bad: number, size: number): number {
  let none = 1;
  for (let drawn = 0; drawn < size; drawn++) {
    const good = population - bad - drawn;
    if (good <= 0) return 1;
    none *= good / (population - drawn);
  }
  return 1 - none;
}

/** The smallest draw that catches at least one failure with the chance asked for; the whole population where nothing less does. */
export function sizeToCatch(population: number, bad: number, chance: number): number {
  if (bad <= 0) return population;
  let none = 1;
  for (let size = 0; size < population; size++) {
    if (1 - none >= chance) return size;
    none *= Math.max(0, population - bad - size) / (population - size);
  }
  return population;
}
