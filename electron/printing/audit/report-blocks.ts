import { LEFT, RIGHT, STYLES } from '../letter/styles.ts';
import type { Content, Style } from '../pdf/content.ts';

/** Something of a report that stands on one page. Points. */
export interface Block {
  /** What it takes, with the room below it. */
  height(content: Content): number;
  draw(content: Content, y: number): void;
}

/** A small table with its heading; the first column is words, the others are figures. */
export interface SmallTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** A sentence below it. */
  readonly note?: string;
}

const HEADING: Style = { face: 'textBold', size: 11, ink: 'accent' };
const HEAD: Style = { face: 'plain', size: 8, ink: 'soft' };
const CELL: Style = { face: 'plain', size: 9, ink: 'ink' };
const NOTE: Style = { face: 'plain', size: 7.5, ink: 'soft' };
const ROW = 13.5;
const NOTE_LEADING = 9.5;
/** Between two columns of the page, and between figures of a table. */
const GUTTER = 26;
const FIGURE = 54;
const AFTER = 13;

export const HALF = (RIGHT - LEFT - GUTTER) / 2;

/** Text over the whole width. */
export function paragraph(text: string, style: Style, leading: number, after = 8): Block {
  return {
    height: (content) => content.broken(style, text, RIGHT - LEFT).length * leading + after,
    draw(content, y) {
      content.lines(style, LEFT, y + leading * 0.8, leading, content.broken(style, text, RIGHT - LEFT));
    },
  };
}

/** One table over the whole width, or two beside each other. */
export function tables(...shown: readonly [SmallTable] | readonly [SmallTable, SmallTable]): Block {
  const width = shown.length === 1 ? RIGHT - LEFT : HALF;
  return {
    height: (content) => Math.max(...shown.map((one) => tableHeight(content, one, width))) + AFTER,
    draw(content, y) {
      shown.forEach((one, at) => {
        drawTable(content, one, LEFT + at * (HALF + GUTTER), y, width);
      });
    },
  };
}

function tableHeight(content: Content, { rows, note }: SmallTable, width: number): number {
  const notes = note === undefined ? 0 : content.broken(NOTE, note, width).length * NOTE_LEADING + 4;
  return 32 + rows.length * ROW + notes;
}

function drawTable(content: Content, table: SmallTable, left: number, top: number, width: number): void {
  const { title, heads, rows, note } = table;
  const right = left + width;
  const figures = heads.length - 1;
  const end = (column: number) => right - (figures - column) * FIGURE;
  content.text(HEADING, left, top + 10, title);
  heads.forEach((head, at) => {
    if (at === 0) content.text(HEAD, left, top + 25, head);
    else content.text(HEAD, end(at), top + 25, head, 'right');
  });
  content.rule('accent', 0.7, left, top + 29, right, top + 29);
  rows.forEach((cells, row) => {
    const y = top + 29 + (row + 1) * ROW - 3;
    cells.forEach((cell, at) => {
      if (at === 0) content.text(fitted(content, cell, right - figures * FIGURE - left - 4), left, y, cell);
      else content.text(CELL, end(at), y, cell, 'right');
    });
  });
  if (note === undefined) return;
  const y = top + 32 + rows.length * ROW + 8;
  content.lines(NOTE, left, y, NOTE_LEADING, content.broken(NOTE, note, width));
}

/** A cell’s type, smaller where it would run into the figures. */
function fitted(content: Content, text: string, width: number): Style {
  let style: Style = CELL;
  while (style.size > 6 && content.width(style, text) > width) style = { ...style, size: style.size - 0.25 };
  return style;
}

/** A few figures in boxes, each with its word below. */
export function boxes(shown: readonly (readonly [figure: string, word: string])[]): Block {
  const width = (RIGHT - LEFT - (shown.length - 1) * 10) / shown.length;
  return {
    height: () => 58 + AFTER,
    draw(content, y) {
      shown.forEach(([figure, word], at) => {
        const x = LEFT + at * (width + 10);
        content.box('tint', x, y, width, 58);
        content.text({ ...STYLES.amount, size: 22 }, x + 10, y + 29, figure);
        content.text(STYLES.label, x + 10, y + 47, word);
      });
    },
  };
}

/** Bars from one left edge, each a part of the first. */
export function bars(shown: readonly (readonly [word: string, count: number])[]): Block {
  const most = Math.max(1, shown[0]?.[1] ?? 1);
  const left = LEFT + 108;
  const width = RIGHT - 44 - left;
  return {
    height: () => shown.length * 16 + AFTER,
    draw(content, y) {
      shown.forEach(([word, count], at) => {
        const top = y + at * 16;
        content.text(CELL, LEFT, top + 9, word);
        content.box('tint', left, top, width, 11);
        if (count > 0) content.box('accent', left, top, (width * count) / most, 11);
        content.text(STYLES.valueBold, RIGHT, top + 9.5, count.toLocaleString('en-US'), 'right');
      });
    },
  };
}

/** A share as a point with its interval as a line, on a scale that ends at a round share. */
export function interval(
  shown: { readonly share: number; readonly low: number; readonly high: number },
  words: (share: number) => string,
): Block {
  const end = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1].find((one) => shown.high <= one) ?? 1;
  const left = LEFT + 108;
  const width = RIGHT - 44 - left;
  const at = (share: number) => left + (width * share) / end;
  return {
    height: () => 34 + AFTER,
    draw(content, y) {
      content.text(CELL, LEFT, y + 9, 'Share that failed');
      content.rule('soft', 0.6, left, y + 20, left + width, y + 20);
      for (const share of [0, end / 2, end]) {
        content.rule('soft', 0.6, at(share), y + 17, at(share), y + 23);
        content.text(NOTE, at(share), y + 32, `${Math.round(share * 1000) / 10}\u00a0%`, 'center');
      }
      content.rule('accent', 2.4, at(shown.low), y + 6, at(shown.high), y + 6);
      for (const share of [shown.low, shown.high])
        content.rule('accent', 1, at(share), y + 2, at(share), y + 10);
      content.box('accent', at(shown.share) - 3, y + 2, 6, 8);
      content.text(STYLES.valueBold, RIGHT, y + 9.5, words(shown.share), 'right');
    },
  };
}
