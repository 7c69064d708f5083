import { certificationRecords } from '../../../electron/repositories/facts.ts';
import type { MemberSelection } from '../../../electron/repositories/member-selection.ts';
import { evaluateStanding } from '../../../electron/rules/evaluate-standing.ts';
import type { Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { type OraclePolicy, oracle } from '../../rules/oracle.ts';

/** What a standing says, without its words: as the table keeps it and as a fresh evaluation gives it. */
type Said = Readonly<Record<string, string | number | null>>;

/**
 * Where the kept standings of some members differ from a fresh evaluation of the same facts on a day, and where that differs from a
 * second reading of the contract.
 * @returns how many certifications were compared, and every difference as a line
 */
export async function differences(
  office: Office,
  members: MemberSelection,
  day: CalendarDate,
  second: OraclePolicy | null,
): Promise<{ readonly compared: number; readonly lines: readonly string[] }> {
  const policy = await officePolicy(office);
  const records = await certificationRecords(office.reader, members, day);
  const kept = office.db.sqlite.prepare<[number], Said>('SELECT * FROM standing WHERE certification_id = ?');
  const lines: string[] = [];
  let compared = 0;
  for (const { certificationId, memberNo, code, facts } of records) {
    const { certifiedOn } = facts.certification;
    if (certifiedOn > day) continue;
    compared += 1;
    const fresh = evaluateStanding(facts, policy, day);
    const row = kept.get(certificationId);
    const want = said(fresh);
    const differing = Object.keys(want).filter((name) => row?.[name] !== want[name]);
    if (differing.length > 0)
      lines.push(
        `${day} ${memberNo} ${code}: ${differing.map((name) => `${name} is ${row?.[name]}, not ${want[name]}`).join('; ')}`,
      );
    if (second === null) continue;
    const other = oracle(facts, day, second);
    if (other.status !== fresh.status || JSON.stringify(other.lapse) !== JSON.stringify(fresh.lapse))
      lines.push(`${day} ${memberNo} ${code}: ${fresh.status}, by the second reading ${other.status}`);
  }
  return { compared, lines };
}

function said({ status, boundByCcp, cycle, fees, lapse, attention, routes, mustRecertify }: Standing): Said {
  const flag = (yes: boolean) => (yes ? 1 : 0);
  return {
    status,
    bound_by_ccp: flag(boundByCcp),
    cycle_start: cycle.start,
    cycle_end: cycle.end,
    points_required: cycle.required,
    points_counted: cycle.counted,
    points_outstanding: cycle.outstanding,
    attested: flag(cycle.attested),
    next_due_on: fees.nextDueOn,
    owed_cents: fees.owedCents,
    oldest_unpaid_due_on: fees.oldestUnpaidDueOn,
    lapse_cause: lapse?.cause ?? null,
    lapse_since: lapse?.since ?? null,
    exam_only: flag(mustRecertify && !routes.includes('ccp')),
    points_attention: flag(attention.includes('points-outstanding')),
    audit_open: flag(attention.includes('audit-open')),
    roll_blocked: flag(attention.includes('roll-blocked')),
  };
}

/** Cycles that the journal says rolled more often than once. */
export function rolledTwice(office: Office): readonly string[] {
  const entries = office.db.sqlite
    .prepare<[], { memberNo: string; detail: string }>(
      "SELECT subject_id AS memberNo, detail FROM journal WHERE action = 'cycle.rolled' ORDER BY seq",
    )
    .all();
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const { memberNo, detail } of entries) {
    // carryOut writes the entry with these fields.
    const { code, after } = JSON.parse(detail) as { code: string; after: readonly { start: string }[] };
    for (const { start } of after) {
      const cycle = `${memberNo} ${code} ${start}`;
      if (seen.has(cycle)) twice.push(cycle);
      seen.add(cycle);
    }
  }
  return twice;
}
