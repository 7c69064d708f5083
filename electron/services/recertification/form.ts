import type { ActivityCategory } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { type FormFields, saveForm as save } from '../../repositories/recertification.ts';
import {
  addPoints as add,
  changePoints as change,
  type NewPoints,
} from '../../repositories/recertification-points.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { casesOf, existingApplication, refuseDecided } from './application.ts';
import { applicationView } from './view.ts';

/**
 * Records what the form says beside its points: the day the attestation was signed, and by which current route the applicant may take
 * the exam.
 * @throws StandingError `application-unknown`, `application-decided`, `date-impossible`, `card-number`
 */
export function saveForm(
  office: Office,
  { application, ...typed }: { readonly application: number } & FormFields,
): Promise<ApplicationView> {
  const eligibleBy = typed.eligibleBy?.trim() ?? '';
  const fields = { ...typed, eligibleBy: eligibleBy === '' ? null : eligibleBy };
  return onForm(office, application, async (books, record) => {
    refuseCardNumbers([eligibleBy]);
    refuseAhead(books, fields.attestedOn);
    refuseAhead(books, fields.eligibleCheckedOn);
    await save(books.write, application, fields);
    const { code, attestedOn, eligibleBy: was, eligibleCheckedOn } = record;
    books.note(record, 'recertification.form-changed', {
      code,
      application,
      before: { attestedOn, eligibleBy: was, eligibleCheckedOn },
      after: fields,
    });
  });
}

/** Points as they are typed. */
export interface TypedPoints extends Omit<NewPoints, 'category'> {
  readonly category: ActivityCategory;
}

/**
 * Lists points on an application by CCP (PB-REC-1). What of them counts the rules say, with the sentence.
 * @throws StandingError `application-unknown`, `application-decided`, `points-by-exam`, `points-incomplete`, `date-impossible`
 */
export function listPoints(
  office: Office,
  { application, ...line }: { readonly application: number } & TypedPoints,
): Promise<ApplicationView> {
  const typed = { ...line, title: line.title.trim() };
  return onForm(office, application, async (books, record) => {
    if (record.route === 'exam')
      throw new StandingError(
        'points-by-exam',
        `Application ${application} is by exam, which asks for no points.`,
        'Withdraw it and start one by CCP, if that was meant.',
      );
    refuseIncomplete(typed);
    refuseCardNumbers([typed.title]);
    for (const day of [typed.completedOn, typed.employedFrom, typed.employedTo, typed.proofOn])
      refuseAhead(books, day);
    const id = await add(books.write, application, typed);
    books.note(record, 'recertification.points-listed', {
      code: record.code,
      application,
      before: null,
      after: { line: id, ...typed },
    });
  });
}

function refuseIncomplete({
  category,
  title,
  completedOn,
  employedFrom,
  employedTo,
  points,
}: TypedPoints): void {
  const job = category === 'employment-verification';
  const wrong =
    title === ''
      ? 'The activity has no title.'
      : points <= 0
        ? 'The points are none.'
        : job && employedFrom === null
          ? 'The employment has no first day.'
          : !job && completedOn === null
            ? 'The activity has no day on which it was completed.'
            : employedFrom !== null && employedTo !== null && employedTo < employedFrom
              ? 'The employment ends before it begins.'
              : null;
  if (wrong !== null) throw new StandingError('points-incomplete', wrong, 'Take it from the form.');
}

/** What happens to a line afterwards. */
export type LineChange =
  | { readonly does: 'proof'; readonly on: CalendarDate | null }
  | { readonly does: 'refuse'; readonly why: string }
  | { readonly does: 'accept' }
  | { readonly does: 'withdraw' };

/**
 * Notes that the proof of a line came, refuses or accepts it on review, or takes it off.
 * @throws StandingError `application-decided`, `points-unknown`, `reason-missing`, `date-impossible`
 */
export function changeLine(
  office: Office,
  {
    application,
    line: id,
    change: what,
  }: { readonly application: number; readonly line: number; readonly change: LineChange },
): Promise<ApplicationView> {
  return onForm(office, application, async (books, record) => {
    const [facts] = await casesOf(books.db, books.policy, [record]);
    const line = facts?.points.find((one) => one.id === id);
    if (line === undefined || line.withdrawnOn !== null)
      throw new StandingError(
        'points-unknown',
        `Application ${application} has no line ${id}.`,
        'Show the application to see its lines.',
      );
    const after = changeOf(what, books);
    await change(books.write, id, after);
    books.note(record, `recertification.points-${CHANGED[what.does]}`, {
      code: record.code,
      application,
      before: { line: id, title: line.title, proofOn: line.proofOn, refusedWhy: line.refusedWhy },
      after: { line: id, ...after },
    });
  });
}

const CHANGED = { proof: 'proven', refuse: 'refused', accept: 'accepted', withdraw: 'withdrawn' } as const;

function changeOf(what: LineChange, books: Books) {
  switch (what.does) {
    case 'proof':
      refuseAhead(books, what.on);
      return { proofOn: what.on };
    case 'refuse': {
      const refusedWhy = what.why.trim();
      if (refusedWhy === '')
        throw new StandingError(
          'reason-missing',
          'Refusing points needs a reason.',
          'Say why they do not count.',
        );
      refuseCardNumbers([refusedWhy]);
      return { refusedWhy };
    }
    case 'accept':
      return { refusedWhy: null };
    case 'withdraw':
      return { withdrawnOn: books.today };
  }
}

function refuseAhead({ today }: Books, day: CalendarDate | null): void {
  if (day === null || day <= today) return;
  throw new StandingError(
    'date-impossible',
    `${displayDate(day)} lies ahead.`,
    'Give the day as it stands on the form.',
  );
}

/** An action on the form of an application that is not decided yet. */
export function onForm(
  office: Office,
  application: number,
  action: (books: Books, record: Awaited<ReturnType<typeof existingApplication>>) => Promise<void>,
): Promise<ApplicationView> {
  return onBooks(office, async (books) => {
    const record = await existingApplication(books.db, application);
    refuseDecided(record);
    await action(books, record);
    return applicationView({ ...office, reader: books.db }, application);
  });
}
