import { join, normalize, sep } from 'node:path';

/** The scheme and host of the window's own pages. */
export const SCHEME = 'app';
export const HOME = `${SCHEME}://standing/`;

/** Content rules of every page: nothing inline, nothing from elsewhere. */
export const CONTENT_RULES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Whether an address is one of the window's own pages. */
export function isOwnPage(address: string, development: string | null): boolean {
  const origin = originOf(address);
  return origin === originOf(HOME) || (development !== null && origin === originOf(development));
}

/**
 * The file behind an address: a page's own part, or a run's PDF, a kept document or the calibration page of the open office; null for everything else.
 * @param pages the folder of the window's pages
 * @param office the folder of the open office
 */
export function fileBehind(address: string, pages: string, office: string | null): string | null {
  if (originOf(address) !== originOf(HOME)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const run = /^\/runs\/(\d{4}-\d{2}-[A-Z]{1,2})\/([\w-]+\.pdf)$/.exec(path);
  if (run !== null) return office === null ? null : join(office, 'runs', run[1] ?? '', run[2] ?? '');
  if (path === '/jobs/calibration.pdf')
    return office === null ? null : join(office, 'jobs', 'calibration.pdf');
  const document = /^\/documents\/([0-9a-f]{2})([0-9a-f]{62})\.pdf$/.exec(path);
  if (document !== null)
    return office === null
      ? null
      : join(office, 'documents', document[1] ?? '', `${document[1]}${document[2]}`);
  const file = normalize(join(pages, path === '/' ? 'index.html' : path));
  return file.startsWith(pages + sep) ? file : null;
}

function originOf(address: string): string | null {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return null;
  }
}
