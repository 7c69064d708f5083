import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { printNotices } from '../../electron/printing/print-notices.ts';
import { CERTIFICATION_CODES } from '../../shared/domain/codes.ts';
import { parseSheetCode } from '../../shared/domain/sheet-code.ts';
import { pageContents } from './pages.ts';
import { codes, layout, read, wordsByPage } from './poppler.ts';
import { line, office, options, sampleRun, sheet } from './sample-run.ts';

const SHEETS = 240;
const folder = mkdtempSync(join(tmpdir(), 'printing-'));
const run = sampleRun(SHEETS);
const file = join(folder, 'run.pdf');
let printed: Awaited<ReturnType<typeof printNotices>>;
let pages: ReturnType<typeof wordsByPage>;

beforeAll(async () => {
  printed = await printNotices(run, options(file));
  pages = wordsByPage(file);
});

describe('a printed run, read back', () => {
  test('says what it is', () => {
    const about = read('pdfinfo', [file]);
    expect(about).toMatch(/Title:\s+Renewal notices for December 2026, run 2026-12-A/);
    expect(about).toMatch(/Author:\s+Example Board of Certification/);
    expect(about).toMatch(new RegExp(`Pages:\\s+${SHEETS}`));
    expect(about).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
    expect(readFileSync(file, 'latin1')).toContain('/Lang (en-US)');
  });

  test('gives back its own count, size and SHA-256', () => {
    const bytes = readFileSync(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(printed).toEqual({ sheets: SHEETS, bytes: bytes.length, sha256 });
  });

  test('embeds every font as a subset that text can be read from', () => {
    const rows = read('pdffonts', [file]).trim().split('\n').slice(2);
    expect(rows.length).toBe(5);
    for (const row of rows) expect(row).toMatch(/^STAND[A-E]\+\S+ +CID TrueType +Identity-H +yes yes yes/);
  });

  test('shows every word of every address in the window', () => {
    expect(pages.length).toBe(SHEETS);
    run.forEach(({ addressLines }, at) => {
      const inWindow = (pages[at] ?? []).filter(
        (word) => word.left < 4.625 && word.top > 1.75 && word.bottom < 3.2,
      );
      expect(inWindow.map((word) => word.text).join(' ')).toBe(addressLines.join(' ').replaceAll('  ', ' '));
      for (const word of inWindow) {
        expect(word.left).toBeGreaterThanOrEqual(0.75);
        expect(word.right).toBeLessThanOrEqual(3.5);
        expect(word.top).toBeGreaterThanOrEqual(2.25);
        expect(word.bottom).toBeLessThanOrEqual(2.875);
      }
    });
  });

  test('shows the return address, and nothing else, in its window', () => {
    for (const words of pages) {
      const inWindow = words.filter((word) => word.left < 3.875 && word.bottom > 0.75 && word.top < 1.75);
      expect(inWindow.map((word) => word.text).join(' ')).toBe(
        'Example Board of Certification 100 Sample Plaza, Suite 150 Rosemont, IL 60018',
      );
      for (const word of inWindow) {
        expect(word.left).toBeGreaterThanOrEqual(0.75 - 0.001);
        expect(word.right).toBeLessThanOrEqual(2.75 + 0.001);
        expect(word.top).toBeGreaterThanOrEqual(1 - 0.001);
        expect(word.bottom).toBeLessThanOrEqual(1.5 + 0.001);
      }
    }
  });

  test('keeps two spaces before the ZIP and in the sheet’s line', () => {
    const widths = pages[0]?.filter((word) => ['IL', '60018', 'ROSEMONT'].includes(word.text)) ?? [];
    const [town, state, zip] = widths.filter((word) => word.top > 2.2 && word.top < 2.9);
    const single = (state?.left ?? 0) - (town?.right ?? 0);
    expect((zip?.left ?? 0) - (state?.right ?? 0)).toBeCloseTo(2 * single, 2);
  });

  test('says everything a notice has to say', () => {
    run.slice(0, 10).forEach((each, at) => {
      const text = layout(file, at + 1, at + 1).replace(/\s+/g, ' ');
      expect(text).toContain(`Run 2026-12-A Sheet ${each.sheet} of ${SHEETS}`);
      expect(text).toContain(`Member number ${each.memberNo}`);
      expect(text).toContain(`Dear ${each.memberName},`);
      expect(text).toContain('Due by 31 December 2026');
      expect(text).toContain('“You must recertify if you certified after January 1, 2006');
      expect(text).toContain('Pay online');
      for (const certification of each.lines) {
        expect(text).toContain(`${certification.certificationName} (${certification.code})`);
        expect(text).toContain('Year 1 December 2026 to 30 November 2027');
        expect(text).toContain('Cycle ends 30 November 2028');
        if (certification.boundByCcp) {
          const { pointsCounted, pointsRequired, pointsOutstanding } = certification;
          expect(text).toContain(
            `${pointsCounted} of ${pointsRequired} recorded, ${pointsOutstanding} outstanding`,
          );
        }
      }
    });
  });

  test('carries a QR code of its own run and sheet, and no personal data', async () => {
    const sample = [run[0], run[16], run[99], run[SHEETS - 1]].filter((each) => each !== undefined);
    const some = join(folder, 'some.pdf');
    await printNotices(sample, options(some));
    const images = mkdtempSync(join(folder, 'images-'));
    expect(codes(some, images).map(parseSheetCode)).toEqual(
      sample.map((each) => ({ run: each.run, sheet: each.sheet, purpose: 'RN' })),
    );
  });

  test('has a bookmark for each sheet, by hundreds', () => {
    const text = readFileSync(file, 'latin1');
    expect(text.match(/\/Title \(Sheets \d+ to \d+\)/g)).toEqual([
      '/Title (Sheets 1 to 100)',
      '/Title (Sheets 101 to 200)',
      '/Title (Sheets 201 to 300)',
    ]);
    expect(text.match(/\/Dest \[\d+ 0 R \/Fit\]/g)?.length).toBe(SHEETS + 3);
  });
});

describe('the same again', () => {
  test('gives the same bytes', async () => {
    const again = await printNotices(sampleRun(SHEETS), options(join(folder, 'again.pdf')));
    expect(again).toEqual(printed);
  });

  test('sheets 214 to 230 alone are byte-equal in content to those of the whole', async () => {
    const range = join(folder, 'range.pdf');
    await printNotices(run.slice(213, 230), options(range));
    const alone = pageContents(readFileSync(range));
    const whole = pageContents(readFileSync(file));
    expect(alone.length).toBe(17);
    expect(whole.length).toBe(SHEETS);
    alone.forEach((page, at) => {
      expect(page.text.equals(whole[213 + at]?.text ?? Buffer.alloc(0))).toBe(true);
      expect(page.raw.equals(whole[213 + at]?.raw ?? Buffer.alloc(0))).toBe(true);
    });
    expect(layout(range, 1, 17)).toBe(layout(file, 214, 230));
  });

  test('with a logo that has transparency', async () => {
    const withLogo = { ...office, logo: translucentPng(40, 20).toString('base64') };
    const [first, second] = [join(folder, 'logo-1.pdf'), join(folder, 'logo-2.pdf')];
    const one = await printNotices(run.slice(0, 3), { ...options(first), office: withLogo });
    const two = await printNotices(run.slice(0, 3), { ...options(second), office: withLogo });
    expect(one).toEqual(two);
    expect(read('pdfimages', ['-list', first])).toMatch(/image +40 +20/);
  });
});

describe('what is hard to fit', () => {
  test.each([
    [
      'all ten certifications, each with arrears',
      CERTIFICATION_CODES.map((code) => line(code, { arrearsCents: 1250_00 })),
    ],
    [
      'three certifications',
      [line('CMAS'), line('CMLA'), line('MLT', { attested: true, pointsOutstanding: 0 })],
    ],
  ] as const)('%s stay above the slip and beside each other', async (_, lines) => {
    const one = join(folder, 'hard.pdf');
    await printNotices(
      [sheet(1, 1, 'Bartholomew Christopherson-Montgomery Featherstonehaugh III', {}, lines)],
      options(one),
    );
    const words = wordsByPage(one)[0] ?? [];
    const questions = words.find((word) => word.text === 'Questions?');
    expect(questions?.bottom).toBeLessThan(7.5);
    const body = words.filter((word) => word.top > 3.2 && word.bottom < 7.5);
    const overlapping = body.filter((a) =>
      body.some(
        (b) =>
          a !== b && a.left < b.right - 0.01 && b.left < a.right - 0.01 && Math.abs(a.top - b.top) < 0.02,
      ),
    );
    expect(overlapping).toEqual([]);
  });

  test('a letter for which the fonts have no character names sheet and member', async () => {
    const broken = { ...sheet(1, 1, 'A B', {}, [line('RMA')]), memberName: '李 B' };
    await expect(printNotices([broken], options(join(folder, 'x.pdf')))).rejects.toThrow(
      'Sheet 1 (member 700001) cannot be printed: the letter fonts have no “李”',
    );
  });
});

describe('what goes wrong leaves nothing behind', () => {
  test('cancelled on the way: within 200 ms, no file, the old one untouched', async () => {
    const place = mkdtempSync(join(folder, 'cancel-'));
    writeFileSync(join(place, 'run.pdf'), 'the one before');
    const stop = new AbortController();
    let stopped = 0;
    const printing = printNotices(endless(), {
      ...options(join(place, 'run.pdf')),
      signal: stop.signal,
      onProgress: (done) => {
        if (done > 100 && stopped === 0) {
          stopped = performance.now();
          stop.abort();
        }
      },
    });
    await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
    expect(performance.now() - stopped).toBeLessThan(200);
    expect(readdirSync(place)).toEqual(['run.pdf']);
    expect(readFileSync(join(place, 'run.pdf'), 'utf8')).toBe('the one before');
  });

  test('other work of the thread gets its turn', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await printNotices(run, options(join(folder, 'turns.pdf')));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test('a source that fails', async () => {
    const place = mkdtempSync(join(folder, 'source-'));
    async function* failing() {
      yield run[0] ?? sheet(1, 1, 'A B', {}, [line('RMA')]);
      throw new Error('The database went away.');
    }
    await expect(printNotices(failing(), options(join(place, 'run.pdf')))).rejects.toThrow(
      'The database went away.',
    );
    expect(readdirSync(place)).toEqual([]);
  });

  test('what a killed process left is cleared, what a living one writes is not', async () => {
    const place = mkdtempSync(join(folder, 'killed-'));
    writeFileSync(join(place, '.run.pdf.999999999-1.part'), 'half');
    writeFileSync(join(place, `.run.pdf.${process.ppid}-1.part`), 'half');
    await printNotices(run.slice(0, 1), options(join(place, 'run.pdf')));
    expect(readdirSync(place).sort()).toEqual([`.run.pdf.${process.ppid}-1.part`, 'run.pdf']);
  });

  test.each([
    [
      'a folder that is not there',
      (place: string) => join(place, 'no', 'run.pdf'),
      /^The folder .* does not exist\.$/,
    ],
    [
      'a folder of that name',
      (place: string) => place,
      /is a folder, so no PDF can be written under that name\.$/,
    ],
    [
      'a file where a folder should be',
      (place: string) => join(place, 'file', 'run.pdf'),
      /is not a folder\.$/,
    ],
  ])('%s', async (_, where, sentence) => {
    const place = mkdtempSync(join(folder, 'disk-'));
    writeFileSync(join(place, 'file'), '');
    await expect(printNotices(run, options(where(place)))).rejects.toThrow(sentence);
    expect(readdirSync(place)).toEqual(['file']);
  });

  test('a full disk', async () => {
    const full = { ...options('/dev/full/run.pdf') };
    await expect(printNotices(run, full)).rejects.toMatchObject({ code: 'cannot-write' });
  });

  test.each([
    ['nothing to print', [], {}, 'no-sheets'],
    ['a logo that is none', run.slice(0, 1), { office: { ...office, logo: 'bm8gaW1hZ2U=' } }, 'bad-logo'],
    [
      'an office name wider than its window',
      run.slice(0, 1),
      { office: { ...office, name: 'W'.repeat(80) } },
      'office-address',
    ],
    ['fonts that are not there', run.slice(0, 1), { fontsDir: '/nowhere' }, 'fonts-missing'],
  ] as const)('%s', async (_, sheets, changes, code) => {
    const place = mkdtempSync(join(folder, 'wrong-'));
    await expect(
      printNotices(sheets, { ...options(join(place, 'run.pdf')), ...changes }),
    ).rejects.toMatchObject({ code });
    expect(readdirSync(place)).toEqual([]);
  });
});

function* endless() {
  for (let n = 1; ; n++) yield { ...(run[n % SHEETS] ?? sheet(1, 1, 'A B', {}, [line('RMA')])), sheet: n };
}

/** A PNG of 8-bit RGBA pixels, half transparent. */
function translucentPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    // Readers of logos do not look at the checksum.
    return Buffer.concat([length, body, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0]);
  const rows = Buffer.concat(
    Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(4 * width, 0x80)])),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
