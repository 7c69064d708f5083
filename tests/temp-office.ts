import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { unwatchedWork } from '../electron/jobs/work.ts';
import { resourcesFolder } from '../electron/platform/resources.ts';
import {
  type Clock,
  createOffice,
  type Office,
  type OfficeOptions,
  openOffice,
} from '../electron/services/office.ts';
import { fillSampleOffice } from '../electron/services/sample/fill-sample-office.ts';
import type { CalendarDate } from '../shared/domain/facts.ts';

/** A folder that is gone when the test is. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standing-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still at noon of a day. */
export function clockAt(today: CalendarDate): Clock {
  return { today: () => today, now: () => `${today}T12:00:00.000Z` };
}

export const TODAY = '2026-11-22';

export function optionsFor(folder: string, today: CalendarDate = TODAY): OfficeOptions {
  return { folder, actor: 'Test', clock: clockAt(today), resources: resourcesFolder() };
}

/** An empty office in a folder of its own, closed when the test ends. */
export async function emptyOffice(today: CalendarDate = TODAY): Promise<Office> {
  const office = await createOffice(optionsFor(join(tempFolder(), 'office'), today));
  closeAfterTest(office);
  return office;
}

/** A sample office in a folder of its own, closed when the test ends. */
export async function sampleOffice(members: number, seed = 1, today: CalendarDate = TODAY): Promise<Office> {
  const office = await emptyOffice(today);
  await fillSampleOffice(office, { members, seed, asOf: today }, unwatchedWork());
  return office;
}

/** The same folder on another day; closes the one given. */
export async function reopenOn(office: Office, today: CalendarDate): Promise<Office> {
  await office.close();
  const again = await openOffice(optionsFor(office.folder, today));
  closeAfterTest(again);
  return again;
}

function closeAfterTest(office: Office): void {
  onTestFinished(async () => {
    if (office.db.sqlite.open) await office.close();
  });
}
