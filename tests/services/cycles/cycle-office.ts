import { unwatchedWork } from '../../../electron/jobs/work.ts';
import type { Office } from '../../../electron/services/office.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { TODAY } from '../../temp-office.ts';
import { type Held, smallOffice } from '../payments/small-office.ts';

/** What is recorded about cycles beside the fees. Points. */
export interface Recorded {
  readonly activities?: readonly (readonly [
    memberNo: string,
    completedOn: CalendarDate,
    points: number,
    title?: string,
  ])[];
  readonly jobs?: readonly (readonly [
    memberNo: string,
    from: CalendarDate,
    to: CalendarDate | null,
    points: number,
  ])[];
  readonly attestations?: readonly (readonly [
    memberNo: string,
    code: CertificationCode,
    cycleStart: CalendarDate,
    attestedOn: CalendarDate,
  ])[];
  readonly audits?: readonly (readonly [
    memberNo: string,
    code: CertificationCode,
    cycleStart: CalendarDate,
    closedOn: CalendarDate,
  ])[];
}

/** A small office with activities, attestations and audits closed as non-compliant; swept, so that it is as on any morning. */
export async function cycleOffice(people: readonly Held[], recorded: Recorded = {}): Promise<Office> {
  const office = await smallOffice(people);
  await office.act((write) => {
    const { sqlite } = write.db;
    const member = sqlite.prepare<[string], number>('SELECT id FROM member WHERE member_no = ?').pluck();
    const certification = sqlite
      .prepare<[string, string], number>(
        'SELECT c.id FROM certification c JOIN member m ON m.id = c.member_id WHERE m.member_no = ? AND c.code = ?',
      )
      .pluck();
    for (const [memberNo, on, points, title = `Course of ${on}`] of recorded.activities ?? [])
      sqlite
        .prepare(
          `INSERT INTO activity (member_id, category, title, provider, completed_on, points, criteria, source)
           VALUES (?, 'professional-education', ?, 'Red Cross', ?, ?, 1, 'member')`,
        )
        .run(member.get(memberNo), title, on, points);
    for (const [memberNo, from, to, points] of recorded.jobs ?? [])
      sqlite
        .prepare(
          `INSERT INTO activity (member_id, category, title, employed_from, employed_to, points, criteria, source)
           VALUES (?, 'employment-verification', 'Lakeside Clinic', ?, ?, ?, 1, 'member')`,
        )
        .run(member.get(memberNo), from, to, points);
    for (const [memberNo, code, start, on] of recorded.attestations ?? [])
      sqlite
        .prepare('INSERT INTO attestation (certification_id, cycle_start, attested_on) VALUES (?, ?, ?)')
        .run(certification.get(memberNo, code), start, on);
    for (const [memberNo, code, start, closedOn] of recorded.audits ?? [])
      sqlite
        .prepare(
          `INSERT INTO audit (certification_id, cycle_start, selected_on, closed_on, outcome) VALUES (?, ?, ?, ?, 'non-compliant')`,
        )
        .run(certification.get(memberNo, code), start, closedOn, closedOn);
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
  });
  await sweepOn(office);
  return office;
}

export async function sweepOn(office: Office, asOf: CalendarDate = TODAY): Promise<void> {
  await sweep(office, { asOf, dryRun: false }, unwatchedWork());
}

/** A number of the database. */
export function countOf(office: Office, sql: string): number {
  return office.db.sqlite.prepare<[], number>(sql).pluck().get() ?? -1;
}
