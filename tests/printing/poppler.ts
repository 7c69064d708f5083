import { execFileSync } from 'node:child_process';

/** A word of a page as poppler finds it, in inches from the page's top left. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const PACKAGES: Readonly<Record<string, string>> = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfimages: 'poppler-utils',
  zbarimg: 'zbar-tools',
};

/** Runs a reading program; where it is missing the test fails with a sentence that says what to install. */
export function read(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        `The tests of printing read PDFs back with ${program}, which is not installed: install ${PACKAGES[program]}.`,
      );
    }
    throw error;
  }
}

/** The words of each page. */
export function wordsByPage(file: string): readonly (readonly Word[])[] {
  return read('pdftotext', ['-bbox', file, '-'])
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map(
        ([, left, top, right, bottom, text]) => ({
          left: Number(left) / 72,
          top: Number(top) / 72,
          right: Number(right) / 72,
          bottom: Number(bottom) / 72,
          text: (text ?? '').replaceAll('&amp;', '&').replaceAll('&apos;', '’'),
        }),
      ),
    );
}

/** Text of the pages as lines. */
export function layout(file: string, from: number, to: number): string {
  return read('pdftotext', ['-layout', '-f', String(from), '-l', String(to), file, '-']);
}

/** What zbar reads on each page, rendered at 150 dpi. */
export function codes(file: string, folder: string): readonly string[] {
  read('pdftoppm', ['-r', '150', '-gray', '-png', file, `${folder}/page`]);
  const pages = read('ls', [folder]).trim().split('\n');
  return pages.map((page) => read('zbarimg', ['-q', '--raw', `${folder}/${page}`]).trim());
}
