import { CASE_STATE_WORDS, CASE_STATES } from '../../../shared/domain/audit-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';

type Part = Readonly<Record<string, unknown>>;

/** A journal entry about a case of the audit in plain words; null for an action of another kind. */
export function auditText(action: string, code: string, before: Part, after: Part): string | null {
  switch (action) {
    case 'audit.opened-for-cause':
      return `${code}: audit opened for cause`;
    case 'audit.assigned':
      return after.owner === ''
        ? `${code}: audit no longer with ${text(before.owner)}`
        : `${code}: audit given to ${text(after.owner)}`;
    case 'audit.moved': {
      const state = CASE_STATES.find((one) => one === after.state);
      const due = typeof after.dueOn === 'string' ? `, due ${displayDate(after.dueOn)}` : '';
      return `${code}: audit ${state === undefined ? '' : CASE_STATE_WORDS[state].toLowerCase()}${due}${said(after.note)}`;
    }
    case 'audit.found':
      return `${code}: ${text(after.title)} ${text(after.verdict)} in the audit, ${text(after.points)} points`;
    case 'audit.evidence-noted':
      return `${code}: proof of ${text(after.title)} ${after.shown === true ? 'shows' : 'does not show'} the ${text(after.item)}`;
    case 'audit.substituted':
      return `${code}: ${text(after.title)} put in the place of ${text(before.title)} in the audit`;
    case 'audit.proposed':
      return `${code}: audit proposed as ${text(after.outcome)}`;
    case 'audit.seconded':
      return `${code}: ${text(after.by)} ${after.agrees === true ? 'agrees' : 'does not agree'} with ${text(before.by)} about the audit${said(after.note)}`;
    case 'audit.decided':
      return `${code}: audit decided as ${text(after.outcome)} (${text(after.citation)})${after.reversal === true ? ', the decision before is reversed' : ''}${said(after.reason)}`;
    default:
      return null;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function said(value: unknown): string {
  return typeof value === 'string' && value !== '' ? `: ${value}` : '';
}
