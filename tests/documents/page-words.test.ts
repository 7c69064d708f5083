import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { forkedReader } from '../../electron/documents/reading/forked.ts';
import { pageReader } from '../../electron/documents/reading/reader.ts';
import { watchedPages } from '../../electron/services/intake/watched-pages.ts';
import { CARD_COVERED } from '../../shared/domain/page-words.ts';
import { scanned } from '../services/intake/scanned.ts';
import { tempFolder } from '../temp-office.ts';
import { writeProof } from './proof-page.ts';

const reader = pageReader(forkedReader);
const pages = watchedPages(async () => reader);
afterAll(() => reader.close());

const READ = {
  cardNumbers: 1,
  proposals: {
    names: ['Jane Q. Roe'],
    dates: ['2024-05-03'],
    hours: ['3.5 contact hours'],
    providers: ['American Society for Clinical Laboratory Science'],
  },
};

/** What a machine reads in the picture that the window gets of a page. */
async function readAgain(file: string, type: 'pdf' | 'jpeg', recognise = true): Promise<string> {
  const picture = await pages.picture(file, type, 1, recognise);
  const shown = join(tempFolder(), 'shown.jpg');
  writeFileSync(shown, Buffer.from(picture ?? '', 'base64'));
  const words = await reader.words(shown, 'jpeg', 1, true);
  return (words?.lines ?? []).map((line) => line.map(({ text }) => text).join(' ')).join('\n');
}

test.each([0, 90, 180])(
  'the text of a PDF turned by %i degrees is taken as it is, and its card number covered',
  async (rotate) => {
    const file = await writeProof(tempFolder(), undefined, { rotate });
    const words = await pages.words(file, 'pdf', 1, false);
    expect(words).toMatchObject({ source: 'text', ...READ });
    expect(words?.lines.at(-1)).toBe(`Paid by Visa ${CARD_COVERED} expires 04/27`);
    const again = await readAgain(file, 'pdf', false);
    expect(again).toContain('Phlebotomy Safety');
    expect(again).not.toMatch(/1111/);
  },
);

test.each([
  ['straight', 0],
  ['askew', 7],
  ['askew the other way', -6],
  ['upside down', 180],
])('a scan that lies %s is read, and its card number covered', async (_how, degrees) => {
  const folder = tempFolder();
  const [file = ''] = await scanned(await writeProof(folder), folder, 150, () => ({
    degrees,
    dpi: 150,
    noise: 0.001,
    skew: 0.005,
  }));
  const words = await pages.words(file, 'jpeg', 1, true);
  expect(words).toMatchObject({ source: 'recognised', ...READ });
  expect(words?.lines.join('\n')).not.toMatch(/1111/);
  const again = await readAgain(file, 'jpeg');
  expect(again).toContain('Phlebotomy');
  expect(again).not.toMatch(/1111/);
});

test('nothing is looked for in a picture where the office does not want it', async () => {
  const folder = tempFolder();
  const [file = ''] = await scanned(await writeProof(folder), folder, 150, () => ({
    degrees: 0,
    dpi: 150,
    noise: 0,
    skew: 0,
  }));
  expect(await pages.words(file, 'jpeg', 1, false)).toBeNull();
});

test('what cannot be opened has no words and no picture', async () => {
  const file = join(tempFolder(), 'broken.pdf');
  writeFileSync(file, '%PDF-1.7 and nothing more');
  expect(await pages.words(file, 'pdf', 1, true)).toBeNull();
  expect(await pages.picture(file, 'pdf', 1, true)).toBeNull();
});
