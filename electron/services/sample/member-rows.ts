import { anchorOf } from '../../../shared/domain/certification-years.ts';
import type { AuditFact, CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/util/dates.ts';
import { foldText } from '../../../shared/util/fold.ts';
import { auditHistory } from './audit-history.ts';
import type { CertificationCourse, Known } from './course.ts';
import { type FeeHistory, feeHistory } from './fee-history.ts';
import { certificateNumbers } from './numbers.ts';
import { pointHistory } from './point-history.ts';
import type { SampleBook } from './sample-book.ts';
import type { SampleMember } from './sample-members.ts';
import type { SampleRows } from './sample-rows.ts';

/** An audit found in a course; its campaign comes later. */
export interface AuditOfCertification extends AuditFact {
  readonly certificationId: number;
}

/** Turns members into rows, counting ids on from one call to the next. */
export interface RowMaker {
  /** @returns the ids of the member's certifications, in the order of the courses, and the audits found. */
  add(member: SampleMember, rows: SampleRows): readonly AuditOfCertification[];
}

export function rowMaker(book: SampleBook, policy: Policy, seed: number, asOf: CalendarDate): RowMaker {
  const certificates = certificateNumbers(seed);
  const last = { member: 0, certification: 0, fee: 0, payment: 0 };

  function add(member: SampleMember, rows: SampleRows): readonly AuditOfCertification[] {
    const memberId = ++last.member;
    addPerson(memberId, member, rows);
    const { chance } = member;
    const known: Known = { asOf, until: member.person.deceasedOn ?? asOf };
    return member.courses.flatMap((course) => {
      const certificationId = addCertification(memberId, course, member, rows);
      addFees(certificationId, feeHistory(course, policy, known, chance), rows);
      const points = pointHistory(course, book.activities, policy, known, chance);
      for (const activity of points.activities) rows.activities.push({ member_id: memberId, ...activity });
      for (const { cycleStart, attestedOn } of points.attestations) {
        rows.attestations.push({
          certification_id: certificationId,
          cycle_start: cycleStart,
          attested_on: attestedOn,
        });
      }
      return auditHistory(course, known, chance).map((audit) => ({ certificationId, ...audit }));
    });
  }

  function addCertification(
    memberId: number,
    course: CertificationCourse,
    { chance }: SampleMember,
    rows: SampleRows,
  ): number {
    const id = ++last.certification;
    rows.certifications.push({
      id,
      member_id: memberId,
      code: course.code,
      certified_on: course.certifiedOn,
      recertified_on: course.recertifiedOn,
      certificate_no: chance.happens(0.02) ? null : `${course.code}-${certificates.nth(id)}`,
    });
    if (course.recertifiedOn !== null) {
      rows.applications.push({
        certification_id: id,
        route: chance.happens(0.7) ? 'ccp' : 'exam',
        received_on: addDays(anchorOf(course), -chance.whole(10, 160)),
        closed_on: anchorOf(course),
        status: 'badge',
      });
    }
    if (course.application !== null) {
      const { route, receivedOn } = course.application;
      rows.applications.push({
        certification_id: id,
        route,
        received_on: receivedOn,
        closed_on: null,
        status: 'received',
      });
    }
    return id;
  }

  function addFees(certificationId: number, { fees, payments }: FeeHistory, rows: SampleRows): void {
    const ids = new Map(fees.map((fee) => [fee, ++last.fee]));
    for (const [fee, id] of ids) {
      rows.fees.push({
        id,
        certification_id: certificationId,
        year_start: fee.yearStart,
        due_on: fee.dueOn,
        amount_cents: fee.amountCents,
        waived: fee.waived ? 1 : 0,
        invoiced_on: fee.invoicedOn,
      });
    }
    for (const { receivedOn, amountCents, method, reference, uses } of payments) {
      const paymentId = ++last.payment;
      rows.payments.push({
        id: paymentId,
        certification_id: certificationId,
        received_on: receivedOn,
        amount_cents: amountCents,
        method,
        reference,
      });
      for (const use of uses) {
        const feeId = ids.get(use.fee);
        if (feeId === undefined) throw new Error('A payment was used for a fee that is not there.');
        rows.allocations.push({
          payment_id: paymentId,
          annual_fee_id: feeId,
          amount_cents: use.amountCents,
        });
      }
    }
  }

  return { add };
}

function addPerson(id: number, { memberNo, person }: SampleMember, rows: SampleRows): void {
  const { first, middle, last, suffix } = person.name;
  rows.members.push({
    id,
    member_no: memberNo,
    first_name: first,
    middle_name: middle,
    last_name: last,
    suffix,
    sort_name: foldText(`${last} ${first} ${middle} ${suffix}`),
    email: person.email,
    phone: person.phone,
    mail_ok: person.mailOk ? 1 : 0,
    email_ok: person.emailOk ? 1 : 0,
    deceased_on: person.deceasedOn,
  });
  for (const { address, from, to, badReason } of person.residences) {
    rows.addresses.push({
      member_id: id,
      ...address,
      valid_from: from,
      valid_to: to,
      bad_reason: badReason,
    });
  }
}
