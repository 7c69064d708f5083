import type { CycleDates } from '../../../shared/domain/certification-years.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type {
  DuplicatesFound,
  OverCapFound,
  UnsupportedFound,
} from '../../../shared/domain/worklist-findings.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import { doubtfulPairs } from '../../repositories/duplicates.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import type { MemberSelection } from '../../repositories/member-selection.ts';
import { changedFindings, type Finding, type FindingChanges } from '../../repositories/worklist-findings.ts';
import { unsupportedRolls } from '../../rules/decided-rolls.ts';
import { type Decision, decide } from '../../rules/decision.ts';
import { overCap } from '../../rules/over-cap.ts';
import { whyUnsupported } from './unsupported.ts';

/**
 * What the worklists find beyond the standings of some members, beside what is on record of it: points over a cap (an office value),
 * activities that may be one, and rolls that the facts no longer support.
 * @param records all certifications of the members that are there by `asOf`
 * @param rolls on record and not taken back; those that the caller is about to add may be left out
 */
export async function findingChanges(
  db: ReadableDatabase,
  members: MemberSelection,
  records: readonly CertificationRecord[],
  rolls: ReadonlyMap<number, readonly CycleDates[]>,
  policy: Policy,
): Promise<FindingChanges> {
  const findings: Finding[] = [];
  for (const record of records) {
    const recorded = rolls.get(record.certificationId) ?? [];
    if (recorded.length === 0 && record.facts.activities.length === 0) continue;
    const decision = decide(record.facts, policy, record.facts.asOf);
    findings.push(...unsupported(record, decision, recorded), ...aboveCap(record, decision));
  }
  const holders = new Set(records.map(({ memberId }) => memberId));
  for (const pair of await doubtfulPairs(db, members)) {
    if (!holders.has(pair.memberId)) continue;
    const { kind, title, provider, otherTitle, from, first, second } = pair;
    const found: DuplicatesFound = {
      kind,
      title,
      provider,
      otherTitle,
      from,
      points: [first.points, second.points],
    };
    findings.push({
      list: 'duplicates',
      item: `m${pair.memberId}:${first.activity}-${second.activity}`,
      memberId: pair.memberId,
      certificationId: null,
      onDate: from,
      found: JSON.stringify(found),
    });
  }
  return changedFindings(db, members, findings);
}

function unsupported(
  { certificationId, memberId }: CertificationRecord,
  decision: Decision,
  recorded: readonly CycleDates[],
): readonly Finding[] {
  return unsupportedRolls(decision, recorded).map((roll) => {
    const found: UnsupportedFound = {
      start: roll.start,
      end: roll.end,
      why: whyUnsupported(decision, roll),
    };
    return {
      list: 'unsupported',
      item: `c${certificationId}:${roll.start}`,
      memberId,
      certificationId,
      onDate: roll.end,
      found: JSON.stringify(found),
    };
  });
}

function aboveCap(
  { certificationId, memberId }: CertificationRecord,
  decision: Decision,
): readonly Finding[] {
  // Who has lapsed must recertify: how the points of that cycle are spread no longer matters.
  if (decision.lapse !== null) return [];
  const { start, end } = decision.cycle;
  return overCap(decision).map(({ category, points, cap, confirmed }) => {
    const found: OverCapFound = { category, points, cap, confirmed, start, end };
    return {
      list: 'over-cap',
      item: `c${certificationId}:${start}:${category}`,
      memberId,
      certificationId,
      onDate: end,
      found: JSON.stringify(found),
    };
  });
}
