import { constants, crc32, deflateRawSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** Files that ask for more than they weigh, and files that cannot be opened. All are whole and correct as their formats go. */

const BLOCK = 1 << 20;

/**
 * So many megabytes of one byte as a zlib stream, without ever making them: a block that ends in a full flush can be repeated as it is.
 * @param a2 the two halves of the Adler-32 of all of it
 */
function deflatedRun(byte: number, megabytes: number, last: number): Buffer {
  const block = Buffer.alloc(BLOCK, byte);
  const middle = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const end = deflateRawSync(Buffer.alloc(last, byte), { level: 9 });
  const length = megabytes * BLOCK + last;
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adlerOfRun(byte, length));
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array<Buffer>(megabytes).fill(middle), end, sum]);
}

/** RFC 1950: a = 1 + n·byte, b = n + byte·n(n+1)/2, both modulo 65521. */
function adlerOfRun(byte: number, length: number): number {
  const [n, value, modulus] = [BigInt(length), BigInt(byte), 65_521n];
  const a = (1n + n * value) % modulus;
  const b = (n + (value * n * (n + 1n)) / 2n) % modulus;
  return Number(b) * 65_536 + Number(a);
}

/** A PDF of one page whose content is so many megabytes of spaces. */
export function flateBomb(megabytes: number): Buffer {
  const stream = deflatedRun(0x20, megabytes, BLOCK);
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
    [`<< /Length ${stream.length} /Filter /FlateDecode >>`, stream],
  ]);
}

/** A PDF of one page that shows one image of so many black and white pixels each way. */
export function hugeImagePdf(side: number): Buffer {
  const bytes = Math.ceil(side / 8) * side;
  const stream = deflatedRun(0, Math.floor(bytes / BLOCK), bytes % BLOCK);
  const content = Buffer.from('q 612 0 0 612 0 90 cm /I Do Q');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >> >>',
    [
      `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode /Length ${stream.length} >>`,
      stream,
    ],
    [`<< /Length ${content.length} >>`, content],
  ]);
}

/** A whole PNG of so many black and white pixels each way. */
export function hugePng(side: number): Buffer {
  const bytes = (Math.ceil(side / 8) + 1) * side;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(1, 8);
  const data = deflatedRun(0, Math.floor(bytes / BLOCK), bytes % BLOCK);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function pdfOf(objects: readonly (string | readonly [string, Buffer])[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = 9;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, at) => {
    places.push(length);
    const [dictionary, stream] = typeof object === 'string' ? [object, null] : object;
    add(Buffer.from(`${at + 1} 0 obj\n${dictionary}\n`));
    if (stream !== null) add(Buffer.concat([Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]));
    add(Buffer.from('endobj\n'));
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  add(
    Buffer.from(
      `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A PDF of so many empty pages. */
export async function pdfOfPages(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ ...options, autoFirstPage: false });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (let page = 0; page < pages; page++) document.addPage();
  document.end();
  await ended;
  return Buffer.concat(parts);
}
