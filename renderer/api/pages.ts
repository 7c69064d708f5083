/** Rows asked for at once: two screens of them. More would take longer to arrive and to take in while someone scrolls. */
export const PAGE_ROWS = 50;

/** The pages that hold the rows `first` to `last`, both inside, in order; at least the first one. */
export function pagesFor(first: number, last: number, pageRows = PAGE_ROWS): readonly number[] {
  const from = Math.max(0, Math.floor(first / pageRows));
  const to = Math.max(from, Math.floor(Math.max(0, last) / pageRows));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
