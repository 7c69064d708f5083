import type { AuditLetterKind } from '../../shared/domain/audit-letters.ts';
import type { EmailState } from '../../shared/domain/email.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';

/** What asks for a letter: a step of the case, or a decision on it. */
export type AskedBy = { readonly step: number } | { readonly decision: number };

/** Asks for a letter. @returns its id */
export async function askLetter(
  { kysely }: Pick<Write, 'kysely'>,
  letter: {
    readonly audit: number;
    readonly kind: AuditLetterKind;
    readonly by: AskedBy;
    readonly on: CalendarDate;
  },
): Promise<number> {
  const { id } = await kysely
    .insertInto('audit_letter')
    .values({
      audit_id: letter.audit,
      kind: letter.kind,
      step_id: 'step' in letter.by ? letter.by.step : null,
      decision_id: 'decision' in letter.by ? letter.by.decision : null,
      asked_on: letter.on,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes that letters are not to go out any more. */
export async function dropLetters(
  { kysely, actor }: Pick<Write, 'kysely' | 'actor'>,
  letters: readonly number[],
  { reason, on }: { readonly reason: string; readonly on: CalendarDate },
): Promise<void> {
  for (const letter of letters)
    await kysely
      .insertInto('audit_letter_dropped')
      .values({ letter_id: letter, dropped_on: on, reason, actor: actor.name })
      .execute();
}

/** Takes a printed sheet out of a run that was not mailed yet. */
export async function pullSheet(
  { kysely, actor }: Pick<Write, 'kysely' | 'actor'>,
  { run, sheet }: { readonly run: string; readonly sheet: number },
  { reason, on }: { readonly reason: string; readonly on: CalendarDate },
): Promise<void> {
  await kysely
    .insertInto('pulled_sheet')
    .values({ run_id: run, sheet, reason, pulled_on: on, actor: actor.name })
    .execute();
}

/** The newest piece of a letter. */
export interface LetterPiece {
  readonly run: string;
  readonly position: number;
  readonly sheet: number | null;
  /** Of its e-mail; null where none is recorded. */
  readonly email: EmailState | null;
}

/** The piece of a letter that was not held and did not fail, or null. */
export async function pieceOfLetter(db: Reading, letter: number): Promise<LetterPiece | null> {
  const row = await db.kysely
    .selectFrom('run_piece as p')
    .innerJoin('run as r', 'r.id', 'p.run_id')
    .innerJoin('notice_given as g', (join) =>
      join.onRef('g.run_id', '=', 'p.run_id').onRef('g.position', '=', 'p.position'),
    )
    .leftJoin('email_message as e', (join) =>
      join.onRef('e.run_id', '=', 'p.run_id').onRef('e.position', '=', 'p.position'),
    )
    .select(['p.run_id as run', 'p.position', 'p.sheet', 'e.state as email'])
    .where('p.audit_letter_id', '=', letter)
    .where('g.failed', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes that a piece was taken out of its run: what it says was not given. */
export async function failPulled(
  { kysely }: Pick<Write, 'kysely'>,
  { run, position }: LetterPiece,
  on: CalendarDate,
): Promise<void> {
  await kysely
    .updateTable('notice_given')
    .set({ failed: 'spoiled', failed_on: on })
    .where('run_id', '=', run)
    .where('position', '=', position)
    .where('failed', 'is', null)
    .execute();
}
