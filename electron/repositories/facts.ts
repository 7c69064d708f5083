import type { CertificationCode } from '../../shared/domain/codes.ts';
import type {
  ActivityCriteria,
  ActivityFact,
  AttestationFact,
  AuditFact,
  CalendarDate,
  Facts,
  FeeFact,
  RecertificationFact,
} from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { ActivityTable } from '../db/tables.ts';
import { type MemberRange, type MemberSelection, rowsOver, within } from './member-selection.ts';

/** One certification of an office with everything that decides about it. */
export interface CertificationRecord {
  readonly certificationId: number;
  readonly memberId: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly deceased: boolean;
  readonly code: CertificationCode;
  readonly certificateNo: string | null;
  readonly facts: Facts;
}

/** The id behind a member number, or null. */
export async function memberIdOf(db: ReadableDatabase, memberNo: string): Promise<number | null> {
  const row = await db.kysely
    .selectFrom('member')
    .select('id')
    .where('member_no', '=', memberNo)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The ids behind some member numbers. */
export async function memberIdsOf(
  db: ReadableDatabase,
  memberNos: readonly string[],
): Promise<readonly number[]> {
  const rows = await db.kysely
    .selectFrom('member')
    .select('id')
    .where('member_no', 'in', memberNos)
    .execute();
  return rows.map((row) => row.id);
}

/** Ranges of about `size` members that together hold every member, in id order. */
export async function memberRanges(db: ReadableDatabase, size: number): Promise<readonly MemberRange[]> {
  const row = await db.kysely
    .selectFrom('member')
    .select((eb) => [eb.fn.min('id').as('first'), eb.fn.max('id').as('last')])
    .executeTakeFirst();
  if (row === undefined || row.first === null) return [];
  const ranges: MemberRange[] = [];
  for (let first = row.first; first <= row.last; first += size)
    ranges.push({ first, last: Math.min(first + size - 1, row.last) });
  return ranges;
}

/**
 * The certifications of the members in the range, ordered by member and code; a member's certifications share one activities list but
 * where a cap cut points of one of them.
 */
export async function certificationRecords(
  db: ReadableDatabase,
  members: MemberSelection,
  asOf: CalendarDate,
): Promise<readonly CertificationRecord[]> {
  const certifications = await rowsOver(CERTIFICATIONS, db, members);
  const fees = await feesOf(db, members);
  const activities = await activitiesOf(db, members);
  const cuts = await cutGrants(db, members);
  const attestations = await attestationsOf(db, members);
  const audits = await auditsOf(db, members);
  const recertifications = await recertificationsOf(db, members);
  return certifications.map((row) => ({
    certificationId: row.id,
    memberId: row.member_id,
    memberNo: row.member_no,
    memberName: fullName(row),
    deceased: row.deceased_on !== null,
    code: row.code,
    certificateNo: row.certificate_no,
    facts: {
      asOf,
      certification: { code: row.code, certifiedOn: row.certified_on, recertifiedOn: row.recertified_on },
      fees: fees.get(row.id) ?? NO_FEES,
      activities: asGranted(activities.get(row.member_id) ?? NO_ACTIVITIES, cuts.get(row.id)),
      attestations: attestations.get(row.id) ?? NO_ATTESTATIONS,
      audits: audits.get(row.id) ?? NO_AUDITS,
      recertification: recertifications.get(row.id) ?? null,
    },
  }));
}

/** `Rosa M. Featherstonehaugh, Jr.` */
export function fullName(row: {
  first_name: string;
  middle_name: string;
  last_name: string;
  suffix: string;
}): string {
  const name =
    row.middle_name === ''
      ? `${row.first_name} ${row.last_name}`
      : `${row.first_name} ${row.middle_name} ${row.last_name}`;
  return row.suffix === '' ? name : `${name}, ${row.suffix}`;
}

const NO_FEES: readonly FeeFact[] = [];
const NO_ACTIVITIES: readonly ActivityFact[] = [];
const NO_ATTESTATIONS: readonly AttestationFact[] = [];
const NO_AUDITS: readonly AuditFact[] = [];

async function feesOf(db: ReadableDatabase, members: MemberSelection): Promise<Map<number, FeeFact[]>> {
  const rows = await rowsOver(FEES, db, members);
  const grouped = new Map<number, FeeFact[]>();
  for (const row of rows) {
    add(grouped, row.certification_id, {
      yearStart: row.year_start,
      amountCents: row.amount_cents,
      paidCents: row.paid_cents,
      waived: row.waived === 1,
    });
  }
  return grouped;
}

async function activitiesOf(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<Map<number, ActivityFact[]>> {
  const rows = await rowsOver(ACTIVITIES, db, members);
  const grouped = new Map<number, ActivityFact[]>();
  for (const row of rows) add(grouped, row.member_id, activityFact(row));
  return grouped;
}

/** Points by activity, of each certification for which a cap cut some. */
async function cutGrants(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const rows = await rowsOver(GRANTS, db, members);
  const grouped = new Map<number, Map<string, number>>();
  for (const { certification_id, activity_id, points } of rows) {
    const known = grouped.get(certification_id);
    if (known === undefined) grouped.set(certification_id, new Map([[String(activity_id), points]]));
    else known.set(String(activity_id), points);
  }
  return grouped;
}

/** The activities with the points that were granted for one certification. */
function asGranted(
  activities: readonly ActivityFact[],
  cut: ReadonlyMap<string, number> | undefined,
): readonly ActivityFact[] {
  if (cut === undefined) return activities;
  return activities.map((activity) => ({ ...activity, points: cut.get(activity.id) ?? activity.points }));
}

type ActivityRow = Pick<
  ActivityTable,
  'completed_on' | 'category' | 'points' | 'criteria' | 'source' | 'finding' | 'employed_from' | 'employed_to'
> & { id: number };

function activityFact(row: ActivityRow): ActivityFact {
  const criteria = CRITERIA[row.criteria] ?? NO_CRITERIA;
  const { points, source, finding } = row;
  const id = String(row.id);
  if (row.category === 'employment-verification') {
    // The table's CHECK wants employed_from for employment and completed_on for all else.
    const employedFrom = row.employed_from ?? '';
    return {
      id,
      category: row.category,
      employedFrom,
      employedTo: row.employed_to,
      points,
      criteria,
      source,
      finding,
    };
  }
  return {
    id,
    category: row.category,
    completedOn: row.completed_on ?? '',
    points,
    criteria,
    source,
    finding,
  };
}

const NO_CRITERIA: ActivityCriteria = { job: false, knowledge: false, degree: false };

/** What the bits of activity.criteria mean, 0 to 7. */
const CRITERIA: readonly ActivityCriteria[] = Array.from({ length: 8 }, (_, bits) => ({
  job: (bits & 1) !== 0,
  knowledge: (bits & 2) !== 0,
  degree: (bits & 4) !== 0,
}));

async function attestationsOf(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<Map<number, AttestationFact[]>> {
  const rows = await rowsOver(ATTESTATIONS, db, members);
  const grouped = new Map<number, AttestationFact[]>();
  for (const row of rows)
    add(grouped, row.certification_id, { cycleStart: row.cycleStart, attestedOn: row.attestedOn });
  return grouped;
}

async function auditsOf(db: ReadableDatabase, members: MemberSelection): Promise<Map<number, AuditFact[]>> {
  const rows = await rowsOver(AUDITS, db, members);
  const grouped = new Map<number, AuditFact[]>();
  for (const row of rows) {
    add(grouped, row.certification_id, {
      cycleStart: row.cycle_start,
      selectedOn: row.selected_on,
      closedOn: row.closed_on,
      outcome: row.outcome,
    });
  }
  return grouped;
}

async function recertificationsOf(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<Map<number, RecertificationFact>> {
  const rows = await rowsOver(RECERTIFICATIONS, db, members);
  return new Map(
    rows.map((row) => [row.certification_id, { route: row.route, receivedOn: row.received_on }]),
  );
}

function add<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

const CERTIFICATIONS = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select([
      'c.id',
      'c.member_id',
      'c.code',
      'c.certified_on',
      'c.recertified_on',
      'c.certificate_no',
      'm.member_no',
      'm.deceased_on',
      'm.first_name',
      'm.middle_name',
      'm.last_name',
      'm.suffix',
    ])
    .where(within('c.member_id', members))
    .orderBy('c.member_id')
    .orderBy('c.code');

const FEES = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('annual_fee as f', 'f.certification_id', 'c.id')
    .select(['f.certification_id', 'f.year_start', 'f.amount_cents', 'f.paid_cents', 'f.waived'])
    .where('f.voided_on', 'is', null)
    .where(within('c.member_id', members));

const ACTIVITIES = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('activity')
    .select([
      'id',
      'member_id',
      'completed_on',
      'category',
      'points',
      'criteria',
      'source',
      'finding',
      'employed_from',
      'employed_to',
    ])
    .where('withdrawn_on', 'is', null)
    .where(within('member_id', members));

const GRANTS = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('activity_grant')
    .select(['certification_id', 'activity_id', 'points'])
    .where(within('member_id', members));

const ATTESTATIONS = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('attestation as a', 'a.certification_id', 'c.id')
    .select(['a.certification_id', 'a.cycle_start as cycleStart', 'a.attested_on as attestedOn'])
    .where('a.undone_on', 'is', null)
    .where(within('c.member_id', members));

const AUDITS = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('audit as a', 'a.certification_id', 'c.id')
    .select(['a.certification_id', 'a.cycle_start', 'a.selected_on', 'a.closed_on', 'a.outcome'])
    .where(within('c.member_id', members));

const RECERTIFICATIONS = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('recertification_application as r', 'r.certification_id', 'c.id')
    .select(['r.certification_id', 'r.route', 'r.received_on'])
    .where(within('c.member_id', members))
    .where('r.closed_on', 'is', null);
