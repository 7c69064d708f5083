import { deflateSync } from 'node:zlib';
import type { Typesetter } from '../type/typesetter.ts';
import type { PdfFile, PdfObject } from './document.ts';

/**
 * Writes a face as a Type 0 font under an object made earlier. Pages name glyphs by their number in the font file
 * (Identity-H); only the glyphs used are embedded, and CIDToGIDMap leads from one numbering to the other
 * (PDF 32000-1, 9.7.4.2). So a page's bytes are the same whatever else is in the run.
 */
export function embedFont(pdf: PdfFile, dictionary: PdfObject, setter: Typesetter): void {
  const { face } = setter;
  const { font, scale } = face;
  const ids = [0, ...[...setter.used.keys()].filter((id) => id !== 0).sort((a, b) => a - b)];
  // fontkit takes a glyph's number and returns its new one; its types say otherwise.
  const subset = font.createSubset() as unknown as { includeGlyph(id: number): number; encode(): Uint8Array };
  const map = Buffer.alloc(((ids.at(-1) ?? 0) + 1) * 2);
  for (const id of ids) map.writeUInt16BE(subset.includeGlyph(id), id * 2);
  const name = `STAND${'ABCDE'.charAt(FACE_ORDER.indexOf(face.name))}+${font.postscriptName}`;
  const descriptor = pdf.object({
    Type: 'FontDescriptor',
    FontName: name,
    // Symbolic: the glyphs are reached by number, not through a named encoding.
    Flags: 4 + (font.italicAngle === 0 ? 0 : 64),
    FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((n) => n * scale),
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: font.capHeight * scale,
    XHeight: font.xHeight * scale,
    StemV: face.name.endsWith('Bold') ? 120 : 80,
    FontFile2: stream(pdf, subset.encode()),
  });
  pdf.write(descriptor);
  const descendant = pdf.object({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: stream(pdf, map),
    W: widths(ids, (id) => font.getGlyph(id).advanceWidth * scale),
  });
  pdf.write(descendant);
  Object.assign(dictionary.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: stream(pdf, Buffer.from(toUnicode(setter.used), 'latin1')),
  });
  pdf.write(dictionary);
}

const FACE_ORDER = ['text', 'textBold', 'textItalic', 'plain', 'plainBold'];

function stream(pdf: PdfFile, bytes: Uint8Array): PdfObject {
  const object = pdf.object({ Filter: 'FlateDecode' });
  pdf.write(object, deflateSync(bytes));
  return object;
}

/** Runs of neighbouring glyph numbers with their widths: `[3 [250 600] 17 [512]]`. */
function widths(ids: readonly number[], width: (id: number) => number): (number | number[])[] {
  const table: (number | number[])[] = [];
  let run: number[] = [];
  ids.forEach((id, at) => {
    if (id !== (ids[at - 1] ?? -2) + 1) {
      run = [];
      table.push(id, run);
    }
    run.push(width(id));
  });
  return table;
}

// PDF 32000-1, 9.10.3: at most 100 entries in a block.
const BLOCK = 100;

function toUnicode(used: ReadonlyMap<number, string>): string {
  const entries = [...used]
    .sort(([a], [b]) => a - b)
    .map(([id, characters]) => `<${hex(id)}> <${[...utf16(characters)].map(hex).join('')}>`);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += BLOCK) {
    const block = entries.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function* utf16(text: string): Generator<number> {
  for (let at = 0; at < text.length; at++) yield text.charCodeAt(at);
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
