import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printCalibrationPage } from '../../electron/printing/calibration-page.ts';
import { movedCopy } from '../../electron/printing/pdf/moved-copy.ts';
import { printNotices } from '../../electron/printing/print-notices.ts';
import { read, wordsByPage } from './poppler.ts';
import { options, RESOURCES, sampleRun } from './sample-run.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'calibration-'));

test('every page of the copy is moved against the printer’s error, and nothing else differs', async () => {
  const dir = folder();
  const [source, target] = [join(dir, 'run.pdf'), join(dir, 'moved.pdf')];
  await printNotices(sampleRun(130), options(source));
  await movedCopy(source, target, { dx: 0.25, dy: -0.125 });
  const original = readFileSync(source);
  expect(readFileSync(target).subarray(0, original.length).equals(original)).toBe(true);
  const [before, after] = [wordsByPage(source), wordsByPage(target)];
  expect(after).toHaveLength(130);
  for (const page of [0, 63, 64, 129]) {
    const [a, b] = [before[page]?.[20], after[page]?.[20]];
    expect(b?.text).toBe(a?.text);
    expect((b?.left ?? 0) - (a?.left ?? 0)).toBeCloseTo(-0.25, 3);
    expect((b?.top ?? 0) - (a?.top ?? 0)).toBeCloseTo(0.125, 3);
  }
  expect(read('pdfinfo', [target])).toMatch(/Pages:\s+130[\s\S]*612 x 792 pts/);
});

test('a page that the printer puts right is as it was', async () => {
  const dir = folder();
  const [source, target] = [join(dir, 'run.pdf'), join(dir, 'moved.pdf')];
  await printNotices(sampleRun(1), options(source));
  await movedCopy(source, target, { dx: 0, dy: 0 });
  expect(wordsByPage(target)).toEqual(wordsByPage(source));
});

test.each([
  [8.5, 11],
  [8.268, 11.693],
])(
  'the calibration page has its lines 2 in from the edges of paper of %s by %s in',
  async (width, height) => {
    const outFile = join(folder(), 'page.pdf');
    await printCalibrationPage({
      fontsDir: `${RESOURCES}/fonts`,
      outFile,
      sheet: { width, height },
      dated: '2026-11-22',
    });
    const png = outFile.replace('.pdf', '');
    read('pdftoppm', ['-r', '100', '-gray', '-singlefile', outFile, png]);
    const image = readFileSync(`${png}.pgm`);
    const [, w = 0, h = 0] = (/^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 30)) ?? []).map(
      Number,
    );
    const start = image.length - w * h;
    const dark = (x: number, y: number) => (image[start + y * w + x] ?? 255) < 200;
    expect([w, h]).toEqual([Math.ceil(width * 100), Math.ceil(height * 100)]);
    const upright = Array.from({ length: w }, (_, x) => x).filter((x) =>
      [70, 100, 130].every((y) => dark(x, y)),
    );
    const level = Array.from({ length: h }, (_, y) => y).filter((y) =>
      [70, 100, 130].every((x) => dark(x, y)),
    );
    for (const at of [...upright, ...level]) expect(Math.abs(at - 200)).toBeLessThanOrEqual(1);
    expect(upright.length * level.length).toBeGreaterThan(0);
  },
);
