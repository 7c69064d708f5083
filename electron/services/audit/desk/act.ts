import type { CaseView } from '../../../../shared/domain/audit-case.ts';
import { CASE_STATE_WORDS, isJudged } from '../../../../shared/domain/audit-steps.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { refuseCardNumbers } from '../../card-numbers.ts';
import type { Office } from '../../office.ts';
import { type Books, onBooks } from '../../payments/books.ts';
import { type CaseGround, caseGround, caseView } from './view.ts';

/** What an action on a case works with. */
export interface CaseAct extends CaseGround {
  readonly books: Books;
  readonly office: Office;
  /** Writes down what was done; the certification's standing is then judged anew. */
  note(action: string, detail: object): void;
}

/** One action on a case: a single transaction with its journal, after which its member stands as the records say. */
export function onCase(
  office: Office,
  audit: number,
  action: (act: CaseAct) => Promise<void>,
): Promise<CaseView> {
  return onBooks(office, async (books) => {
    const { resources } = office;
    const ground = await caseGround({ reader: books.db, resources }, audit, books.today);
    await action({
      ...ground,
      books,
      office,
      note: (what, detail) =>
        books.note(ground.record, `audit.${what}`, { audit, code: ground.view.code, ...detail }),
    });
    return caseView({ reader: books.db, resources }, audit, books.today);
  });
}

/** `Audit 12 of Rosa M. Featherstonehaugh, RMA` */
export function named({ audit, memberName, code }: Pick<CaseView, 'audit' | 'memberName' | 'code'>): string {
  return `Audit ${audit} of ${memberName}, ${code},`;
}

/** @throws StandingError `audit-not-in-review` */
export function refuseUnjudged(view: CaseView): void {
  if (isJudged(view.state)) return;
  throw new StandingError(
    'audit-not-in-review',
    `${named(view)} is “${CASE_STATE_WORDS[view.state]}”: its activities are judged in review.`,
    view.state === 'decided' ? 'An appeal opens it again.' : 'Start the review first.',
  );
}

/** Text without blanks around it. @throws StandingError `card-number` */
export function tidy(text: string): string {
  const tidied = text.trim();
  refuseCardNumbers([tidied]);
  return tidied;
}
