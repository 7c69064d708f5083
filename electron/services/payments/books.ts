import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import type { Write } from '../../db/transaction.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { type CertificationRecord, certificationRecords, memberIdOf } from '../../repositories/facts.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { readableIn, restand } from '../restand.ts';
import { memberUnknown } from '../standing.ts';

/** The books of an office while one action is written: everything is read inside its transaction. */
export interface Books {
  readonly write: Write;
  readonly db: ReadableDatabase;
  readonly policy: PolicyBook;
  readonly today: CalendarDate;
  /** Who acts. */
  readonly actor: string;
  /** A member's certifications as they were when first asked for. @throws StandingError `member-unknown` */
  recordsOf(memberNo: string): Promise<readonly CertificationRecord[]>;
  /** Writes down what was done about a member, whose standings are then judged anew. */
  note(member: MemberRef, action: string, detail: object): void;
  /** Writes down what was done to a deposit. */
  noteDeposit(deposit: number, action: string, detail: object): void;
}

export interface MemberRef {
  readonly memberId: number;
  readonly memberNo: string;
}

/**
 * One action on the books: a single transaction with its journal, after which every member it names stands as the books say.
 * @param breathe called now and then by one that takes long, and may throw to end it: then nothing of it was done
 */
export function onBooks<T>(
  office: Office,
  action: (books: Books) => Promise<T>,
  breathe?: () => Promise<void>,
): Promise<T> {
  return office.act(async (write) => {
    const db = readableIn(write);
    const policy = await officePolicy({ reader: db, resources: office.resources });
    const today = office.clock.today();
    const touched = new Set<number>();
    const records = new Map<string, readonly CertificationRecord[]>();
    const result = await action({
      write,
      db,
      policy,
      today,
      actor: write.actor.name,
      async recordsOf(memberNo) {
        const known = records.get(memberNo);
        if (known !== undefined) return known;
        const id = await memberIdOf(db, memberNo);
        if (id === null) throw memberUnknown(memberNo);
        const found = await certificationRecords(db, { first: id, last: id }, today);
        records.set(memberNo, found);
        return found;
      },
      note({ memberId, memberNo }, entry, detail) {
        touched.add(memberId);
        write.journal({ action: entry, subject: 'member', subjectId: memberNo, detail });
      },
      noteDeposit(deposit, entry, detail) {
        write.journal({ action: entry, subject: 'deposit', subjectId: String(deposit), detail });
      },
    });
    await restand(write, touched, policy, today, breathe);
    return result;
  });
}
