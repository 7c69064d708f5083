import { AUDIT_LETTER_KINDS, type LettersWaiting } from '../../../../shared/domain/audit-letters.ts';
import { isToPrepare, lettersNotSent } from '../../../repositories/audit-letter-list.ts';
import type { OfficeView } from '../../office.ts';

/** The letters of the audit desk that did not go out, and how many of each kind. */
export async function lettersWaiting(view: Pick<OfficeView, 'reader'>): Promise<LettersWaiting> {
  const found = await lettersNotSent(view.reader, null);
  const letters = found.map(
    ({ memberId: _memberId, certificationId: _of, stepId: _step, decisionId: _decision, ...letter }) =>
      letter,
  );
  const kinds = AUDIT_LETTER_KINDS.map((kind) => {
    const own = letters.filter((letter) => letter.kind === kind);
    const toPrepare = own.filter(({ state }) => isToPrepare(state)).length;
    const count = (state: string) => own.filter((letter) => letter.state === state).length;
    return { kind, toPrepare, held: count('held'), failed: count('failed'), inRun: own.length - toPrepare };
  });
  return { kinds: kinds.filter(({ toPrepare, inRun }) => toPrepare + inRun > 0), letters };
}
