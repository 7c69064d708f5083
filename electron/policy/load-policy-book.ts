import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ACTIVITY_CATEGORIES, CERTIFICATION_CODES } from '../../shared/domain/codes.ts';
import type { PolicyHistory, PolicySentence } from '../../shared/domain/policy.ts';
import { historyOf, invalid } from './periods.ts';
import { PolicyBook } from './policy-book.ts';
import { sentencesFile, valuesFile } from './policy-file.ts';

/** The files of values in `resources/policy/`, in the order in which Settings shows them. */
const VALUE_FILES = [
  'annual-fees.json',
  'points-required.json',
  'cycle.json',
  'lapse-and-recertification.json',
  'notices.json',
  'audit.json',
  'retention.json',
  'points-suggested.json',
  'points-caps.json',
] as const;

/**
 * Reads and checks the policy book.
 * @param resourcesDir the folder that holds `policy/`.
 * @throws StandingError `policy-invalid` naming the file and the entry: unknown unit, gap, overlap, a name or an id twice.
 */
export function loadPolicyBook(resourcesDir: string): PolicyBook {
  const histories = VALUE_FILES.flatMap((file) =>
    read(resourcesDir, file, valuesFile).values.map((value) => ({ file, history: historyOf(file, value) })),
  );
  refuseTwice(histories.map(({ file, history }) => ({ file, key: history.name })));
  refuseMissing(histories.map(({ history }) => history));
  return new PolicyBook(
    histories.map(({ history }) => history),
    readSentences(resourcesDir),
  );
}

function readSentences(resourcesDir: string): readonly PolicySentence[] {
  const file = 'sentences.json';
  const { sentences } = read(resourcesDir, file, sentencesFile);
  refuseTwice(sentences.map(({ id }) => ({ file, key: id })));
  return sentences;
}

function read<T>(resourcesDir: string, file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(resourcesDir, file));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalid(file, `${z.core.toDotPath(issue?.path ?? [])}: ${issue?.message ?? 'not readable'}`);
}

function parse(resourcesDir: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(resourcesDir, 'policy', file), 'utf8'));
  } catch (error) {
    throw invalid(file, error instanceof Error ? error.message : String(error));
  }
}

function refuseTwice(entries: readonly { file: string; key: string }[]): void {
  const seen = new Set<string>();
  for (const { file, key } of entries) {
    if (seen.has(key)) throw invalid(file, `“${key}” is there twice`);
    seen.add(key);
  }
}

function refuseMissing(histories: readonly PolicyHistory[]): void {
  const names = new Set(histories.map(({ name }) => name));
  for (const code of CERTIFICATION_CODES) {
    if (!names.has(`annual-fee.${code}`)) throw invalid('annual-fees.json', `no fee for ${code}`);
    if (!names.has(`points-required.${code}`)) throw invalid('points-required.json', `no points for ${code}`);
  }
  for (const category of ACTIVITY_CATEGORIES) {
    if (!names.has(`points-per-hour.${category}`))
      throw invalid('points-suggested.json', `no points per hour for ${category}`);
    if (!names.has(`points-cap.${category}`)) throw invalid('points-caps.json', `no cap for ${category}`);
  }
}
