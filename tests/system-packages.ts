import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs outside npm that tests read PDFs and pages with, and the Debian package of each. */
const NEEDED: readonly { readonly programs: readonly string[]; readonly debian: string }[] = [
  { programs: ['chromium', 'chromium-browser', 'google-chrome'], debian: 'chromium' },
  { programs: ['Xvfb'], debian: 'xvfb' },
  { programs: ['pdftotext', 'pdftoppm', 'pdffonts', 'pdfinfo'], debian: 'poppler-utils' },
  { programs: ['zbarimg'], debian: 'zbar-tools' },
];

/** Installs what is missing on Debian as root; elsewhere says in one sentence what to install. */
export function installSystemPackages(): void {
  const missing = NEEDED.filter(({ programs, debian }) => !isThere(programs, debian)).map(
    ({ debian }) => debian,
  );
  if (missing.length === 0) return;
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.error(
      `The tests need programs that are not on this machine: install ${missing.join(', ')} (the names are Debian’s packages) and run them again.`,
    );
    return;
  }
  console.log(`Installing ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (status !== 0)
    console.error(
      `The packages ${missing.join(', ')} could not be installed; the tests that need them will fail.`,
    );
}

function isThere(programs: readonly string[], debian: string): boolean {
  // Any one browser will do; of the others every program is needed. Only Linux draws on a virtual screen.
  if (debian === 'chromium')
    return process.env.CHROMIUM_PATH !== undefined || process.platform !== 'linux' || programs.some(onPath);
  if (debian === 'xvfb' && process.platform !== 'linux') return true;
  return programs.every(onPath);
}

function onPath(program: string): boolean {
  const find = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(find, [program], { stdio: 'ignore' }).status === 0;
}
