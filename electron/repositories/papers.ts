import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PaperTable } from '../db/tables.ts';
import type { Write } from '../db/transaction.ts';

/** A PDF that was given out, kept in `documents/` under its hash. */
export interface Paper {
  readonly kind: PaperTable['kind'];
  readonly memberId: number | null;
  /** What it is about: a run, a deposit, a payment. */
  readonly subjectId: string;
  readonly sha256: string;
  readonly issuedOn: CalendarDate;
}

/** Notes a paper; its file is kept already. */
export async function addPaper(write: Write, paper: Paper): Promise<void> {
  await write.kysely
    .insertInto('paper')
    .values({
      kind: paper.kind,
      member_id: paper.memberId,
      subject_id: paper.subjectId,
      sha256: paper.sha256,
      issued_on: paper.issuedOn,
      actor: write.actor.name,
    })
    .execute();
}
