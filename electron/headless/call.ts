import { parseArgs } from 'node:util';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { isCalendarDate } from '../../shared/util/dates.ts';
import { type CommandSpec, UsageError } from './usage.ts';

/** A command line taken apart and checked against what its command takes. */
export interface Call {
  readonly words: readonly string[];
  readonly data: string | null;
  readonly asOf: CalendarDate | null;
  readonly json: boolean;
  readonly actor: string | null;
  text(option: string): string | null;
  list(option: string): readonly string[];
  flag(option: string): boolean;
  /** @throws UsageError unless absent or a whole number of at least `least` */
  number(option: string, least: number): number | null;
}

const GENERAL = { data: 'text', 'as-of': 'text', json: 'flag', actor: 'text', help: 'flag' } as const;

/**
 * Takes the arguments after the command's name apart.
 * @throws UsageError naming what is wrong
 */
export function parseCall(spec: CommandSpec, args: readonly string[]): Call {
  const kinds = { ...spec.options, ...GENERAL };
  const { values, positionals } = parse(spec, kinds, args);
  const [least, most] = spec.words;
  if (positionals.length < least || positionals.length > most) {
    throw new UsageError(`${spec.name} takes: ${spec.takes === '' ? 'nothing more' : spec.takes}`);
  }
  const text = (option: string): string | null => {
    const value = values[option];
    return typeof value === 'string' ? value : null;
  };
  return {
    words: positionals,
    data: text('data'),
    asOf: date(text('as-of')),
    json: values.json === true,
    actor: text('actor'),
    text,
    list: (option) => listOf(values[option]),
    flag: (option) => values[option] === true,
    number: (option, minimum) => wholeNumber(option, text(option), minimum),
  };
}

function parse(
  spec: CommandSpec,
  kinds: Readonly<Record<string, 'text' | 'flag' | 'list'>>,
  args: readonly string[],
) {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'list' },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const known = Object.keys(spec.options)
      .map((name) => `--${name}`)
      .join(' ');
    const reason = error instanceof Error ? (error.message.split(/\.(?:\s|$)/)[0] ?? '') : String(error);
    throw new UsageError(
      `${reason}. ${spec.name} knows ${known === '' ? 'no options of its own' : known}, and --data --as-of --json --actor`,
    );
  }
}

function date(text: string | null): CalendarDate | null {
  if (text === null || isCalendarDate(text)) return text;
  throw new UsageError(`--as-of ${text} is no date; write an existing one as YYYY-MM-DD`);
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function wholeNumber(option: string, text: string | null, least: number): number | null {
  if (text === null) return null;
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`--${option} ${text} must be a whole number of at least ${least}`);
  }
  return number;
}
