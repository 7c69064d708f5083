import { CASE_STATE_WORDS, type CaseState } from '../../../shared/domain/audit-steps.ts';
import type { AuditOutcome } from '../../../shared/domain/facts.ts';

const SHAPES: Readonly<Record<CaseState, string>> = {
  selected: '○',
  'notice-sent': '◔',
  waiting: '◔',
  received: '◑',
  'in-review': '◑',
  'more-asked': '◔',
  extension: '◔',
  'letter-waiting': '◕',
  decided: '●',
  appealed: '▲',
};

/** Where a case stands, by shape and word; a decided one by its outcome. */
export function CaseStateMark({
  state,
  outcome,
}: {
  readonly state: CaseState;
  readonly outcome: AuditOutcome | null;
}) {
  if (state !== 'decided')
    return (
      <span className="audit-state">
        {SHAPES[state]} {CASE_STATE_WORDS[state]}
      </span>
    );
  return <span className="audit-state">{outcome === 'compliant' ? '● Compliant' : '■ Non-compliant'}</span>;
}
