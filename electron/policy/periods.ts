import type { PolicyEntry, PolicyHistory } from '../../shared/domain/policy.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { addDays } from '../../shared/util/dates.ts';
import type { ValueInFile } from './policy-file.ts';
import { valueProblem } from './value-check.ts';

/**
 * The history of one value of a file, checked: of its unit, oldest first, without gap or overlap.
 * @throws StandingError `policy-invalid` naming the file, the value and the entry.
 */
export function historyOf(file: string, value: ValueInFile): PolicyHistory {
  let next: string | null = null;
  const entries = value.entries.map((entry, index): PolicyEntry => {
    const refuse = (problem: string) => invalid(file, `${value.name}, entry ${index + 1}: ${problem}`);
    const last = index === value.entries.length - 1;
    if (next !== null && entry.from < next)
      throw refuse(`starts on ${entry.from}, which overlaps the entry before`);
    if (next !== null && entry.from > next)
      throw refuse(`starts on ${entry.from}, which leaves a gap from ${next}`);
    if (entry.to !== null && entry.to < entry.from) throw refuse(`ends on ${entry.to}, before it starts`);
    if (last !== (entry.to === null)) throw refuse('only the last entry, and it alone, has no end');
    const problem = valueProblem(value.unit, entry.value);
    if (problem !== null) throw refuse(`${JSON.stringify(entry.value)} ${problem}`);
    next = entry.to === null ? null : addDays(entry.to, 1);
    return policyEntry(value.name, value.unit, entry);
  });
  return { name: value.name, title: value.title, unit: value.unit, entries };
}

/** An entry of a checked value. */
export function policyEntry(
  name: string,
  unit: PolicyEntry['unit'],
  entry: { from: string; value: number | string; reference: string; confirmed: boolean; decision?: number },
): PolicyEntry {
  const { from, reference, confirmed, decision } = entry;
  const base = { name, from, reference, confirmed, ...(decision === undefined ? {} : { decision }) };
  if (unit === 'date') return { ...base, value: String(entry.value), unit };
  return { ...base, value: Number(entry.value), unit };
}

export function invalid(file: string, problem: string): StandingError {
  return new StandingError(
    'policy-invalid',
    `The policy book is damaged: ${file}: ${problem}.`,
    'Install Standing again.',
  );
}
