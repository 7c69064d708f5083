import { anchorOf } from '../../../shared/domain/certification-years.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate, CertificationFact, RecertificationRoute } from '../../../shared/domain/facts.ts';
import type { WayFound } from '../../../shared/domain/kept-eligibility.ts';
import type { PolicyValue } from '../../../shared/domain/policy.ts';
import type { ApplicationView, StartCheck } from '../../../shared/domain/recertification.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { addApplication, openApplication } from '../../repositories/recertification.ts';
import { invoiceRecertification } from '../../repositories/recertification-fees.ts';
import { addStep } from '../../repositories/recertification-trail.ts';
import { judge } from '../../rules/judge.ts';
import { requiredPoints } from '../../rules/recertification/points-required.ts';
import { lastDayByCcp, routeClosed } from '../../rules/recertification/route-closed.ts';
import type { Office, OfficeView } from '../office.ts';
import { onBooks } from '../payments/books.ts';
import { certificationOf, refuseReceivedOn } from '../payments/checks.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, recordsOfMember } from '../standing.ts';
import { keepWayOfNew } from './eligibility.ts';
import { applicationView } from './view.ts';

/** Which certification an application is for, and when it came. */
export interface ApplicationFor {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly receivedOn: CalendarDate;
}

/**
 * What an application would meet: the routes that are open or why not, the points required and the fees, by the values in force on the
 * day it was received (SC-LAPSE-0).
 * @throws StandingError `member-unknown`, `certification-unknown`, `date-impossible`
 */
export async function checkStart(
  view: OfficeView,
  { memberNo, code, receivedOn }: ApplicationFor,
): Promise<StartCheck> {
  const today = view.clock.today();
  refuseReceivedOn(receivedOn, today);
  const policy = await officePolicy(view);
  const records = (await recordsOfMember(view, memberNo, today)).filter(certifiedBy(today));
  const record = certificationOf(records, memberNo, code);
  refuseBefore(record.facts.certification, receivedOn);
  const routes = (['ccp', 'exam'] as const).map((route) => {
    const standing = judge({ ...record.facts, recertification: { route, receivedOn } }, policy, today);
    const fee = policy.value(RECERTIFICATION_FEE[route], receivedOn);
    const closed = routeClosed(standing, route, policy);
    return { route, closed, feeCents: fee.value, feeConfirmed: fee.confirmed };
  });
  const { lapse } = judge(record.facts, policy, today);
  return {
    memberNo,
    memberName: record.memberName,
    code,
    lapse,
    ccpUntil: lapse === null ? null : lastDayByCcp(lapse, policy),
    required: shownRequired(requiredPoints(code, receivedOn, policy)),
    routes,
    open: await openApplication(view.reader, record.certificationId),
  };
}

/** policy.md C7: an application from before the last recertification led to that one. @throws StandingError `date-impossible` */
function refuseBefore(certification: CertificationFact, receivedOn: CalendarDate): void {
  const anchor = anchorOf(certification);
  if (receivedOn >= anchor) return;
  const was = certification.recertifiedOn === null ? 'certified' : 'recertified';
  throw new StandingError(
    'date-impossible',
    `${certification.code} was ${was} on ${displayDate(anchor)}, after ${displayDate(receivedOn)}.`,
    'Give the day on which the application came.',
  );
}

/** The policy's names of the fees. */
export const RECERTIFICATION_FEE: Readonly<Record<RecertificationRoute, string>> = {
  ccp: 'recertification-fee.ccp',
  exam: 'recertification-fee.exam',
};

export function shownRequired({ value, reference, confirmed }: PolicyValue): StartCheck['required'] {
  return { points: value, reference, confirmed };
}

export interface ApplicationToStart extends ApplicationFor {
  readonly route: RecertificationRoute;
  /** For one by exam: what the eligibility assistant found, kept with it from the beginning (SC-RECERT-4). */
  readonly way?: WayFound | null | undefined;
}

/**
 * Enters an application as received and invoices its fee. By CCP is refused where ten years or more have passed (SC-RECERT-2).
 * @throws StandingError `member-unknown`, `certification-unknown`, `date-impossible`, `route-closed`, `application-open`, `member-deceased`, and
 * for a way what `keepEligibility` throws
 */
export function startApplication(
  office: Office,
  { memberNo, code, receivedOn, route, way = null }: ApplicationToStart,
): Promise<ApplicationView> {
  return onBooks(office, async (books) => {
    const { write, db, policy, today } = books;
    refuseReceivedOn(receivedOn, today);
    const records = (await books.recordsOf(memberNo)).filter(certifiedBy(today));
    const record = certificationOf(records, memberNo, code);
    refuseBefore(record.facts.certification, receivedOn);
    if (record.deceased)
      throw new StandingError(
        'member-deceased',
        `${record.memberName} (${memberNo}) is recorded as deceased.`,
        'Correct the member first if this is wrong.',
      );
    const open = await openApplication(db, record.certificationId);
    if (open !== null)
      throw new StandingError(
        'application-open',
        `${record.memberName} (${memberNo}) has an open application for ${code}: number ${open}.`,
        'Go on with that one, or withdraw it first.',
      );
    const standing = judge({ ...record.facts, recertification: { route, receivedOn } }, policy, today);
    const closed = routeClosed(standing, route, policy);
    if (closed !== null) throw closedRoute(closed);
    const { certificationId } = record;
    const application = await addApplication(write, { certificationId, route, receivedOn });
    const amountCents = policy.value(RECERTIFICATION_FEE[route], receivedOn).value;
    await invoiceRecertification(write, { application, certificationId, amountCents, on: today });
    await addStep(write, application, { from: null, to: 'received', on: receivedOn, reason: '' });
    books.note(record, 'recertification.received', {
      code,
      before: null,
      after: { application, route, receivedOn, feeCents: amountCents },
    });
    if (way !== null) await keepWayOfNew(office, books, application, way);
    return applicationView({ ...office, reader: db }, application);
  });
}

export function closedRoute({
  citation,
  why,
}: {
  readonly citation: string;
  readonly why: string;
}): StandingError {
  return new StandingError(
    'route-closed',
    `${why.charAt(0).toUpperCase()}${why.slice(1)} (${citation}).`,
    citation === 'SC-RECERT-2'
      ? 'Start an application by exam instead.'
      : 'See on the member page where it stands.',
  );
}
