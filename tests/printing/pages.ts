import { inflateSync } from 'node:zlib';

/** Content streams of a PDF's pages as they stand in the file, in order: compressed, and inflated. */
export function pageContents(pdf: Buffer): readonly { readonly raw: Buffer; readonly text: Buffer }[] {
  const text = pdf.toString('latin1');
  const streams = new Map<string, Buffer>();
  for (const match of text.matchAll(
    /(?:^|\n)(\d+) 0 obj\n<<\n\/Filter \/FlateDecode\n\/Length (\d+)\n>>\nstream\n/g,
  )) {
    const from = match.index + match[0].length;
    streams.set(match[1] ?? '', pdf.subarray(from, from + Number(match[2])));
  }
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map((match) => {
    const raw = streams.get(match[1] ?? '');
    if (raw === undefined) throw new Error(`The page’s content ${match[1]} is not in the file.`);
    return { raw, text: inflateSync(raw) };
  });
}
