import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { FoundEligibility, WayFound } from '../../../shared/domain/kept-eligibility.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { ApplicationRecord } from '../../repositories/recertification.ts';
import { saveForm } from '../../repositories/recertification.ts';
import {
  addDocument,
  addEligibility,
  eligibilityOfApplications,
} from '../../repositories/recertification-eligibility.ts';
import { eligibility } from '../eligibility/assistant.ts';
import type { Office, OfficeView } from '../office.ts';
import type { Books } from '../payments/books.ts';
import { existingApplication } from './application.ts';
import { onForm } from './form.ts';

/**
 * Keeps what the eligibility assistant found with an application by exam: the way, the answers and the documents to send (SC-RECERT-4). The
 * way then stands on its form as the current criterion that is met (SC-LAPSE-0). Found anew, documents that came already stay.
 * @throws StandingError `application-unknown`, `application-decided`, `way-by-ccp`, and what `foundWay` throws
 */
export function keepEligibility(
  office: Office,
  { application, ...way }: { readonly application: number } & WayFound,
): Promise<ApplicationView> {
  return onForm(office, application, (books, record) => keepWay(office, books, record, way));
}

/** The same within the action that enters the application. @throws as `keepEligibility` */
export async function keepWayOfNew(
  office: Office,
  books: Books,
  application: number,
  way: WayFound,
): Promise<void> {
  await keepWay(office, books, await existingApplication(books.db, application), way);
}

async function keepWay(
  office: Office,
  books: Books,
  record: ApplicationRecord,
  way: WayFound,
): Promise<void> {
  const { application, memberNo, code, receivedOn } = record;
  if (record.route === 'ccp')
    throw new StandingError(
      'way-by-ccp',
      `Application ${application} is by CCP, which asks for points and not for a way to the exam.`,
      'Withdraw it and start one by exam, if that is meant.',
    );
  const found = await foundWay({ ...office, reader: books.db }, { memberNo, code, on: books.today, way });
  const before = (await eligibilityOfApplications(books.db, [application])).get(application);
  const id = await addEligibility(books.write, application, found, books.today);
  for (const [at, { text, shownBy }] of found.documents.entries()) {
    const came = shownBy === 'application' ? receivedOn : cameBefore(before?.documents, text);
    if (came !== null) await addDocument(books.write, id, { place: at + 1, cameOn: came });
  }
  await saveForm(books.write, application, {
    attestedOn: record.attestedOn,
    eligibleBy: found.title,
    eligibleCheckedOn: books.today,
  });
  books.note(record, 'recertification.eligibility-kept', {
    code,
    application,
    before: { way: before?.title ?? null, eligibleBy: record.eligibleBy },
    after: {
      way: found.title,
      route: found.route,
      answers: found.answers,
      documents: found.documents.map(({ text }) => text),
    },
  });
}

function cameBefore(
  documents: readonly { readonly text: string; readonly cameOn: CalendarDate | null }[] = [],
  text: string,
): CalendarDate | null {
  return documents.find((one) => one.text === text)?.cameOn ?? null;
}

/**
 * A way to the exam as the assistant finds it on a day for a member.
 * @throws StandingError `way-unknown`, `way-closed`, and what `eligibility` throws
 */
export async function foundWay(
  view: OfficeView,
  {
    memberNo,
    code,
    on,
    way,
  }: {
    readonly memberNo: string;
    readonly code: CertificationCode;
    readonly on: CalendarDate;
    readonly way: WayFound;
  },
): Promise<FoundEligibility> {
  const { answers } = way;
  const { routes, answered } = await eligibility(view, { code, memberNo, answers, on });
  const found = routes.find(({ route }) => route.id === way.route);
  if (found === undefined || found.route.by !== 'exam')
    throw new StandingError(
      'way-unknown',
      `There is no way “${way.route}” to the ${code} exam.`,
      `They are ${routes
        .filter(({ route }) => route.by === 'exam')
        .map(({ route }) => route.id)
        .join(', ')}.`,
    );
  const { route, state, needs } = found;
  if (state !== 'fits')
    throw new StandingError(
      'way-closed',
      state === 'out'
        ? `The way “${route.title}” is closed by the answers.`
        : `The way “${route.title}” is not asked through yet.`,
      'Answer the eligibility assistant, and take a way that fits.',
    );
  return {
    route: route.id,
    title: route.title,
    citation: route.citation,
    answers,
    answered: answered.map(({ question, text, known }) => ({ ask: question.ask, text, known })),
    needs: needs.map(({ need, state: how }) => ({ text: need.text, state: how, confirmed: need.confirmed })),
    documents: route.documents.map((text) => ({ text, shownBy: route.shownBy[text] ?? null })),
  };
}

/**
 * Notes that a document of the way came, or, without a day, that this was noted by mistake.
 * @throws StandingError `application-unknown`, `application-decided`, `document-unknown`, `date-impossible`
 */
export function noteDocument(
  office: Office,
  order: { readonly application: number; readonly place: number; readonly cameOn: CalendarDate | null },
): Promise<ApplicationView> {
  const { application, place, cameOn } = order;
  return onForm(office, application, async (books, record) => {
    const kept = (await eligibilityOfApplications(books.db, [application])).get(application);
    const document = kept?.documents.find((one) => one.place === place && one.shownBy === null);
    if (kept === undefined || document === undefined)
      throw new StandingError(
        'document-unknown',
        `The way of application ${application} asks for no document ${place}.`,
        'Show the application to see its documents.',
      );
    if (cameOn !== null && cameOn > books.today)
      throw new StandingError(
        'date-impossible',
        `${displayDate(cameOn)} lies ahead.`,
        'Give the day on which it came.',
      );
    await addDocument(books.write, kept.eligibility, { place, cameOn });
    books.note(
      record,
      cameOn === null ? 'recertification.document-undone' : 'recertification.document-came',
      {
        code: record.code,
        application,
        before: { document: document.text, cameOn: document.cameOn },
        after: { document: document.text, cameOn },
      },
    );
  });
}
