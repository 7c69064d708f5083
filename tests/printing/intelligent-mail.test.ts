import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intelligentMail } from '../../electron/printing/pdf/intelligent-mail.ts';
import { printNotices } from '../../electron/printing/print-notices.ts';
import type { RunBarcodes } from '../../shared/domain/postal.ts';
import { SEED } from '../property-seed.ts';
import { pageContents } from './pages.ts';
import { read, wordsByPage } from './poppler.ts';
import { line, options, sampleRun, sheet } from './sample-run.ts';

describe('the examples of USPS-B-3200', () => {
  const tracking = '01234567094987654321';
  test.each([
    ['', 'ATTFATTDTTADTAATTDTDTATTDAFDDFADFDFTFFFFFTATFAAAATDFFTDAADFTFDTDT'],
    ['01234', 'DTTAFADDTTFTDTFTFDTDDADADAFADFATDDFTAAAFDTTADFAAATDFDTDFADDDTDFFT'],
    ['012345678', 'ADFTTAFDTTTTFATTADTAAATFTFTATDAAAFDDADATATDTDTTDFDTDATADADTDFFTFA'],
    ['01234567891', 'AADTFFDFTDADTAADAATFDTDDAAADDTDTTDAFADADDDTFFFDDTTTADFAAADFTDAADA'],
  ])('ZIP “%s”', (routing, bars) => {
    expect(intelligentMail(tracking, routing)).toBe(bars);
  });
});

test('two different pieces never have the same bars', () => {
  const digits = (length: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((all) => all.join(''));
  fc.assert(
    fc.property(digits(18), digits(18), digits(9), (a, b, zip) => {
      fc.pre(a !== b);
      expect(intelligentMail(`00${a}`, zip)).toMatch(/^[TADF]{65}$/);
      expect(intelligentMail(`00${a}`, zip)).not.toBe(intelligentMail(`00${b}`, zip));
    }),
    { seed: SEED },
  );
});

test.each(['', '0123', '05234567094987654321', 'x1234567094987654321'])(
  '“%s” is no tracking code',
  (tracking) => {
    expect(() => intelligentMail(tracking, '')).toThrow(RangeError);
  },
);

describe('a run with barcodes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'barcodes-'));
  const barcodes: RunBarcodes = {
    mailerId: '912345678',
    serviceType: '300',
    barcodeId: '00',
    firstSerial: 4100,
  };
  const run = sampleRun(24);
  const bare = join(folder, 'bare.pdf');
  const barred = join(folder, 'barred.pdf');
  const printed = Promise.all([
    printNotices(run, options(bare)),
    printNotices(run, { ...options(barred), barcodes }),
  ]);

  test('has on each sheet with room for it the bars of its own serial number and ZIP, inside the address area', async () => {
    await printed;
    const pages = pageContents(readFileSync(barred));
    const words = wordsByPage(barred);
    let withBars = 0;
    run.forEach((each, at) => {
      const bars = barsOf(pages[at]?.text.toString('latin1') ?? '');
      const zip = / {2}(\d{5})(?:-(\d{4}))?$/.exec(each.addressLines.at(-1) ?? '');
      if (zip === null || each.addressLines.length > 3) {
        expect(bars).toBeNull();
        return;
      }
      withBars += 1;
      const tracking = `00300912345678${String(4100 + at).padStart(6, '0')}`;
      expect(bars?.text).toBe(intelligentMail(tracking, `${zip[1]}${zip[2] ?? ''}`));
      const { left, top, right, bottom } = bars ?? { left: 0, top: 0, right: 0, bottom: 0 };
      expect(left).toBeGreaterThanOrEqual(0.75);
      expect(right).toBeLessThanOrEqual(3.5);
      expect(top).toBeGreaterThanOrEqual(2.25 - 1e-9);
      expect(right - left).toBeGreaterThanOrEqual(2.683);
      expect(bottom - top).toBeGreaterThanOrEqual(0.125);
      expect(bottom - top).toBeLessThanOrEqual(0.165);
      const address = (words[at] ?? []).filter(
        (word) => word.left < 4.6 && word.top > 1.75 && word.bottom < 3.2,
      );
      expect(address.map(({ text }) => text).join(' ')).toBe(
        each.addressLines.join(' ').replaceAll('  ', ' '),
      );
      for (const word of address) {
        expect(word.top).toBeGreaterThanOrEqual(bottom + 0.028);
        expect(word.bottom).toBeLessThanOrEqual(2.875);
        expect(word.right).toBeLessThanOrEqual(3.5);
      }
    });
    expect(withBars).toBeGreaterThan(8);
    expect(withBars).toBeLessThan(run.length);
  });

  test('leaves every other page as it was', async () => {
    await printed;
    const before = pageContents(readFileSync(bare));
    pageContents(readFileSync(barred)).forEach((page, at) => {
      if (barsOf(page.text.toString('latin1')) === null)
        expect(page.raw.equals(before[at]?.raw ?? Buffer.of())).toBe(true);
    });
  });

  test('a Mailer ID of six digits leaves nine for the serial number', async () => {
    const file = join(folder, 'six.pdf');
    const one = sheet(1, 1, 'Rosa Martinez', {}, [line('RMA')]);
    await printNotices([one], {
      ...options(file),
      barcodes: { ...barcodes, mailerId: '654321', firstSerial: 1_000_000_007 },
    });
    const bars = barsOf(pageContents(readFileSync(file))[0]?.text.toString('latin1') ?? '');
    expect(bars?.text).toBe(intelligentMail('00300654321000000007', '60018'));
  });
});

