import type { Office } from '../../../electron/services/office.ts';
import { openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { saveProfile } from '../../../electron/services/profile.ts';
import { recordFelony } from '../../../electron/services/recertification/felony.ts';
import { listPoints, saveForm } from '../../../electron/services/recertification/form.ts';
import { startApplication } from '../../../electron/services/recertification/start.ts';
import { type StepOrder, takeStep } from '../../../electron/services/recertification/step.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import type { RecertificationStatus } from '../../../shared/domain/recertification-steps.ts';
import { TODAY } from '../../temp-office.ts';
import { cheque, type Held, smallOffice } from '../payments/small-office.ts';

/** Lapsed by fees in 2020: both ways are open. */
export const DORA = '700010';
/** Lapsed by fees in 2012: only the exam is. */
export const EMIL = '700011';
/** In good standing. */
export const FAY = '700012';

const PEOPLE: readonly Held[] = [
  { memberNo: DORA, name: ['Dora', 'Vance'], code: 'RMA', certifiedOn: '2005-03-10', fees: 20, paid: 14 },
  { memberNo: EMIL, name: ['Emil', 'Noor'], code: 'RPT', certifiedOn: '2001-06-01', fees: 12, paid: 10 },
  { memberNo: FAY, name: ['Fay', 'Ito'], code: 'MT', certifiedOn: '2025-01-15', fees: 1, paid: 1 },
];

/** An office with these certifications and a letterhead. */
export async function lapsedOffice(people: readonly Held[] = PEOPLE): Promise<Office> {
  const office = await smallOffice(people);
  await writeLetterhead(office);
  return office;
}

/** Gives an office a name and an address to write from. */
export async function writeLetterhead(office: Office): Promise<void> {
  await saveProfile(office, {
    name: 'Certification Office',
    address: {
      address1: '100 Main St',
      address2: '',
      city: 'Rosemont',
      state: 'IL',
      zip: '60018',
      country: 'US',
    },
    phone: '847-555-0100',
    email: 'office@example.org',
    website: 'example.org',
    logo: null,
  });
}

/** Names whoever acts in tests as one who may see felony details. */
export async function openFelony(office: Office): Promise<void> {
  // Only a manager names them, and the small office has Maya.
  await office.act((write) => {
    write.db.sqlite
      .prepare("INSERT OR REPLACE INTO setting (key, value) VALUES ('felonyReaders', ?)")
      .run(JSON.stringify(['Test']));
    write.journal({ action: 'test.named', subject: 'office', subjectId: 'test', detail: null });
  });
}

export function start(
  office: Office,
  memberNo: string,
  code: CertificationCode,
  route: 'ccp' | 'exam',
  receivedOn = '2026-11-02',
): Promise<ApplicationView> {
  return startApplication(office, { memberNo, code, route, receivedOn });
}

export const COURSE = {
  category: 'professional-education',
  title: 'Phlebotomy update',
  completedOn: '2025-05-02',
  employedFrom: null,
  employedTo: null,
  points: 30,
  criteria: { job: true, knowledge: false, degree: false },
  proofOn: '2026-11-02',
} as const;

/** Pays the fee of a member's application by cheque at the deposit desk. */
export async function payFee(
  office: Office,
  memberNo: string,
  code: CertificationCode,
  amountCents: number,
): Promise<number> {
  const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: amountCents });
  const { entry } = await enterRemittance(
    office,
    cheque(deposit, {
      amountCents,
      reference: String(9000 + deposit),
      parts: [{ memberNo, code, cents: amountCents, yearStart: null, recertification: true }],
    }),
  );
  const payment = entry?.payments[0]?.payment;
  if (payment === undefined) throw new Error('The cheque was not entered.');
  return payment;
}

/** Fills in everything that an application needs. */
export async function complete(office: Office, view: ApplicationView): Promise<void> {
  const { application, memberNo, code, route, fee } = view;
  await openFelony(office);
  await recordFelony(office, {
    application,
    answer: 'no',
    happenedOn: '',
    nature: '',
    court: '',
    outcome: '',
  });
  await saveForm(office, {
    application,
    attestedOn: '2026-10-30',
    eligibleBy: route === 'exam' ? 'Graduate of an accredited program' : null,
    eligibleCheckedOn: route === 'exam' ? '2026-11-03' : null,
  });
  if (route === 'ccp') await listPoints(office, { application, ...COURSE, points: view.required.points });
  if ((fee?.owedCents ?? 0) > 0) await payFee(office, memberNo, code, fee?.owedCents ?? 0);
}

export function step(
  office: Office,
  application: number,
  to: RecertificationStatus,
  more: Partial<StepOrder> = {},
): Promise<ApplicationView> {
  return takeStep(office, { application, to, on: TODAY, reason: '', examOn: null, place: '', ...more });
}
