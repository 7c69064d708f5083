import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StandingError } from '../../../shared/ipc/errors.ts';

/** The parts of a letter about an application, in the order in which they are printed; the list stands before `after-list`. */
const SECTIONS = ['subject', 'greeting', 'opening', 'after-list', 'closing'] as const;
type Section = (typeof SECTIONS)[number];

/** Paragraphs by part, fields filled in. */
export type LetterText = Readonly<Record<Section, readonly string[]>>;

/**
 * Reads a letter about an application and fills its fields: `[section]` lines, paragraphs parted by empty lines, `{{field}}` where a
 * value goes, `#` at the start of a line for a remark.
 * @throws StandingError `bad-letter` naming file and what is wrong
 */
export function letterText(
  resources: string,
  letter: string,
  fields: Readonly<Record<string, string>>,
): LetterText {
  const file = `${letter}.txt`;
  const parts = new Map<string, string>();
  let section = '';
  for (const line of read(resources, file).split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const heading = /^\[(.*)\]\s*$/.exec(line);
    if (heading === null) parts.set(section, `${parts.get(section) ?? ''}${line}\n`);
    else section = heading[1] ?? '';
  }
  const part = (name: Section): readonly string[] => {
    const paragraphs = (parts.get(name) ?? '')
      .split(/\n\s*\n/)
      .map((text) => filled(text.replaceAll(/\s+/g, ' ').trim(), fields, file))
      .filter((text) => text !== '');
    if (paragraphs.length === 0) throw bad(`The letter ${file} has no text in its part [${name}].`);
    return paragraphs;
  };
  return {
    subject: part('subject'),
    greeting: part('greeting'),
    opening: part('opening'),
    'after-list': part('after-list'),
    closing: part('closing'),
  };
}

function read(resources: string, file: string): string {
  try {
    return readFileSync(join(resources, 'letters', file), 'utf8');
  } catch (cause) {
    throw bad(`The letter ${file} that ships with Standing cannot be read.`, cause);
  }
}

function filled(text: string, fields: Readonly<Record<string, string>>, file: string): string {
  return text.replaceAll(/\{\{\s*([^{}]*?)\s*\}\}/g, (_whole, field: string) => {
    const value = fields[field];
    if (value === undefined) throw bad(`The letter ${file} names a field “${field}” that there is not.`);
    return value;
  });
}

function bad(message: string, cause?: unknown): StandingError {
  return new StandingError('bad-letter', message, 'Install Standing again.', { cause });
}
