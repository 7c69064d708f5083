import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import { contradiction } from './check-eligibility.ts';
import { type EligibilityFile, eligibilityFile } from './eligibility-file.ts';
import { invalid } from './periods.ts';

/**
 * Reads and checks the questions and routes of a certification.
 * @param resourcesDir the folder that holds `policy/`.
 * @throws StandingError `policy-invalid` naming the file and what in it contradicts itself
 */
export function loadEligibility(resourcesDir: string, code: CertificationCode): EligibilityFile {
  const name = `eligibility/${code}.json`;
  const result = eligibilityFile.safeParse(parse(resourcesDir, name));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw invalid(name, `${z.core.toDotPath(issue?.path ?? [])}: ${issue?.message ?? 'not readable'}`);
  }
  if (result.data.code !== code) throw invalid(name, `it is the file of ${result.data.code}`);
  const wrong = contradiction(result.data);
  if (wrong !== null) throw invalid(name, wrong);
  return result.data;
}

function parse(resourcesDir: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(resourcesDir, 'policy', name), 'utf8'));
  } catch (error) {
    throw invalid(name, error instanceof Error ? error.message : String(error));
  }
}
