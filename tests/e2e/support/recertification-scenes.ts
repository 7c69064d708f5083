import type { Page } from '@playwright/test';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { ApplicationSummary, ApplicationView } from '../../../shared/domain/recertification.ts';
import { ask } from './ask.ts';
import { go } from './desk.ts';
import { scene } from './scene.ts';

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

/** A lapsed RMA without an open application, and what is answered so that the way by work fits. */
export async function lapsedRma(page: Page): Promise<string> {
  return (await findLapsed(page, (routes) => routes.includes('exam'), ['RMA'])).memberNo;
}

/** Six years of work, and no training: the way by work fits. */
export const BY_WORK = {
  route: 'work',
  answers: { training: 'none', 'work-years': 6, 'teaching-years': null },
} as const;

/** An application by exam to which the eligibility assistant found the way by work. */
export async function withWay(page: Page): Promise<ApplicationView> {
  for (const { application, route } of await openApplications(page)) {
    if (route !== 'exam') continue;
    const view = await ask(page, 'recertification.application', { application });
    if (view.eligibility !== null) return view;
  }
  return ask(page, 'recertification.start', {
    ...{
      memberNo: await lapsedRma(page),
      code: 'RMA',
      receivedOn: '2026-11-20',
      route: 'exam',
      way: BY_WORK,
    },
  });
}

async function findLapsed(
  page: Page,
  fits: (routes: readonly string[]) => boolean,
  code: readonly CertificationCode[] = [],
) {
  const { rows } = await ask(page, 'members.query', {
    filter: { status: ['lapsed'], ...(code.length === 0 ? {} : { code: [...code] }) },
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
    const wanted = one !== undefined && (code.length === 0 || code.includes(one.code));
    if (deceasedOn === null && wanted && lapsed.length === 1 && fits(one.standing.routes))
      return { memberNo, code: one.code };
  }
  throw new Error('The sample office has such a certification.');
}

const answers = encodeURIComponent(JSON.stringify(BY_WORK.answers));

/** A way that the eligibility assistant found, carried into an application by exam. */
export const WAY_SCENES = [
  scene('eligibility-use', '/eligibility', async ({ page }) => {
    await go(page, `/eligibility?code=RMA&member=${await lapsedRma(page)}&answers=${answers}`);
    await page
      .getByRole('button', { name: /^Use in an application by exam…/ })
      .first()
      .waitFor();
  }),
  scene('recertification-way-start', '/recertification', async ({ page }) => {
    await go(page, `/recertification?start=${await lapsedRma(page)}:RMA&way=work&answers=${answers}`);
    await page.getByRole('region', { name: 'From the eligibility assistant' }).waitFor();
    await page.getByRole('radio').first().waitFor();
  }),
  scene('recertification-way-kept', '/recertification', async ({ page }) => {
    await go(page, `/recertification/${(await withWay(page)).application}`);
    await page.getByRole('list', { name: 'Documents to send' }).waitFor();
  }),
  scene('recertification-way-use', '/recertification', async ({ page }) => {
    await go(page, `/recertification/${(await withWay(page)).application}?way=work&answers=${answers}`);
    await page.getByRole('region', { name: 'From the eligibility assistant' }).waitFor();
  }),
] as const;
