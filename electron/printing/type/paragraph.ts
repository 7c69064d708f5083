import type { Typesetter } from './typesetter.ts';

/** A line of a paragraph: text-showing operands (see `Run`) and width in points. */
export interface Line {
  readonly shown: string;
  readonly width: number;
}

/**
 * Breaks a text into lines no wider than `width` points, at spaces; a word wider than that stands alone.
 * No-break spaces keep words together.
 */
export function brokenLines(setter: Typesetter, text: string, size: number, width: number): readonly Line[] {
  const space = setter.run(' ');
  const room = (width * 1000) / size;
  const lines: Line[] = [];
  let shown = '';
  let used = 0;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const run = setter.run(word);
    if (shown !== '' && used + space.width + run.width > room) {
      lines.push({ shown, width: (used * size) / 1000 });
      shown = '';
      used = 0;
    }
    if (shown !== '') {
      shown += space.shown;
      used += space.width;
    }
    shown += run.shown;
    used += run.width;
  }
  if (shown !== '') lines.push({ shown, width: (used * size) / 1000 });
  return lines;
}

/** A text on one line with its spaces as they are, word by word so that its words come from the cache. */
export function singleLine(setter: Typesetter, text: string, size: number): Line {
  const space = setter.run(' ');
  let shown = '';
  let used = 0;
  text.split(' ').forEach((word, at) => {
    if (at > 0) {
      shown += space.shown;
      used += space.width;
    }
    if (word === '') return;
    const run = setter.run(word);
    shown += run.shown;
    used += run.width;
  });
  return { shown, width: (used * size) / 1000 };
}
