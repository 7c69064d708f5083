/** Space between pages and round them, pixels. */
export const GAP = 16;

/** Pixels that a browser's element may be high; pages beyond could not be scrolled to. */
const HIGHEST = 33_000_000;

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** CSS pixels of a length in points at a zoom. */
export function pixels(points: number, zoom: number): number {
  return Math.round((points * 96 * zoom) / 72);
}

/** The zooms offered for a document: at any of them all its pages fit into one scrolling column. */
export function zoomSteps(pages: number, pageHeight: number): readonly number[] {
  const fitting = STEPS.filter((zoom) => pages * (pixels(pageHeight, zoom) + GAP) <= HIGHEST);
  return fitting.length === 0 ? [STEPS[0]] : fitting;
}

/** The zoom at which a page is as wide as the room for it, between the least and the greatest offered; rounded down to whole percents. */
export function fitWidth(room: number, pageWidth: number, steps: readonly number[]): number {
  const fit = Math.floor((100 * (room - 2 * GAP) * 72) / (pageWidth * 96)) / 100;
  return Math.min(Math.max(fit, steps[0] ?? fit), steps.at(-1) ?? fit);
}

/** The next zoom up (1) or down (-1) from one that may lie between two steps. */
export function nextZoom(zoom: number, direction: 1 | -1, steps: readonly number[]): number {
  const next =
    direction === 1
      ? steps.find((step) => step > zoom + 0.001)
      : steps.findLast((step) => step < zoom - 0.001);
  return next ?? zoom;
}

/** Which page, from 0, is meant by someone who looks at `offset` pixels from the top: the one in the middle of the view. */
export function pageInView(offset: number, viewHeight: number, pageHeight: number, pages: number): number {
  const page = Math.floor((offset + viewHeight / 2) / (pageHeight + GAP));
  return Math.min(Math.max(page, 0), Math.max(0, pages - 1));
}
