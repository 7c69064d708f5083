import type { DocumentType } from '../../../shared/domain/intake.ts';
import {
  CARD_COVERED,
  type PageWords,
  type PlacedLines,
  type Quad,
} from '../../../shared/domain/page-words.ts';
import type { PageReader } from '../../documents/reading/reader.ts';
import type { PictureSize } from '../../documents/reading/reading.ts';
import { cardWords } from '../../rules/intake/card-words.ts';
import { pageProposals } from '../../rules/intake/page-proposals.ts';

/** Pages for the window: no card number that their words show gets there, neither in the picture nor as text. */
export interface WatchedPages {
  /**
   * A page as a JPEG in Base64; null where it cannot be drawn.
   * @param recognise whether words are looked for in the picture where the page has no text of its own
   */
  picture(
    file: string,
    type: DocumentType,
    page: number,
    recognise: boolean,
    size?: PictureSize,
  ): Promise<string | null>;
  /** Its words; null where it has none, or none that can be read. */
  words(file: string, type: DocumentType, page: number, recognise: boolean): Promise<PageWords | null>;
}

/** Pages whose words are kept in memory; nothing of them is written anywhere. */
const KEPT = 400;

/** @param reader asked at the first page */
export function watchedPages(reader: () => Promise<Pick<PageReader, 'draw' | 'words'>>): WatchedPages {
  const kept = new Map<string, Promise<PlacedLines | null>>();

  function placed(file: string, type: DocumentType, page: number, recognise: boolean) {
    const key = `${file} ${page} ${recognise}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const read = reader().then((one) => one.words(file, type, page, recognise));
    kept.set(key, read);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    // What could not be read is tried anew the next time.
    read.catch(() => kept.delete(key));
    return read;
  }
  return {
    async picture(file, type, page, recognise, size = 'whole') {
      const words = await placed(file, type, page, recognise);
      return (await reader()).draw(file, type, page, {
        size,
        covered: words === null ? [] : cardQuads(words),
      });
    },
    async words(file, type, page, recognise) {
      const words = await placed(file, type, page, recognise);
      return words === null ? null : forTheWindow(words);
    },
  };
}

function cardQuads({ lines }: PlacedLines): readonly Quad[] {
  return lines.flatMap((line) =>
    cardWords(line).flatMap(([from, to]) => line.slice(from, to).map(({ at }) => widened(at))),
  );
}

function forTheWindow({ source, lines }: PlacedLines): PageWords {
  let cardNumbers = 0;
  const texts = lines.map((line) => {
    const texts = line.map(({ text, faint }) => (faint === true ? '' : text));
    for (const [from, to] of cardWords(line).toReversed()) {
      cardNumbers += 1;
      texts.splice(from, to - from, CARD_COVERED);
    }
    return texts.filter((text) => text !== '').join(' ');
  });
  return { source, lines: texts, cardNumbers, proposals: pageProposals(texts) };
}

/** A little larger about its middle, so that no digit's edge shows. */
function widened(quad: Quad): Quad {
  const middle = [0, 1].map((axis) => quad.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / 4);
  const grown = ([x, y]: Quad[number]): Quad[number] => {
    const [mx = 0, my = 0] = middle;
    return [mx + (x - mx) * 1.08, my + (y - my) * 1.3];
  };
  const [a, b, c, d] = quad;
  return [grown(a), grown(b), grown(c), grown(d)];
}
