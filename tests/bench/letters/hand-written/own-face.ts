import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { create, type Font } from 'fontkit';
import type { ObjectFile } from './object-file.ts';

/** A word or line ready for a page. */
export interface Word {
  /** Two bytes a glyph, escaped for a PDF string. */
  readonly shown: string;
  /** In 1/1000 of the type size. */
  readonly width: number;
}

/** A font file whose words are set letter by letter, without kerning, each once; the whole file goes into the PDF. */
export class OwnFace {
  readonly resource: string;
  /** Its entry among the font resources. */
  readonly entry: string;
  private readonly id: number;
  private readonly font: Font;
  private readonly bytes: Buffer;
  private readonly scale: number;
  private readonly words = new Map<string, Word>();
  private readonly characters = new Map<number, string>();

  constructor(resource: string, id: number, file: string) {
    this.resource = resource;
    this.entry = `/${resource} ${id} 0 R`;
    this.id = id;
    this.bytes = readFileSync(file);
    // The letter's fonts are single fonts, not collections.
    this.font = create(this.bytes) as Font;
    this.scale = 1000 / this.font.unitsPerEm;
  }

  /** A text on one line, word by word so that its words are set once. */
  line(text: string): Word {
    return this.lines(text, 1, Number.POSITIVE_INFINITY)[0] ?? this.word('');
  }

  /** Lines no wider than `width` points, broken at spaces. */
  lines(text: string, size: number, width: number): Word[] {
    const room = (width * 1000) / size;
    const space = this.word(' ');
    const lines: Word[] = [];
    let line: Word | null = null;
    for (const part of text.split(' ')) {
      const word = this.word(part);
      if (line === null) line = word;
      else if (line.width + space.width + word.width > room) {
        lines.push(line);
        line = word;
      } else {
        line = {
          shown: line.shown + space.shown + word.shown,
          width: line.width + space.width + word.width,
        };
      }
    }
    return line === null ? lines : [...lines, line];
  }

  /** Writes the font, of all characters that were set. */
  write(file: ObjectFile): void {
    const { font, scale } = this;
    const program = file.reserve();
    const descriptor = file.reserve();
    const descendant = file.reserve();
    const unicode = file.reserve();
    const box = [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((n) =>
      Math.round(n * scale),
    );
    const ids = [...this.characters.keys()].sort((a, b) => a - b);
    const widths = ids.map((glyph) => `${glyph}[${font.getGlyph(glyph).advanceWidth * scale}]`).join('');
    file.stream(program, `/Length1 ${this.bytes.length}`, deflateSync(this.bytes));
    file.write(
      descriptor,
      `<</Type/FontDescriptor/FontName/${font.postscriptName}/Flags 4/FontBBox[${box.join(' ')}]/ItalicAngle ${font.italicAngle}/Ascent ${font.ascent * scale}/Descent ${font.descent * scale}/CapHeight ${font.capHeight * scale}/StemV 80/FontFile2 ${program} 0 R>>`,
    );
    file.write(
      descendant,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${font.postscriptName}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/W[${widths}]>>`,
    );
    file.stream(
      unicode,
      '',
      deflateSync(toUnicode(ids.map((glyph) => [glyph, this.characters.get(glyph) ?? '']))),
    );
    file.write(
      this.id,
      `<</Type/Font/Subtype/Type0/BaseFont/${font.postscriptName}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
    );
  }

  private word(text: string): Word {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    let shown = '';
    let width = 0;
    for (const character of text) {
      const glyph = this.font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      this.characters.set(glyph.id, character);
      shown += escaped(glyph.id >> 8) + escaped(glyph.id & 0xff);
      width += glyph.advanceWidth * this.scale;
    }
    const made = { shown, width };
    this.words.set(text, made);
    return made;
  }
}

function escaped(byte: number): string {
  if (byte === 0x0d) return '\\r';
  const character = String.fromCharCode(byte);
  return byte === 0x28 || byte === 0x29 || byte === 0x5c ? `\\${character}` : character;
}

function toUnicode(glyphs: readonly (readonly [number, string])[]): string {
  const blocks: string[] = [];
  // At most 100 entries a block (PDF 32000-1, 9.10.3).
  for (let at = 0; at < glyphs.length; at += 100) {
    const block = glyphs.slice(at, at + 100);
    const entries = block.map(([glyph, text]) => `<${hex(glyph)}><${utf16(text)}>`);
    blocks.push(`${block.length} beginbfchar\n${entries.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap
/CMapName/Letter def /CMapType 2 def
1 begincodespacerange <0000><ffff> endcodespacerange
${blocks.join('')}endcmap CMapName currentdict/CMap defineresource pop end end`;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** A text in hexadecimal UTF-16, as PDF has those that are not Latin. */
export function utf16(text: string): string {
  let all = '';
  for (let at = 0; at < text.length; at++) all += hex(text.charCodeAt(at));
  return all;
}
