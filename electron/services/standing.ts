import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import type { Work } from '../jobs/work.ts';
import { recordedRolls } from '../repositories/cycles.ts';
import {
  type CertificationRecord,
  certificationRecords,
  memberIdOf,
  memberRanges,
} from '../repositories/facts.ts';
import type { MemberSelection } from '../repositories/member-selection.ts';
import { changedStandings, keepStandings, type StandingOf } from '../repositories/standings.ts';
import { type FindingChanges, isSame, keepFindings } from '../repositories/worklist-findings.ts';
import { evaluateStanding } from '../rules/evaluate-standing.ts';
import { judge } from '../rules/judge.ts';
import type { Office, OfficeView } from './office.ts';
import { officePolicy } from './policy.ts';
import { findingChanges } from './worklists/findings.ts';

/** How many members are read, judged and written at a time: some 20 ms of work. */
export const MEMBERS_AT_A_TIME = 100;

/**
 * Where each certification of a member stands and why.
 * @throws StandingError `member-unknown`
 */
export async function explain(
  view: OfficeView,
  memberNo: string,
  asOf: CalendarDate,
): Promise<readonly Standing[]> {
  const records = await recordsOfMember(view, memberNo, asOf);
  const policy = await officePolicy(view);
  return records.filter(certifiedBy(asOf)).map(({ facts }) => evaluateStanding(facts, policy, asOf));
}

/** A member's certifications with their facts, by code. @throws StandingError `member-unknown` */
export async function recordsOfMember(
  view: OfficeView,
  memberNo: string,
  asOf: CalendarDate,
): Promise<readonly CertificationRecord[]> {
  const id = await memberIdOf(view.reader, memberNo);
  if (id === null) throw memberUnknown(memberNo);
  return certificationRecords(view.reader, { first: id, last: id }, asOf);
}

export function memberUnknown(memberNo: string): StandingError {
  return new StandingError(
    'member-unknown',
    `There is no member with the number ${memberNo}.`,
    'Look the member up by name to find the right number.',
  );
}

/** A certification dated after the day asked about does not stand anywhere yet. */
export function certifiedBy(asOf: CalendarDate): (record: CertificationRecord) => boolean {
  return ({ facts: { certification } }) =>
    certification.certifiedOn <= asOf && (certification.recertifiedOn ?? '') <= asOf;
}

/**
 * Brings the kept standings up to date, of everyone or of some members; writes only what changed.
 * @returns how many certifications changed
 */
export async function refreshStandings(
  office: Office,
  asOf: CalendarDate,
  work: Work,
  memberIds?: readonly number[],
): Promise<number> {
  const policy = await officePolicy(office);
  const selections =
    memberIds === undefined ? await memberRanges(office.reader, MEMBERS_AT_A_TIME) : selectionsOf(memberIds);
  let changed = 0;
  for (const [index, members] of selections.entries()) {
    const records = await certificationRecords(office.reader, members, asOf);
    const there = records.filter(certifiedBy(asOf));
    const standings = there.map(
      ({ certificationId, facts }): StandingOf => ({
        certificationId,
        standing: judge(facts, policy, asOf),
      }),
    );
    const changes = await changedStandings(office.reader, members, standings);
    const rolls = await recordedRolls(office.reader, members);
    const findings = await findingChanges(office.reader, members, there, rolls, policy);
    if (changes.length > 0 || !isSame(findings)) await keep(office, asOf, changes, findings);
    changed += changes.length;
    work.progress({
      doing: 'Bringing standings up to date',
      done: index + 1,
      total: selections.length,
      cancellable: true,
    });
    await work.breathe();
  }
  return changed;
}

async function keep(
  office: Office,
  asOf: CalendarDate,
  changes: readonly StandingOf[],
  findings: FindingChanges,
): Promise<void> {
  await office.act(async (write) => {
    keepStandings(write, changes);
    await keepFindings(write, findings);
    write.journal({
      action: 'standing.refreshed',
      subject: 'office',
      subjectId: 'standings',
      detail: { asOf, certifications: changes.length },
    });
  });
}

function selectionsOf(memberIds: readonly number[]): readonly MemberSelection[] {
  const selections: MemberSelection[] = [];
  for (let i = 0; i < memberIds.length; i += MEMBERS_AT_A_TIME)
    selections.push({ ids: memberIds.slice(i, i + MEMBERS_AT_A_TIME) });
  return selections;
}
