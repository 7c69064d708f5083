import type { CalendarDate } from '../../shared/domain/facts.ts';
import { startWork, unwatchedWork, type Work } from '../jobs/work.ts';
import { systemClock } from '../platform/clock.ts';
import { defaultOfficeFolder } from '../platform/office-folder.ts';
import { resourcesFolder } from '../platform/resources.ts';
import { hasUnfinishedDestructions } from '../repositories/destructions.ts';
import { hasPendingImport } from '../repositories/imports.ts';
import type { Clock, Office, OfficeOptions } from '../services/office.ts';
import { filesLaidDown } from '../services/reconcile/planned-file.ts';
import type { Call } from './call.ts';

/** What a command answers: JSON for programs, a few lines for people. */
export interface CommandResult {
  readonly json: unknown;
  readonly text: string;
  /** A refusal that still has a report to show: exit code 1, with this sentence on stderr. */
  readonly refused?: string;
}

/** The code of a command. */
export type CommandRun = (call: Call) => Promise<CommandResult>;

/** The date of a call: `--as-of`, else today in the computer's time zone. */
export function asOfDate(call: Call): CalendarDate {
  return call.asOf ?? clockOf(call).today();
}

export function officeOptions(call: Call): OfficeOptions {
  return {
    folder: call.data ?? defaultOfficeFolder(),
    actor: call.actor ?? 'command line',
    clock: clockOf(call),
    resources: resourcesFolder(),
  };
}

/** Opens the office of a call, lets the command use it, and closes it whatever happens. */
export async function withOffice<T>(call: Call, use: (office: Office) => Promise<T>): Promise<T> {
  const { openOffice } = await import('../services/office.ts');
  const office = await openOffice(officeOptions(call));
  try {
    await finishInterrupted(office);
    return await use(office);
  } finally {
    await office.close();
  }
}

/** An import, a payment file or a destruction that was cut off is completed before anything else is asked. */
async function finishInterrupted(office: Office): Promise<void> {
  if (await hasUnfinishedDestructions(office.reader)) {
    const { finishDestructions } = await import('../services/intake/retention/finish.ts');
    await finishDestructions(office, unwatchedWork());
  }
  if (await hasPendingImport(office.reader)) {
    const { finishPendingImports } = await import('../services/import/index.ts');
    await finishPendingImports(office);
  }
  if (filesLaidDown(office.folder).length > 0) {
    const { finishPendingFiles } = await import('../services/reconcile/finish.ts');
    await finishPendingFiles(office);
  }
}

/** Work that tells its progress on stderr where a person watches, and is cancelled by Ctrl-C. */
export function watchedWork(call: Call): Work {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  const show = process.stderr.isTTY && !call.json;
  return startWork(controller.signal, ({ doing, done, total }) => {
    if (show) process.stderr.write(`\r\x1b[K${doing}${total === null ? ` ${done}` : ` ${done} of ${total}`}`);
  });
}

function clockOf(call: Call): Clock {
  return systemClock(call.asOf);
}
