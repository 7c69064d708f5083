import { StandingError } from '../shared/ipc/errors.ts';
import { parseCall } from './headless/call.ts';
import { COMMANDS } from './headless/commands/index.ts';
import { details, overview, UsageError } from './headless/usage.ts';

/**
 * Runs one command line: the same services as the window, without it.
 * @param args what stands after the program's name
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function runHeadless(args: readonly string[]): Promise<number> {
  // A reader that has seen enough (`… | head`) closes the pipe; that is no failure of ours.
  process.stdout.on('error', () => undefined);
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof UsageError) return fail(2, error.message);
    if (error instanceof StandingError)
      return fail(1, [error.message, error.fix].filter((part) => part !== '').join(' '));
    return fail(
      1,
      `Something unexpected went wrong: ${error instanceof Error ? (process.env.STANDING_DEBUG === undefined ? error.message : error.stack) : String(error)}`,
    );
  }
}

async function run(args: readonly string[]): Promise<number> {
  const specs = COMMANDS.map(({ spec }) => spec);
  const [first, second] = args;
  if (first === undefined) throw new UsageError('name a command; “--help” lists them');
  if (first === 'help' || first === '--help') {
    await print(overview(specs));
    return 0;
  }
  const found =
    COMMANDS.find(({ spec }) => spec.name === `${first} ${second} ${args[2]}`) ??
    COMMANDS.find(({ spec }) => spec.name === `${first} ${second}`) ??
    COMMANDS.find(({ spec }) => spec.name === first);
  if (found === undefined)
    throw new UsageError(
      unknownCommand(
        first,
        second,
        specs.map(({ name }) => name),
      ),
    );
  const rest = args.slice(found.spec.name.split(' ').length);
  if (rest.includes('--help')) {
    await print(details(found.spec));
    return 0;
  }
  const call = parseCall(found.spec, rest);
  const command = await found.load();
  const result = await command(call);
  if (process.stderr.isTTY && !call.json) process.stderr.write('\r\x1b[K');
  await print(call.json ? JSON.stringify(result.json, null, 2) : result.text);
  return result.refused === undefined ? 0 : fail(1, result.refused);
}

function unknownCommand(first: string, second: string | undefined, names: readonly string[]): string {
  const parts = names
    .filter((name) => name.startsWith(`${first} `))
    .map((name) => name.slice(first.length + 1));
  if (parts.length > 0)
    return `${first} is followed by one of: ${parts.join(', ')}${second === undefined || second.startsWith('-') ? '' : `; “${second}” is none of them`}`;
  return `there is no command “${first}”; “--help” lists the commands`;
}

function print(text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve) => {
    process.stdout.write(`${text}\n`, () => resolve());
  });
}

function fail(code: number, sentence: string): number {
  process.stderr.write(`standing: ${sentence.replaceAll('\n', ' ')}\n`);
  return code;
}
