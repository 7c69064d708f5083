/** The seed of the property tests: the same on every run, so that a failure comes from a change; `STANDING_SEED` tries others. */
export const SEED = Number(process.env.STANDING_SEED ?? 7);
