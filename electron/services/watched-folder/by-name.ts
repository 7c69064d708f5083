const NAMES = new Intl.Collator('en', { numeric: true });

/** Orders names as people count: `scan 2` before `scan 10`. */
export const byName = (a: string, b: string): number => NAMES.compare(a, b);
