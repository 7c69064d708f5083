import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { tempFolder } from '../../temp-office.ts';
import { auditedOffice, take, testReader } from './audited-office.ts';
import { drawPage, PROOF, writePictures } from './pages.ts';
import { writeCovers } from './printed-covers.ts';
import { HARM_NAMES, harmed } from './torn.ts';

const reader = testReader();
const SEED = 14;

// Some hundred sheets are harmed by hand: tests/bench/intake/torn.ts.
test('whatever happened to a cover sheet, no page behind it is filed to the member of the cover before', async () => {
  const { office, audited } = await auditedOffice(2);
  const folder = tempFolder();
  const [first, second] = audited;
  const pdf = await writeCovers(folder, 'both', [
    { audit: first?.audit ?? 0, activities: [] },
    { audit: second?.audit ?? 0, activities: [] },
  ]);
  execFileSync('pdftoppm', ['-r', '110', '-gray', '-png', pdf, join(folder, 'cover')]);
  const [sound, other] = [
    readFileSync(join(folder, 'cover-1.png')),
    readFileSync(join(folder, 'cover-2.png')),
  ];
  const sheet = await loadImage(other);
  const proof = drawPage(PROOF, 'jpeg');
  const files = await Promise.all(
    HARM_NAMES.map((harm) =>
      writePictures(folder, `${harm}.pdf`, [
        sound,
        proof,
        harmed(sheet, harm, SEED).toBuffer('image/jpeg', 80),
        proof,
      ]),
    ),
  );
  const taken = await take(office, reader, ...files);
  const ends = taken.map(({ file, parts }) => {
    const [one, ...behind] = parts;
    expect([one?.outcome, one?.memberNo, one?.lastPage], file).toEqual(['filed', first?.memberNo, 2]);
    for (const part of behind) expect([undefined, second?.memberNo], file).toContain(part.memberNo);
    return behind.length === 1 && behind[0]?.outcome === 'filed';
  });
  // A whole sheet is not needed: most of them file themselves still.
  expect(ends.filter(Boolean).length).toBeGreaterThan(ends.length / 2);
}, 60_000);
