import { open } from 'node:fs/promises';
import { typeOf } from '../../../documents/reading/type-of.ts';

const HEAD = 1024;
/** As far from its end as the last line of a PDF, the last chunk of a PNG or the last marker of a JPEG may stand. */
const TAIL = 64 * 1024;

const ENDS = { pdf: '%%EOF', png: 'IEND', jpeg: '\u00ff\u00d9' } as const;

/**
 * Whether a file has the end that its format wants: a scanner that pauses between two pages leaves one without. A format without an end of its own
 * counts as whole, a file that cannot be opened does not.
 */
export async function looksWhole(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const head = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      const type = typeOf(head.buffer.subarray(0, head.bytesRead));
      if (type !== 'pdf' && type !== 'png' && type !== 'jpeg') return true;
      const tail = await handle.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL));
      return tail.buffer.subarray(0, tail.bytesRead).includes(Buffer.from(ENDS[type], 'latin1'));
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
