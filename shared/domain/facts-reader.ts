import { StandingError } from '../ipc/errors.ts';
import { isCalendarDate } from '../util/dates.ts';
import type { CalendarDate } from './facts.ts';

// Reads values of unknown shape strictly: nothing is converted, defaulted or ignored, and whatever is wrong is named by
// its path, such as `fees[2].yearStart`.

/** What was refused, and where. `code` is `facts-invalid`. */
export class FactsError extends StandingError {
  /** e.g. `fees[2].yearStart`; empty where the whole is meant. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(
      'facts-invalid',
      path === '' ? `The facts: ${problem}.` : `${path}: ${problem}.`,
      'Correct this value in the facts and try again.',
    );
    this.name = 'FactsError';
    this.path = path;
  }
}

export type Fields<K extends string> = Readonly<Record<K, unknown>>;

export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** An object that has all the keys and no other. */
export function readObject<K extends string>(value: unknown, path: string, keys: readonly K[]): Fields<K> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FactsError(path, `${shown(value)} is not an object`);
  }
  for (const key of keys) if (!Object.hasOwn(value, key)) throw new FactsError(at(path, key), 'is missing');
  const known: readonly string[] = keys;
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) throw new FactsError(at(path, key), 'is not a field of the facts here');
  }
  // Every key was just seen to be there.
  return value as Fields<K>;
}

/** Reads each element with its own path. */
export function readList<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T[] {
  if (!Array.isArray(value)) throw new FactsError(path, `${shown(value)} is not a list`);
  return value.map((element: unknown, index) => read(element, at(path, index)));
}

export function readDate(value: unknown, path: string): CalendarDate {
  if (isCalendarDate(value)) return value;
  throw new FactsError(path, `${shown(value)} is no existing date written YYYY-MM-DD`);
}

export function readDateOrNull(value: unknown, path: string): CalendarDate | null {
  return value === null ? null : readDate(value, path);
}

/** Whole and not negative. */
export function readCents(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new FactsError(path, `${shown(value)} is no whole number of cents, 0 or more`);
}

/** Not negative, with at most two decimals. */
export function readPoints(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new FactsError(path, `${shown(value)} is no number`);
  if (value < 0) throw new FactsError(path, `${value} points are negative`);
  if (value > 1_000_000) throw new FactsError(path, `${value} points are more than a million`);
  if (Number(value.toFixed(2)) !== value)
    throw new FactsError(path, `${value} points have more than two decimals`);
  return value;
}

export function readBoolean(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new FactsError(path, `${shown(value)} is neither true nor false`);
}

export function readText(value: unknown, path: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new FactsError(path, `${shown(value)} is no text`);
}

export function readOneOf<T extends string>(value: unknown, path: string, words: readonly T[]): T {
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw new FactsError(path, `${shown(value)} is none of ${words.join(', ')}`);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
