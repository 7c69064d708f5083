import type {
  CycleChange,
  FactChange,
  PreviewOfCertification,
  StandingPreview,
} from '../../../shared/domain/cycles.ts';
import type { CalendarDate, Facts } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import { type RecordedRoll, recordedRolls } from '../../repositories/cycles.ts';
import { type CertificationRecord, certificationRecords, memberIdOf } from '../../repositories/facts.ts';
import { paymentsById } from '../../repositories/ledger-payments.ts';
import { cycleStates } from '../../rules/cycle-states.ts';
import { unsupportedRolls } from '../../rules/decided-rolls.ts';
import { decide } from '../../rules/decision.ts';
import { evaluateStanding } from '../../rules/evaluate-standing.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, memberUnknown } from '../standing.ts';
import { type Settled, withChange } from './apply-change.ts';
import { differences } from './differences.ts';
import { whatChanges } from './what-changes.ts';

/** A change of one fact about a member. */
export interface MemberChange {
  readonly memberNo: string;
  readonly change: FactChange;
}

/**
 * What a correction would change, in each standing and cycle, before it is saved: the facts with the change applied, through the very
 * rules. Nothing is written.
 * @throws StandingError `member-unknown`, `certification-unknown`, `activity-unknown`, `payment-unknown`, `correction-idle`, `date-impossible` …
 */
export async function previewStanding(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  { memberNo, change }: MemberChange,
  asOf: CalendarDate,
): Promise<StandingPreview> {
  const { reader } = view;
  const policy = await officePolicy(view);
  const memberId = await memberIdOf(reader, memberNo);
  if (memberId === null) throw memberUnknown(memberNo);
  const member = { first: memberId, last: memberId };
  const records = (await certificationRecords(reader, member, asOf)).filter(certifiedBy(asOf));
  const changed = await changedFacts(reader, records, { memberNo, change }, policy);
  const rolls = await recordedRolls(reader, member);
  return {
    memberNo,
    asOf,
    what: await whatChanges(reader, records, change),
    certifications: records.map((record, index) =>
      compared(
        record.facts,
        changed[index] ?? record.facts,
        rolls.get(record.certificationId) ?? [],
        policy,
        asOf,
      ),
    ),
  };
}

/** The facts of a member's certifications with the change applied, in the order of the records. @throws as `previewStanding` */
export async function changedFacts(
  db: ReadableDatabase,
  records: readonly CertificationRecord[],
  { memberNo, change }: MemberChange,
  policy: Policy,
): Promise<readonly Facts[]> {
  refuseUnknown(records, memberNo, change);
  const settled = change.kind === 'payment-undone' ? await settledBy(db, change.payment, memberNo) : [];
  return records.map(({ facts, certificationId }) =>
    withChange(facts, certificationId, change, policy, settled),
  );
}

function refuseUnknown(records: readonly CertificationRecord[], memberNo: string, change: FactChange): void {
  if ('code' in change && !records.some(({ code }) => code === change.code))
    throw new StandingError(
      'certification-unknown',
      `Member ${memberNo} holds no ${change.code}.`,
      'Check the certification.',
    );
  if (
    'activity' in change &&
    !records.some(({ facts }) => facts.activities.some(({ id }) => id === String(change.activity)))
  )
    throw new StandingError(
      'activity-unknown',
      `Member ${memberNo} has no activity ${change.activity} that counts on record.`,
      'Look at the member’s points for its number.',
    );
}

async function settledBy(db: ReadableDatabase, id: number, memberNo: string): Promise<readonly Settled[]> {
  const [payment] = await paymentsById(db, [id]);
  if (payment === undefined || payment.memberNo !== memberNo)
    throw new StandingError(
      'payment-unknown',
      `Member ${memberNo} has no payment ${id}.`,
      'Look at the member’s fees for its number.',
    );
  return payment.allocations
    .filter(({ releasedOn }) => releasedOn === null)
    .map(({ yearStart, amountCents }) => ({
      certificationId: payment.certificationId,
      yearStart,
      amountCents,
    }));
}

function compared(
  facts: Facts,
  after: Facts,
  rolls: readonly RecordedRoll[],
  policy: Policy,
  asOf: CalendarDate,
): PreviewOfCertification {
  const [was, is] = [decide(facts, policy, asOf), decide(after, policy, asOf)];
  const [before, then] = [evaluateStanding(facts, policy, asOf), evaluateStanding(after, policy, asOf)];
  const already = new Set(unsupportedRolls(was, rolls).map(({ start }) => start));
  return {
    code: facts.certification.code,
    before,
    after: then,
    differences: differences(before, then),
    cycles: cycleChanges(was, is),
    unsupported: unsupportedRolls(is, rolls)
      .filter(({ start }) => !already.has(start))
      .map(({ start, end }) => ({ start, end })),
  };
}

function cycleChanges(was: Parameters<typeof cycleStates>[0], is: typeof was): readonly CycleChange[] {
  const cycles = new Map<string, { -readonly [Key in keyof CycleChange]: CycleChange[Key] }>();
  for (const { start, end, state, counted } of cycleStates(was))
    cycles.set(`${start} ${end}`, { start, end, before: { state, counted }, after: null });
  for (const { start, end, state, counted } of cycleStates(is)) {
    const key = `${start} ${end}`;
    const known = cycles.get(key) ?? { start, end, before: null, after: null };
    known.after = { state, counted };
    cycles.set(key, known);
  }
  return [...cycles.values()]
    .filter(({ before, after }) => before?.state !== after?.state || before?.counted !== after?.counted)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
}
