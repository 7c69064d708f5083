import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPage } from './pages.ts';
import { tiffOf } from './tiff.ts';

/** Numbers by chance, the same for the same seed (xorshift32). */
export function chance(seed: number): () => number {
  let state = (seed * 2_654_435_761) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Files that are damaged in a way that readers of files have stumbled over: bytes changed, cut off, doubled, numbers made huge. */
export function mutated(original: Buffer, seed: number): Buffer {
  const next = chance(seed);
  const at = (length: number) => Math.floor(next() * length);
  const bytes = Buffer.from(original);
  const rounds = 1 + at(6);
  let result: Buffer = bytes;
  for (let round = 0; round < rounds; round++) {
    const place = at(result.length);
    switch (at(6)) {
      case 0:
        result[place] = at(256);
        break;
      case 1:
        result = result.subarray(0, Math.max(8, place));
        break;
      case 2:
        result = Buffer.concat([
          result.subarray(0, place),
          result.subarray(at(place + 1), place),
          result.subarray(place),
        ]);
        break;
      case 3:
        result.fill([0, 255, 0x7f][at(3)] ?? 0, place, Math.min(result.length, place + 1 + at(64)));
        break;
      case 4:
        if (place + 4 < result.length) result.writeUInt32BE(0x7fff_fff0 + at(16), place);
        break;
      default:
        result = digitsChanged(result, next);
    }
  }
  return result;
}

/** Changes a number in a PDF's text: a length, a count, an object's number or place. */
function digitsChanged(bytes: Buffer, next: () => number): Buffer {
  const text = bytes.toString('latin1');
  const numbers = [...text.matchAll(/\b\d{1,9}\b/g)];
  const one = numbers[Math.floor(next() * numbers.length)];
  if (one === undefined) return bytes;
  const other = ['0', '-1', '999999999', '4294967295', '1'][Math.floor(next() * 5)] ?? '0';
  return Buffer.from(text.slice(0, one.index) + other + text.slice(one.index + one[0].length), 'latin1');
}

/** What is mutated beside the PDFs: pictures with a code and without, a TIFF of two pages, a HEIC photo of a cover sheet of audit 1. */
export async function originals(code: string): Promise<readonly Buffer[]> {
  const small = { dpi: 60 };
  const photo = join(import.meta.dirname, 'fixtures', 'cover-of-audit-1.heic');
  return [
    drawPage({ codes: [code], ...small }, 'png'),
    drawPage({ codes: [code], ...small }, 'jpeg'),
    drawPage(small, 'jpeg'),
    await tiffOf([drawPage({ codes: [code], ...small }, 'png'), drawPage(small, 'png')]),
    readFileSync(photo),
  ];
}
