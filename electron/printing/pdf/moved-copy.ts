import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { PrinterOffset } from '../../../shared/domain/stationery.ts';

const PAGE = Buffer.from('/Type /Page\n');
/** Pages between two turns for other work of the thread. */
const TURN = 500;

/**
 * Writes a copy of one of our PDFs for a printer that is off: every page moved against its error, by an incremental update that says
 * anew where each page lies on the paper (PDF 32000-1, 7.5.6); all that is on the pages stays byte for byte as it is. The print that is
 * on record is the file itself: the offset belongs to the printer, not to the run.
 * @throws Error for a file that is none of ours
 */
export async function movedCopy(source: string, target: string, offset: PrinterOffset): Promise<void> {
  const file = await readFile(source);
  const update = await pageUpdate(file, offset);
  const beside = `${target}.${process.pid}.part`;
  try {
    await writeFile(beside, Buffer.concat([file, update]));
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function pageUpdate(file: Buffer, offset: PrinterOffset): Promise<Buffer> {
  const pieces: string[] = [];
  const places: { readonly id: number; readonly at: number }[] = [];
  let at = file.length;
  const add = (text: string) => {
    pieces.push(text);
    at += text.length;
  };
  if (file.at(-1) !== 0x0a) add('\n');
  for (let found = file.indexOf(PAGE); found >= 0; found = file.indexOf(PAGE, found + PAGE.length)) {
    const page = pageAt(file, found);
    if (page === null) continue;
    places.push({ id: page.id, at });
    add(`${page.id} 0 obj\n${page.body.replace(MEDIA_BOX, (_, box: string) => moved(box, offset))}endobj\n`);
    if (places.length % TURN === 0) await setImmediate();
  }
  const start = at;
  add(
    `xref\n${places.map((place) => `${place.id} 1\n${String(place.at).padStart(10, '0')} 00000 n \n`).join('')}`,
  );
  add(`trailer\n${trailer(file)}\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.from(pieces.join(''), 'latin1');
}

const MEDIA_BOX = /\/MediaBox \[([^\]]+)\]/;
/** An object's number and the length of its head stand within so many bytes before its type. */
const HEAD = 40;

/** The page object whose type stands there; null where those bytes are no object's beginning. */
function pageAt(file: Buffer, type: number): { readonly id: number; readonly body: string } | null {
  const head = file.toString('latin1', Math.max(0, type - HEAD), type);
  const start = /(?:^|\n)(\d+) 0 obj\n(<<\n)$/.exec(head);
  const end = file.indexOf('endobj', type);
  if (start === null || end < 0) return null;
  const body = `<<\n${file.toString('latin1', type, end)}`;
  return MEDIA_BOX.test(body) ? { id: Number(start[1]), body } : null;
}

/** What is too far right is moved left, what is too low is moved up. */
function moved(box: string, { dx, dy }: PrinterOffset): string {
  const [left = 0, bottom = 0, right = 0, top = 0] = box.trim().split(/\s+/).map(Number);
  const n = (value: number) => String(Math.round(value * 100) / 100);
  const x = dx * 72;
  const y = dy * 72;
  return `/MediaBox [${n(left + x)} ${n(bottom - y)} ${n(right + x)} ${n(top - y)}]`;
}

/** The file's trailer with the way back to its own cross-reference table. */
function trailer(file: Buffer): string {
  const end = file.toString('latin1', Math.max(0, file.length - 2048));
  const match = /trailer\n<<\n([\s\S]*?)>>\nstartxref\n(\d+)\n%%EOF\s*$/.exec(end);
  if (match === null) throw new Error('The file does not end as our PDFs do.');
  return `<<\n${match[1]}/Prev ${match[2]}\n>>`;
}
