/** A wrong way to call the command line: exit code 2. */
export class UsageError extends Error {}

/** What a command takes, as `--help` shows it and the arguments are checked by. */
export interface CommandSpec {
  /** e.g. `notices print`. */
  readonly name: string;
  /** What stands after the name, e.g. `RUN --out FILE.pdf [--from N] [--to N]`. */
  readonly takes: string;
  readonly does: string;
  /** How many words stand after the name, at least and at most. */
  readonly words: readonly [number, number];
  readonly options: Readonly<Record<string, 'text' | 'flag' | 'list'>>;
  readonly examples: readonly string[];
}

const GENERAL = `Everywhere: --data DIR (the office folder)  --as-of YYYY-MM-DD (instead of today)
            --json (one JSON document on stdout)  --actor NAME (who acts, for the journal)
Exit: 0 done, 1 refused or failed, 2 wrong usage.`;

/** The whole `--help`. */
export function overview(specs: readonly CommandSpec[]): string {
  const width = Math.max(...specs.map((spec) => spec.name.length));
  const lines = specs.map((spec) => `  ${spec.name.padEnd(width)}  ${spec.does}`);
  return `Usage: npm run --silent office -- <command> …\n\n${lines.join('\n')}\n\n${GENERAL}\n\n“<command> --help” tells more and gives examples.`;
}

/** The `--help` of one command. */
export function details(spec: CommandSpec): string {
  const examples = spec.examples.map((example) => `  npm run --silent office -- ${example}`).join('\n');
  return `Usage: npm run --silent office -- ${spec.name} ${spec.takes}\n\n${spec.does}\n\nExamples:\n${examples}\n\n${GENERAL}`;
}
