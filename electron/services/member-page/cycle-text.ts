import { displayDate } from '../../../shared/util/dates.ts';

type Part = Readonly<Record<string, unknown>>;

/** A journal entry about a member's cycles, lapses and worklists in plain words; null for an action of another kind. */
export function cycleText(action: string, code: string, before: Part, after: Part): string | null {
  const because = text(after.reason) === '' ? '' : `: ${text(after.reason)}`;
  const decided = ` (${text(after.citation)}, allowed by ${text(after.approvedBy)})`;
  switch (action) {
    case 'fact.corrected':
      return `Corrected: ${text(after.what)}${because}`;
    case 'cycle.reopened':
      return `${code}: cycle from ${date(before.start)} to ${date(before.end)} reopened${because}${decided}`;
    case 'lapse.reversed':
      return `${code}: lapse by ${text(before.cause)} since ${date(before.since)} reversed, ${text(after.what)}${because}${decided}`;
    case 'worklist.note':
      return `Note on a worklist: ${text(after.text)}`;
    case 'worklist.snoozed':
      return `Put off on a worklist until ${date(after.until)}: ${text(after.text)}`;
    case 'worklist.done':
      return `Done on a worklist${text(after.text) === '' ? '' : `: ${text(after.text)}`}`;
    case 'worklist.back':
      return 'Back on a worklist';
    default:
      return null;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function date(value: unknown): string {
  return typeof value === 'string' ? displayDate(value) : '';
}
