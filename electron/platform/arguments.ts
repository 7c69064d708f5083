import { parseArgs } from 'node:util';
import { isCalendarDate } from '../../shared/util/dates.ts';

/** What the program was started with. */
export interface Arguments {
  /** The office folder to open instead of the last one. */
  readonly data: string | null;
  /** Replaces today. */
  readonly asOf: string | null;
  /** Who is at the desk, for the journal. */
  readonly actor: string | null;
  /** A command line to run instead of opening a window. */
  readonly headless: readonly string[] | null;
}

/**
 * Reads the program's own arguments and passes over those of Chromium and the system.
 * @throws Error when `--as-of` is no date
 */
export function readArguments(words: readonly string[]): Arguments {
  const at = words.indexOf('--headless');
  if (at >= 0) return { data: null, asOf: null, actor: null, headless: words.slice(at + 1) };
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' }, 'as-of': { type: 'string' }, actor: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : null);
  const asOf = text(values['as-of']);
  if (asOf !== null && !isCalendarDate(asOf))
    throw new Error(`--as-of takes a date such as 2026-11-22, not “${asOf}”.`);
  return { data: text(values.data), asOf, actor: text(values.actor), headless: null };
}
