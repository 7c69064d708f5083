/**
 * Tells whoever watches the program's performance (developer tools, a benchmark) how long something took until now; nothing of it is kept.
 * @param start by this thread's clock, as `performance.now()` gives it
 */
export function tellSpan(name: string, start: number, detail: unknown = null): void {
  performance.measure(name, { start, detail });
  performance.clearMeasures(name);
}
