import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type {
  ApplicationRows,
  ApplicationSummary,
  ApplicationView,
} from '../../../shared/domain/recertification.ts';
import { recertifies, stepsFrom } from '../../../shared/domain/recertification-steps.ts';
import { paymentsOfMember } from '../../repositories/ledger-payments.ts';
import {
  type ApplicationQuery,
  type ApplicationRecord,
  listApplications,
} from '../../repositories/recertification.ts';
import { recertificationFees } from '../../repositories/recertification-fees.ts';
import { attemptsOf, papersOfApplication, stepsOf } from '../../repositories/recertification-trail.ts';
import { checklistOf, missingOf } from '../../rules/recertification/checklist.ts';
import { countedPoints, judgedPoints } from '../../rules/recertification/counted-points.ts';
import { requiredPoints } from '../../rules/recertification/points-required.ts';
import { lastDayByCcp, routeClosed } from '../../rules/recertification/route-closed.ts';
import { listRequests } from '../badges/requests.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { casesOf, existingApplication } from './application.ts';
import { hindrance, type StepGround } from './hindrance.ts';
import { standingFor } from './standing.ts';
import { RECERTIFICATION_FEE, shownRequired } from './start.ts';

type View = Pick<OfficeView, 'reader' | 'resources' | 'clock'>;

/** Everything about an application but the answer to the felony question. @throws StandingError `application-unknown` */
export async function applicationView(view: View, application: number): Promise<ApplicationView> {
  const { reader } = view;
  const ground = await groundOf(view, application);
  const { record, checklist, attempts, standing, policy, facts } = ground;
  const payments = await paymentsOfMember(reader, record.memberId);
  const { route, receivedOn, code } = record;
  const { fee } = facts;
  const decided = record.recertifiedOn !== null && record.recertifiedOn >= receivedOn;
  return {
    ...shown(record),
    certificationName: CERTIFICATION_NAMES[code],
    certifiedOn: record.certifiedOn,
    recertifiedOn: record.recertifiedOn,
    certificateNo: record.certificateNo,
    lapse: standing?.lapse ?? null,
    ccpUntil: standing === null || standing.lapse === null ? null : lastDayByCcp(standing.lapse, policy),
    closedRoute: standing === null || decided ? null : routeClosed(standing, route, policy),
    attestedOn: record.attestedOn,
    eligibleBy: record.eligibleBy,
    eligibleCheckedOn: record.eligibleCheckedOn,
    eligibility: facts.eligibility,
    required: shownRequired(requiredPoints(code, receivedOn, policy)),
    counted: countedPoints(facts),
    points: facts.points.map((line) => judgedPoints(line, facts)),
    fee:
      fee === null
        ? null
        : { ...fee, confirmed: policy.value(RECERTIFICATION_FEE[route], receivedOn).confirmed },
    creditCents: payments
      .filter(({ certificationId }) => certificationId === record.certificationId)
      .reduce((sum, { creditCents }) => sum + creditCents, 0),
    checklist,
    attempts,
    steps: await stepsOf(reader, application),
    papers: await papersOfApplication(reader, application),
    badge: await badgeOf(view, record),
    next: stepsFrom(record.status, route).map((to) => ({ to, hindered: hindrance(ground, to) })),
  };
}

/** The badge that its recertification asked for: by a request of its own, or by one that waited already. */
async function badgeOf(
  view: View,
  { memberNo, code, route, status, receivedOn }: ApplicationRecord,
): Promise<ApplicationView['badge']> {
  if (status !== 'badge' && !recertifies(status, route)) return null;
  const { rows } = await listRequests(view, { step: null, memberNo, offset: 0, limit: 50 });
  const found = rows.find(
    (one) =>
      one.code === code &&
      one.step !== 'withdrawn' &&
      (one.requestedOn >= receivedOn || one.exportedOn === null || one.exportedOn >= receivedOn),
  );
  return found === undefined ? null : { requestedOn: found.requestedOn, step: found.step, hold: found.hold };
}

/** What its next step depends on. @throws StandingError `application-unknown` */
export async function groundOf(view: View, application: number) {
  const { reader } = view;
  const today = view.clock.today();
  const policy = await officePolicy(view);
  const record = await existingApplication(reader, application);
  const [facts] = await casesOf(reader, policy, [record]);
  if (facts === undefined) throw new Error('One application gives one case.');
  const { route, receivedOn } = record;
  const ground: StepGround = {
    record,
    checklist: checklistOf(facts),
    attempts: (await attemptsOf(reader, [application])).get(application) ?? [],
    standing: await standingFor(reader, record, { route, receivedOn }, policy, today),
    policy,
    today,
  };
  return { ...ground, policy, facts };
}

/** Applications page by page, those that came last first, each with how much is missing. */
export async function applicationList(view: View, query: ApplicationQuery): Promise<ApplicationRows> {
  const { reader } = view;
  const policy = await officePolicy(view);
  const { total, rows } = await listApplications(reader, query);
  const numbers = rows.map(({ application }) => application);
  const fees = await recertificationFees(reader, numbers);
  const exams = await attemptsOf(reader, numbers);
  const cases = await casesOf(reader, policy, rows);
  return {
    total,
    rows: rows.map((record, at): ApplicationSummary => {
      const facts = cases[at];
      const collecting = ['received', 'incomplete', 'under-review'].includes(record.status);
      return {
        ...shown(record),
        missing: facts === undefined || !collecting ? 0 : missingOf(facts).length,
        owedCents: fees.get(record.application)?.owedCents ?? null,
        examOn: exams.get(record.application)?.find(({ outcome }) => outcome === null)?.examOn ?? null,
      };
    }),
  };
}

function shown(record: ApplicationRecord): Omit<ApplicationSummary, 'missing' | 'owedCents' | 'examOn'> {
  const { application, memberNo, memberName, code, route, receivedOn, status, sinceOn, closedOn } = record;
  return { application, memberNo, memberName, code, route, receivedOn, status, sinceOn, closedOn };
}
