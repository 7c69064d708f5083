import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

const OFFICES = [
  process.env.SOFFICE_PATH ?? '',
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];
const PYTHONS = ['/usr/bin/python3', 'python3'];

export interface Writer {
  readonly soffice: string;
  /** One that has LibreOffice's `uno`. */
  readonly python: string;
}

/** LibreOffice Writer and a Python that can lead it, or what to install. */
export function findWriter(): Writer | { readonly missing: string } {
  const soffice = OFFICES.find((path) => path !== '' && existsSync(path));
  if (soffice === undefined) return { missing: 'libreoffice-writer-nogui' };
  // Debian's Writer comes without what keeps the address list that a merge needs.
  const lists = join(dirname(realpathSync(soffice)), 'libdbaxmllo.so');
  if (process.platform === 'linux' && !existsSync(lists)) return { missing: 'libreoffice-base-nogui' };
  const python = PYTHONS.find((path) => spawnSync(path, ['-c', 'import uno']).status === 0);
  return python === undefined ? { missing: 'python3-uno' } : { soffice, python };
}
