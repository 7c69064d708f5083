import type { OpenCase } from '../../../shared/domain/intake.ts';

/** The sentence that the gate applies. */
export const GATE_CITATION = 'SC-DOC-1';

/** Which case a member's papers go to. */
export type GateDecision =
  | { readonly to: 'case'; readonly case: OpenCase }
  /** Accepted, but a person has to say to which. */
  | { readonly to: 'queue' }
  | { readonly to: 'refusal' };

/**
 * AMT does not accept documents for review and entry unless selected for the Annual CCP Audit or Recertification purposes (SC-DOC-1).
 * @param open the member's audits without an outcome and applications that are not closed
 * @param meant the case that the papers name; null = whichever is open
 */
export function gate(open: readonly OpenCase[], meant: Pick<OpenCase, 'kind' | 'id'> | null): GateDecision {
  const [only] = open;
  if (only === undefined) return { to: 'refusal' };
  if (meant === null) return open.length === 1 ? { to: 'case', case: only } : { to: 'queue' };
  const named = open.find(({ kind, id }) => kind === meant.kind && id === meant.id);
  return named === undefined ? { to: 'queue' } : { to: 'case', case: named };
}
