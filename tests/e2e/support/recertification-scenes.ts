import type { Page } from '@playwright/test';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { ApplicationSummary, ApplicationView } from '../../../shared/domain/recertification.ts';
import { ask } from './ask.ts';

/** Open applications, the oldest first. */
export async function openApplications(page: Page): Promise<readonly ApplicationSummary[]> {
  const { rows } = await ask(page, 'recertification.list', {
    state: 'open',
    memberNo: null,
    offset: 0,
    limit: 300,
  });
  return rows.toReversed();
}

/** An application by CCP with a few lines, one of them without proof. */
export async function halfFilled(page: Page): Promise<ApplicationView> {
  const [one] = (await openApplications(page)).filter(({ route }) => route === 'ccp');
  if (one === undefined) throw new Error('The sample office has applications by CCP.');
  const { application } = one;
  const before = await ask(page, 'recertification.application', { application });
  if (before.points.length > 0) return before;
  if (before.fee === null) await ask(page, 'recertification.invoice', { application });
  const line = {
    application,
    completedOn: '2025-05-02',
    employedFrom: null,
    employedTo: null,
    criteria: { job: true, knowledge: false, degree: false },
  } as const;
  await ask(page, 'recertification.listPoints', {
    ...line,
    category: 'professional-education',
    title: 'Phlebotomy update',
    points: 12,
    proofOn: '2026-11-20',
  });
  await ask(page, 'recertification.listPoints', {
    ...line,
    category: 'authorship',
    title: 'Article on sample handling',
    points: 10,
    proofOn: null,
  });
  await ask(page, 'recertification.listPoints', {
    ...line,
    category: 'employment-verification',
    title: 'Lakeside Clinic, medical assistant',
    completedOn: null,
    employedFrom: '2019-02-01',
    points: 15,
    proofOn: '2026-11-20',
  });
  return ask(page, 'recertification.step', {
    application,
    to: 'incomplete',
    on: '2026-11-22',
    reason: '',
    examOn: null,
    place: '',
  });
}

/** An application by CCP that is approved, with its certificate. */
export async function approved(page: Page): Promise<ApplicationView> {
  const before = (await openApplications(page)).find(({ status }) => status === 'approved');
  if (before !== undefined)
    return ask(page, 'recertification.application', { application: before.application });
  const { memberNo, code } = await lapsedWithout(page, 'ccp');
  const { actor } = await ask(page, 'office.state', undefined);
  await ask(page, 'office.saveFelonyReaders', { names: [actor ?? ''] });
  const on = '2026-11-22';
  const { application, required, fee } = await ask(page, 'recertification.start', {
    memberNo,
    code,
    route: 'ccp',
    receivedOn: on,
  });
  await ask(page, 'recertification.recordFelony', {
    ...{ application, answer: 'no', happenedOn: '', nature: '', court: '', outcome: '' },
  });
  await ask(page, 'recertification.saveForm', {
    ...{ application, attestedOn: on, eligibleBy: null, eligibleCheckedOn: null },
  });
  await ask(page, 'recertification.listPoints', {
    ...{ application, category: 'formal-education', title: 'Medical assisting, two semesters' },
    ...{ completedOn: '2026-05-30', employedFrom: null, employedTo: null, points: required.points },
    ...{ criteria: { job: true, knowledge: true, degree: false }, proofOn: on },
  });
  const cents = fee?.amountCents ?? 0;
  const { deposit } = await ask(page, 'payments.openDeposit', { controlCount: 1, controlCents: cents });
  await ask(page, 'payments.enter', {
    ...{
      deposit,
      receivedOn: on,
      method: 'cheque',
      amountCents: cents,
      reference: '8804',
      payer: '',
      note: '',
    },
    parts: [{ memberNo, code, cents, yearStart: null, recertification: true }],
    confirmDuplicate: true,
  });
  for (const to of ['under-review', 'approved'] as const)
    await ask(page, 'recertification.step', { application, to, on, reason: '', examOn: null, place: '' });
  return ask(page, 'recertification.application', { application });
}

/** A lapsed certification without an open application, for which a route is open, as the first one by name. */
export async function lapsedWithout(
  page: Page,
  route: 'ccp' | 'exam',
): Promise<{ readonly memberNo: string; readonly code: CertificationCode }> {
  return findLapsed(page, (routes) => routes.includes(route));
}

/** A certification for which only the exam is open any more, as the dialog names it. */
export async function examOnly(page: Page): Promise<string> {
  const { memberNo, code } = await findLapsed(page, (routes) => routes.join() === 'exam');
  return `${memberNo}:${code}`;
}

async function findLapsed(page: Page, fits: (routes: readonly string[]) => boolean) {
  const { rows } = await ask(page, 'members.query', {
    filter: { status: ['lapsed'] },
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 200,
  });
  const taken = new Set((await openApplications(page)).map(({ memberNo }) => memberNo));
  for (const { memberNo } of rows.filter((row) => !taken.has(row.memberNo))) {
    const { certifications, deceasedOn } = await ask(page, 'members.page', { memberNo });
    const lapsed = certifications.filter(({ standing }) => standing.mustRecertify);
    const [one] = lapsed;
    // One alone, so that it is clear which is meant.
    if (deceasedOn === null && one !== undefined && lapsed.length === 1 && fits(one.standing.routes))
      return { memberNo, code: one.code };
  }
  throw new Error('The sample office has such a certification.');
}
