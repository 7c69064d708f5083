import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { resourcesFolder } from '../../../electron/platform/resources.ts';
import {
  createOffice,
  type Office,
  type OfficeOptions,
  openOffice,
} from '../../../electron/services/office.ts';
import { saveProfile } from '../../../electron/services/profile.ts';
import { fillSampleOffice } from '../../../electron/services/sample/fill-sample-office.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import type { OfficeProfile } from '../../../shared/domain/notice.ts';

/** The day on which every specification takes place. */
export const TODAY = '2026-11-22';
/** Members of the sample office that specifications work on. */
export const SAMPLE_MEMBERS = 900;

const SAMPLE = 'STANDING_E2E_SAMPLE';

/** A folder of its own below the system's temporary one; the whole run's are removed together. */
export function tempFolder(): string {
  return mkdtempSync(join(process.env.STANDING_E2E_TEMP ?? tmpdir(), 'desk-'));
}

/** A sample office whose standings are worked out, closed. */
export async function makeSampleOffice(folder: string, members: number): Promise<void> {
  const office = await newOffice(folder);
  await fillSampleOffice(office, { members, seed: 1, asOf: TODAY }, unwatchedWork());
  await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
  await office.close();
}

/** A sample office as it is before anybody worked out who stands where. */
export async function makeUnsweptOffice(folder: string, members: number): Promise<void> {
  const office = await newOffice(folder);
  await fillSampleOffice(office, { members, seed: 1, asOf: TODAY }, unwatchedWork());
  await office.close();
}

/** Remembers where the sample office is that every specification copies. */
export function shareSampleOffice(folder: string): void {
  process.env[SAMPLE] = folder;
}

/** The folder of a sample office for one file of specifications. */
export function copyOfSampleOffice(): string {
  const sample = process.env[SAMPLE];
  if (sample === undefined) throw new Error('The sample office is made by global-setup.ts');
  const folder = join(tempFolder(), 'office');
  cpSync(sample, folder, { recursive: true });
  return folder;
}

/** An office with its name and address but nobody in it, closed when `fill` is done. */
export async function makeNamedOffice(
  folder: string,
  fill: (office: Office) => Promise<void> = async () => undefined,
): Promise<void> {
  const office = await newOffice(folder);
  await saveProfile(office, PROFILE);
  await fill(office);
  await office.close();
}

/** Has an office open in another program, by somebody else, during some work. */
export async function whileOpenedByAnother(
  folder: string,
  actor: string,
  work: () => Promise<void>,
): Promise<void> {
  const office = await openOffice({ ...optionsFor(folder), actor });
  try {
    await work();
  } finally {
    await office.close();
  }
}

function newOffice(folder: string): Promise<Office> {
  return createOffice(optionsFor(folder));
}

function optionsFor(folder: string): OfficeOptions {
  const clock = { today: () => TODAY, now: () => `${TODAY}T12:00:00.000Z` };
  return { folder, actor: 'Dana', clock, resources: resourcesFolder() };
}

const PROFILE: OfficeProfile = {
  name: 'Office of Certification',
  address: {
    address1: '10700 W Higgins Rd',
    address2: 'Ste 150',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  },
  phone: '847-555-0100',
  email: 'office@example.org',
  website: 'example.org',
  logo: null,
};
