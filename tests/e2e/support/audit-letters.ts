import { expect, type Page } from '@playwright/test';
import type { AuditLetterKind } from '../../../shared/domain/audit-letters.ts';
import { ask } from './ask.ts';

const TODAY = '2026-11-22';

/** Prepares, prints and marks as mailed the run of a kind of letters. @returns the run */
export async function sendLetters(page: Page, kind: AuditLetterKind): Promise<string> {
  await ask(page, 'audits.prepareLetters', { kind });
  const newest = async () =>
    (await ask(page, 'renewals.runs', undefined)).find((run) => run.kind === kind && run.mailedOn === null);
  await expect.poll(async () => (await newest())?.run).toBeDefined();
  const run = await newest();
  if (run === undefined) throw new Error(`No run of ${kind} was prepared.`);
  await ask(page, 'renewals.print', { run: run.run, from: null, to: null });
  await expect.poll(async () => (await ask(page, 'renewals.run', { run: run.run }))?.printedOn).toBe(TODAY);
  await ask(page, 'renewals.markMailed', { run: run.run, on: TODAY, count: run.toPrint });
  return run.run;
}
