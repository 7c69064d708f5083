import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSampleOffice, SAMPLE_MEMBERS, shareSampleOffice } from './support/office.ts';

/** Makes the one sample office that specifications copy, in a folder that is removed with all its copies at the end. */
export default async function globalSetup(): Promise<() => void> {
  const temp = mkdtempSync(join(tmpdir(), 'standing-e2e-'));
  process.env.STANDING_E2E_TEMP = temp;
  const sample = join(temp, 'sample');
  await makeSampleOffice(sample, SAMPLE_MEMBERS);
  shareSampleOffice(sample);
  return () => rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
}
