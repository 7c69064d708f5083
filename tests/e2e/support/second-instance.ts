import { spawn } from 'node:child_process';
import { commandLine, type LaunchOptions } from '../launch.ts';

/** Starts the program once more, by hand. @returns its exit code, once it has ended */
export function startSecondInstance(options: LaunchOptions): Promise<number | null> {
  const { executable, args } = commandLine(options);
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
