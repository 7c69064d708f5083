import { capitals, foreignLetter } from '../address/capitals.ts';
import type { Face, FaceGlyph } from './face.ts';

/** A word or line ready for a page: PDF text-showing operands and its width. */
export interface Run {
  /** What stands between the outer brackets of a `TJ` array, without them: `ab)20(cd`. Latin-1, escaped. */
  readonly shown: string;
  /** In 1/1000 of the type size. */
  readonly width: number;
}

// A generation of the word cache; two are kept, so memory stays bounded however many names there are.
const GENERATION = 1024;

/** Sets words in one face for one document and remembers which glyphs the document uses. */
export class Typesetter {
  readonly face: Face;
  /** Glyph number → the characters it stands for. */
  readonly used = new Map<number, string>();
  private young = new Map<string, Run>();
  private old = new Map<string, Run>();

  constructor(face: Face) {
    this.face = face;
  }

  /**
   * The run of one word or line. Glyphs are named by their number in the font file, so what a page says does not
   * depend on the other pages. Text is composed (NFC); an accent that has no composed letter is left out, and a Latin
   * letter that the face lacks is set as its plain form, so all that an address block can hold can be printed.
   * @throws UnprintableCharacter when the face has no glyph for a character.
   */
  run(text: string): Run {
    const young = this.young.get(text);
    if (young !== undefined) return young;
    const made = this.old.get(text) ?? this.make(text);
    if (this.young.size >= GENERATION) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(text, made);
    return made;
  }

  private make(text: string): Run {
    const composed = text.normalize('NFC').replace(/\p{M}/gu, '');
    const known = [...composed].every((character) => this.has(character))
      ? composed
      : [...composed].map((character) => this.substitute(character, text)).join('');
    return /f[fijl]/.test(known) ? this.withLigatures(known) : this.plain(known);
  }

  private has(character: string): boolean {
    return this.face.glyph(character.codePointAt(0) ?? 0) !== null;
  }

  private substitute(character: string, text: string): string {
    if (this.has(character)) return character;
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
    if ([...plain].every((each) => this.has(each))) return plain;
    const capital = capitals(character);
    if (foreignLetter(capital) !== null) throw new UnprintableCharacter(character, text);
    return character === character.toLowerCase() ? capital.toLowerCase() : capital;
  }

  private plain(text: string): Run {
    let shown = '';
    let width = 0;
    let left: FaceGlyph | null = null;
    let leftCode = 0;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const glyph = this.face.glyph(code);
      if (glyph === null) throw new UnprintableCharacter(character, text);
      if (left !== null) {
        const kern = this.face.kern(left, leftCode, glyph, code);
        if (kern !== 0) shown += `)${-kern}(`;
        width += kern;
      }
      shown += this.use(glyph.id, character);
      width += glyph.advance;
      left = glyph;
      leftCode = code;
    }
    return { shown, width };
  }

  private withLigatures(text: string): Run {
    let shown = '';
    let width = 0;
    const run = this.face.font.layout(text);
    const { scale } = this.face;
    run.glyphs.forEach((glyph, at) => {
      const advance = Math.round((run.positions[at]?.xAdvance ?? glyph.advanceWidth) * scale);
      const kern = advance - Math.round(glyph.advanceWidth * scale);
      shown += this.use(glyph.id, String.fromCodePoint(...glyph.codePoints));
      if (kern !== 0 && at < run.glyphs.length - 1) shown += `)${-kern}(`;
      width += advance;
    });
    return { shown, width };
  }

  private use(id: number, characters: string): string {
    const known = this.used.get(id);
    if (known === undefined || characters < known) this.used.set(id, characters);
    return escapedByte(id >> 8) + escapedByte(id & 0xff);
  }
}

/** A character that the letter fonts do not have. */
export class UnprintableCharacter extends Error {
  readonly character: string;
  readonly text: string;

  constructor(character: string, text: string) {
    super(`The letter fonts have no “${character}” (in “${text}”).`);
    this.name = 'UnprintableCharacter';
    this.character = character;
    this.text = text;
  }
}

// PDF 32000-1, 7.3.4.2: brackets and backslash are escaped; a bare carriage return would be read as a line feed.
function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (byte === 0x28 || byte === 0x29 || byte === 0x5c) return `\\${character}`;
  return byte === 0x0d ? '\\r' : character;
}
