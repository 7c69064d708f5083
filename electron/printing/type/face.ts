import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { StandingError } from '../../../shared/ipc/errors.ts';

/** The faces a letter is set in: file names under `resources/fonts/`. */
export const FACES = {
  text: 'SourceSerif4-Regular.ttf',
  textBold: 'SourceSerif4-SemiBold.ttf',
  textItalic: 'SourceSerif4-Italic.ttf',
  plain: 'SourceSans3-Regular.ttf',
  plainBold: 'SourceSans3-SemiBold.ttf',
} as const;

export type FaceName = keyof typeof FACES;

/** A glyph by its number in the font file, with its advance in 1/1000 of the type size. */
export interface FaceGlyph {
  readonly id: number;
  readonly advance: number;
}

/** One font file: what its characters look like in numbers. Safe to share between jobs. */
export interface Face {
  readonly name: FaceName;
  readonly font: Font;
  /** Font units to 1/1000 of the type size. */
  readonly scale: number;
  /** The glyph of a code point, or null where the face has none. */
  glyph(codePoint: number): FaceGlyph | null;
  /** What to add between two glyphs, in 1/1000 of the type size; negative pulls together. */
  kern(left: FaceGlyph, leftCode: number, right: FaceGlyph, rightCode: number): number;
  /** Width of a text in points at a size in points. A character the face lacks counts as one em. */
  width(text: string, size: number): number;
}

export type LetterFonts = Readonly<Record<FaceName, Face>>;

const loaded = new Map<string, LetterFonts>();

/**
 * The letter fonts of a folder, read once in a process.
 * @throws StandingError `fonts-missing` when a file is not there or is not a font.
 */
export function loadLetterFonts(fontsDir: string): LetterFonts {
  const known = loaded.get(fontsDir);
  if (known !== undefined) return known;
  const fonts: LetterFonts = {
    text: openFace(fontsDir, 'text'),
    textBold: openFace(fontsDir, 'textBold'),
    textItalic: openFace(fontsDir, 'textItalic'),
    plain: openFace(fontsDir, 'plain'),
    plainBold: openFace(fontsDir, 'plainBold'),
  };
  loaded.set(fontsDir, fonts);
  return fonts;
}

function openFace(fontsDir: string, name: FaceName): Face {
  const file = join(fontsDir, FACES[name]);
  let font: Font;
  try {
    const opened = create(readFileSync(file));
    if (!('layout' in opened)) throw new Error('The file is a collection of fonts.');
    font = opened;
  } catch (cause) {
    throw new StandingError(
      'fonts-missing',
      `The letter font ${file} cannot be read.`,
      'Install the app again.',
      {
        cause,
      },
    );
  }
  return face(name, font);
}

function face(name: FaceName, font: Font): Face {
  const scale = 1000 / font.unitsPerEm;
  const glyphs = new Map<number, FaceGlyph | null>();
  const kerns = new Map<number, number>();

  function glyph(codePoint: number): FaceGlyph | null {
    const known = glyphs.get(codePoint);
    if (known !== undefined) return known;
    const found = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint) : null;
    const made = found === null ? null : { id: found.id, advance: found.advanceWidth * scale };
    glyphs.set(codePoint, made);
    return made;
  }

  function kern(left: FaceGlyph, leftCode: number, right: FaceGlyph, rightCode: number): number {
    const pair = left.id * 0x10000 + right.id;
    const known = kerns.get(pair);
    if (known !== undefined) return known;
    const run = font.layout(String.fromCodePoint(leftCode, rightCode), { liga: false });
    const advance = run.positions[0]?.xAdvance ?? 0;
    const made = run.glyphs.length === 2 ? Math.round(advance * scale - left.advance) : 0;
    kerns.set(pair, made);
    return made;
  }

  function width(text: string, size: number): number {
    let total = 0;
    let left: FaceGlyph | null = null;
    let leftCode = 0;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const right = glyph(code);
      if (left !== null && right !== null) total += kern(left, leftCode, right, code);
      total += right?.advance ?? 1000;
      left = right;
      leftCode = code;
    }
    return (total * size) / 1000;
  }

  return { name, font, scale, glyph, kern, width };
}
