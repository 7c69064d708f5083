import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RESOURCES } from '../../../printing/sample-run.ts';
import { benchmarkRun } from '../sample.ts';
import { letterWords } from '../words.ts';
import { csv, letterTemplate, mergeFields } from './template.ts';
import { findWriter, type Writer } from './writer.ts';

const ATTEMPTS = 4;

/**
 * The same letters, but for the QR code, by Writer's mail merge from a CSV file. Returns the merge's seconds. LibreOffice 7.4 without a
 * display ends in the middle of some merges; those are begun again and not counted.
 */
export async function printByMailMerge(sheets: number, file: string): Promise<number> {
  const writer = findWriter();
  if ('missing' in writer) throw new Error(`${writer.missing} is not installed.`);
  for (let attempt = 1; ; attempt++) {
    try {
      return mergeOnce(writer, sheets, file);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

function mergeOnce(writer: Writer, sheets: number, file: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'mail-merge-'));
  try {
    const letters = [...benchmarkRun(sheets)].map((sheet) => ({
      words: letterWords(sheet),
      name: sheet.memberName,
    }));
    const [first] = letters;
    if (first === undefined) throw new Error('There is no letter.');
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'letter.fodt'), letterTemplate(first.words));
    const rows = letters.map(({ words, name }) => mergeFields(words, name));
    writeFileSync(join(folder, 'data', 'letters.csv'), csv(rows));
    // The letter's own fonts, without installing them.
    writeFileSync(
      join(folder, 'fonts.conf'),
      `<fontconfig><dir>${RESOURCES}/fonts</dir><cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`,
    );
    const script = join(import.meta.dirname, 'merge.py');
    const seconds = execFileSync(writer.python, [script, folder, writer.soffice], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const merged = readdirSync(folder).find((name) => name.endsWith('.pdf'));
    if (merged === undefined) throw new Error('The mail merge made no PDF.');
    copyFileSync(join(folder, merged), file);
    return Number(seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
