import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { CONTENT_RULES } from './page-address.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.pdf': 'application/pdf',
};

/** A document of the office, which only PDFs are shown from: its name is its hash, without an extension. */
const KEPT = /[\\/]documents[\\/][0-9a-f]{2}[\\/][0-9a-f]{64}$/;

/** Answers a request with a file, or the part of it that was asked for (`Range`); unknown types and missing files are 404. */
export async function serveFile(file: string | null, range: string | null): Promise<Response> {
  const type =
    file === null ? undefined : KEPT.test(file) ? TYPES['.pdf'] : TYPES[extname(file).toLowerCase()];
  const size = file === null ? null : await sizeOf(file);
  if (file === null || type === undefined || size === null) return new Response('Not here.', { status: 404 });
  const headers = {
    'content-type': type,
    // The browser's own PDF viewer does not start under rules that allow nothing.
    ...(type === 'application/pdf' ? {} : { 'content-security-policy': CONTENT_RULES }),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
    'accept-ranges': 'bytes',
  };
  const part = partOf(range, size);
  if (part === 'outside') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  const { first, last } = part ?? { first: 0, last: size - 1 };
  const length = { 'content-length': String(last - first + 1) };
  const body = size === 0 ? '' : streamOf(file, first, last);
  if (part === null) return new Response(body, { headers: { ...headers, ...length } });
  return new Response(body, {
    status: 206,
    headers: { ...headers, ...length, 'content-range': `bytes ${first}-${last}/${size}` },
  });
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const status = await stat(file);
    return status.isFile() ? status.size : null;
  } catch {
    return null;
  }
}

function streamOf(file: string, start: number, end: number): ReadableStream<Uint8Array> {
  // Node's own web stream is the same thing under another type's name.
  return Readable.toWeb(createReadStream(file, { start, end })) as ReadableStream<Uint8Array>;
}

/** One range of bytes; null where the whole file is meant. */
function partOf(range: string | null, size: number): { first: number; last: number } | 'outside' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const [, from = '', to = ''] = match;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? 'outside' : { first, last };
}
