import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What Electron reads from its command line. */
export interface CommandLine {
  /** Absolute path of the app's main file. */
  readonly mainFile: string;
  /** Folder of the package.json that describes the app, or of the main file where there is none. */
  readonly appPath: string;
  /** `process.argv` after the program's name, as the app sees it: main file first. */
  readonly appArguments: readonly string[];
  /** Every `--name` and `--name=value`, names in lower case, before and after the main file. */
  readonly switches: ReadonlyMap<string, string>;
  /** Started by Playwright, which holds `ready` back until it calls `__playwright_run`. */
  readonly underPlaywright: boolean;
}

/**
 * Reads `[switches] <main file or app folder> [arguments]`.
 * @throws Error where no main file is named or the one named does not exist.
 */
export function readCommandLine(words: readonly string[], folder: string): CommandLine {
  const at = words.findIndex((word) => !word.startsWith('-'));
  const named = words[at];
  if (named === undefined) throw new Error('The Electron stand-in needs the app to start: electron <file>');
  const mainFile = mainFileOf(path.resolve(folder, named));
  return {
    mainFile,
    appPath: packageFolder(path.dirname(mainFile)) ?? path.dirname(mainFile),
    appArguments: words.slice(at),
    switches: readSwitches(words),
    underPlaywright: words.includes('--inspect=0') && words.includes('--remote-debugging-port=0'),
  };
}

function mainFileOf(named: string): string {
  if (!existsSync(named)) throw new Error(`Cannot find the app's main file: ${named}`);
  if (!statSync(named).isDirectory()) return named;
  const description = readPackage(named);
  return path.join(named, description.main ?? 'index.js');
}

function readSwitches(words: readonly string[]): Map<string, string> {
  const switches = new Map<string, string>();
  for (const word of words) {
    if (word === '--') break;
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    if (match) switches.set((match[1] ?? '').toLowerCase(), match[2] ?? '');
  }
  return switches;
}

function packageFolder(folder: string): string | undefined {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : packageFolder(parent);
}

/** The parts of a package.json that Electron reads. */
export interface PackageDescription {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

/** The package.json in `folder`, or an empty description where there is none. */
export function readPackage(folder: string): PackageDescription {
  const file = path.join(folder, 'package.json');
  // A package.json is checked by npm; only these four optional texts are read from it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageDescription) : {};
}
