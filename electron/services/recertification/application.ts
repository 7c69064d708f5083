import { isUndecided } from '../../../shared/domain/recertification-steps.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { type ApplicationRecord, applicationById } from '../../repositories/recertification.ts';
import { eligibilityOfApplications } from '../../repositories/recertification-eligibility.ts';
import { recertificationFees } from '../../repositories/recertification-fees.ts';
import { pointsOfApplications } from '../../repositories/recertification-points.ts';
import type { ApplicationCase } from '../../rules/recertification/application.ts';

/** @throws StandingError `application-unknown` */
export async function existingApplication(
  db: ReadableDatabase,
  application: number,
): Promise<ApplicationRecord> {
  const found = await applicationById(db, application);
  if (found !== null) return found;
  throw new StandingError(
    'application-unknown',
    `There is no application for recertification with the number ${application}.`,
    'See the list under Recertification for the numbers.',
  );
}

/** The form is filled in until the application is decided. @throws StandingError `application-decided` */
export function refuseDecided({ status, application }: ApplicationRecord): void {
  if (isUndecided(status)) return;
  throw new StandingError(
    'application-decided',
    `Application ${application} is decided, so its form stays as it is.`,
    'What comes in later belongs to a new application.',
  );
}

/** What the rules see of some applications, in their order. */
export async function casesOf(
  db: ReadableDatabase,
  policy: PolicyBook,
  records: readonly ApplicationRecord[],
): Promise<readonly ApplicationCase[]> {
  const numbers = records.map(({ application }) => application);
  const points = await pointsOfApplications(db, numbers);
  const fees = await recertificationFees(db, numbers);
  const eligibilities = await eligibilityOfApplications(db, numbers);
  return records.map((record) => ({
    code: record.code,
    route: record.route,
    receivedOn: record.receivedOn,
    points: points.get(record.application) ?? [],
    felonyAnswered: record.felonyAnswered,
    attestedOn: record.attestedOn,
    eligibleBy: record.eligibleBy,
    eligibleCheckedOn: record.eligibleCheckedOn,
    eligibility: eligibilities.get(record.application) ?? null,
    fee: fees.get(record.application) ?? null,
    policy,
  }));
}

/** `application 12 of Rosa Lee (700412) for RMA, received on 1 Oct 2026` */
export function named({ application, memberName, memberNo, code, receivedOn }: ApplicationRecord): string {
  return `application ${application} of ${memberName} (${memberNo}) for ${code}, received on ${displayDate(receivedOn)}`;
}
