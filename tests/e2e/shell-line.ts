import type { Reporter } from '@playwright/test/reporter';
import { shellName } from './launch.ts';

const LINES = {
  electron: 'Windows are drawn by the real Electron binary.',
  'stand-in':
    'Windows are drawn by the Electron stand-in (tests/standin): the real binary is not installed; what needs it is skipped by name.',
};

/** Says first of all which shell the specifications run on. */
export default class ShellLine implements Reporter {
  onBegin(): void {
    process.stdout.write(`${LINES[shellName()]}\n`);
  }
  printsToStdio(): boolean {
    return false;
  }
}