describe('printed with blank backs', () => {
  test('each sheet starts on a front, and its content is byte-equal to the one without backs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duplex-'));
    const run = sampleRun(70);
    const [single, double] = [join(folder, 'single.pdf'), join(folder, 'double.pdf')];
    const plain = await printNotices(run, options(single));
    const backed = await printNotices(run, { ...options(double), duplex: true });
    expect(backed.sheets).toBe(plain.sheets);
    expect(read('pdfinfo', [double])).toMatch(/Pages:\s+140/);
    const all = pageContents(readFileSync(double));
    const fronts = all.filter((_, at) => at % 2 === 0);
    const before = pageContents(readFileSync(single));
    expect(all).toHaveLength(140);
    for (const [at, page] of before.entries()) expect(fronts[at]?.raw.equals(page.raw)).toBe(true);
    const words = wordsByPage(double);
    words.forEach((page, at) => {
      if (at % 2 === 1) expect(page).toEqual([]);
      else expect(page.length).toBeGreaterThan(50);
    });
  });
});

/** The barcode of a page as its bars and its box in inches, read from what is drawn; null where there is none. */
function barsOf(content: string) {
  const drawn = /q 0 g ((?:[\d.]+ [\d.]+ [\d.]+ [\d.]+ re ?){65})f Q/.exec(content);
  if (drawn === null) return null;
  const boxes = [...(drawn[1] ?? '').matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map((match) =>
    match.slice(1).map(Number),
  );
  const tops = boxes.map(([, y = 0, , height = 0]) => 792 - y - height);
  const bottoms = boxes.map(([, y = 0]) => 792 - y);
  const [top, bottom] = [Math.min(...tops), Math.max(...bottoms)];
  const text = boxes
    .map((_, at) => {
      const up = (tops[at] ?? 0) - top < 0.5;
      const down = bottom - (bottoms[at] ?? 0) < 0.5;
      return up ? (down ? 'F' : 'A') : down ? 'D' : 'T';
    })
    .join('');
  const left = Math.min(...boxes.map(([x = 0]) => x));
  const right = Math.max(...boxes.map(([x = 0, , width = 0]) => x + width));
  return { text, left: left / 72, right: right / 72, top: top / 72, bottom: bottom / 72 };
}
