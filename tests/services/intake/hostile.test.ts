import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { caseCodeText } from '../../../shared/domain/case-code.ts';
import { tempFolder } from '../../temp-office.ts';
import { auditedOffice, take, testReader } from './audited-office.ts';
import { mutated, originals } from './mutate.ts';
import { cover, PROOF, writeBatch, writePage } from './pages.ts';

const reader = testReader();
const FILES = 60;

// The same corpus, some thousands large, is run by hand: tests/bench/intake/hostile.ts.
test(`${FILES} damaged files each have an outcome, none at another member, and the next good one is filed`, async () => {
  const { office, audited } = await auditedOffice(1);
  const [one] = audited;
  const folder = tempFolder();
  const pdf = readFileSync(
    await writeBatch(folder, 'good.pdf', [{ ...cover(one?.audit ?? 0), dpi: 60 }, PROOF]),
  );
  const seeds = [pdf, ...(await originals(caseCodeText({ audit: one?.audit ?? 0, activity: null })))];
  const files = Array.from({ length: FILES }, (_, seed) => {
    const file = join(folder, `hostile-${seed}`);
    writeFileSync(file, mutated(seeds[seed % seeds.length] ?? pdf, seed + 1));
    return file;
  });
  const taken = await take(office, reader, ...files);
  expect(taken).toHaveLength(FILES);
  for (const { outcome, parts, reason } of taken) {
    expect(['filed', 'unmatched', 'duplicate']).toContain(outcome);
    if (outcome !== 'filed') expect(reason).toMatch(/\.$/);
    for (const { memberNo } of parts) if (memberNo !== undefined) expect(memberNo).toBe(one?.memberNo);
  }
  expect(new Set(taken.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
  const [good] = await take(
    office,
    reader,
    writePage(folder, 'good.png', { ...cover(one?.audit ?? 0), degrees: 2 }),
  );
  expect(good).toMatchObject({ outcome: 'filed', case: `audit ${one?.audit}` });
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
}, 120_000);
