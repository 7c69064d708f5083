import type { CalendarDate } from '../../shared/domain/facts.ts';
import type {
  ApplicationPaper,
  ApplicationStep,
  ExamAttempt,
  RecertificationPaperKind,
} from '../../shared/domain/recertification.ts';
import type { RecertificationStatus } from '../../shared/domain/recertification-steps.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** The steps of an application, oldest first. */
export async function stepsOf(
  db: ReadableDatabase,
  application: number,
): Promise<readonly ApplicationStep[]> {
  return db.kysely
    .selectFrom('recertification_step')
    .select(['from_status as from', 'to_status as to', 'taken_on as on', 'reason', 'actor', 'at'])
    .where('application_id', '=', application)
    .orderBy('id')
    .execute();
}

export async function addStep(
  { kysely, actor }: Write,
  application: number,
  step: {
    readonly from: RecertificationStatus | null;
    readonly to: RecertificationStatus;
    readonly on: CalendarDate;
    readonly reason: string;
  },
): Promise<void> {
  await kysely
    .insertInto('recertification_step')
    .values({
      application_id: application,
      from_status: step.from,
      to_status: step.to,
      taken_on: step.on,
      reason: step.reason,
      actor: actor.name,
      at: actor.at,
    })
    .execute();
}

/** The exams of some applications, in order. */
export async function attemptsOf(
  db: ReadableDatabase,
  applications: readonly number[],
): Promise<ReadonlyMap<number, readonly ExamAttempt[]>> {
  if (applications.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom('recertification_attempt')
    .select(['application_id', 'number', 'exam_on as examOn', 'place', 'outcome', 'outcome_on as outcomeOn'])
    .where('application_id', 'in', applications)
    .orderBy('application_id')
    .orderBy('number')
    .execute();
  const byApplication = new Map<number, ExamAttempt[]>();
  for (const { application_id, ...attempt } of rows)
    byApplication.set(application_id, [...(byApplication.get(application_id) ?? []), attempt]);
  return byApplication;
}

export async function addAttempt(
  { kysely }: Write,
  application: number,
  attempt: Pick<ExamAttempt, 'number' | 'examOn' | 'place'>,
): Promise<void> {
  await kysely
    .insertInto('recertification_attempt')
    .values({
      application_id: application,
      number: attempt.number,
      exam_on: attempt.examOn,
      place: attempt.place,
      outcome: null,
      outcome_on: null,
    })
    .execute();
}

/** How the exam that is set ended. */
export async function endAttempt(
  { kysely }: Write,
  application: number,
  outcome: NonNullable<ExamAttempt['outcome']>,
  on: CalendarDate,
): Promise<void> {
  await kysely
    .updateTable('recertification_attempt')
    .set({ outcome, outcome_on: on })
    .where('application_id', '=', application)
    .where('outcome', 'is', null)
    .execute();
}

/** What was given out about an application, oldest first. */
export async function papersOfApplication(
  db: ReadableDatabase,
  application: number,
): Promise<readonly ApplicationPaper[]> {
  return db.kysely
    .selectFrom('recertification_paper')
    .select(['kind', 'sha256', 'issued_on as issuedOn', 'actor', 'letter_version as letterVersion'])
    .where('application_id', '=', application)
    .orderBy('id')
    .execute();
}

/** Notes a paper; its file is kept already. */
export async function addApplicationPaper(
  { kysely, actor }: Write,
  application: number,
  paper: {
    readonly kind: RecertificationPaperKind;
    readonly sha256: string;
    readonly issuedOn: CalendarDate;
    readonly letterVersion: number | null;
  },
): Promise<void> {
  await kysely
    .insertInto('recertification_paper')
    .values({
      application_id: application,
      kind: paper.kind,
      sha256: paper.sha256,
      issued_on: paper.issuedOn,
      actor: actor.name,
      letter_version: paper.letterVersion,
    })
    .execute();
}
