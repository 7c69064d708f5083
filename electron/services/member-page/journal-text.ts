import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { auditText } from './audit-text.ts';
import { cycleText } from './cycle-text.ts';
import { emailText } from './email-text.ts';
import { moneyText } from './money-text.ts';
import { pointsText } from './points-text.ts';
import { recertificationText } from './recertification-text.ts';

/** The parts of a journal entry's detail that sentences are made of. */
interface Detail {
  readonly code?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly run?: string;
  readonly sheet?: number;
  readonly reason?: string;
  readonly moveDate?: string;
}

/** A journal entry in plain words; an action without words of its own shows its name. */
export function journalText(action: string, detailText: string): string {
  // Written by appendJournal; what the sentence needs is looked for, never assumed.
  const detail = JSON.parse(detailText) as Detail | null;
  const code = detail?.code ?? '';
  const after = record(detail?.after);
  switch (action) {
    case 'fee.invoiced':
      return `${code}: fee of ${cents(after.amountCents)} invoiced, due ${date(after.dueOn)}`;
    case 'cycle.rolled':
      return `${code}: ${Array.isArray(detail?.after) && detail.after.length > 1 ? `${detail.after.length} cycles` : 'cycle'} rolled`;
    case 'lapse.marked':
      return `${code}: marked as lapsed by ${String(after.cause)} since ${date(after.since)}`;
    case 'lapse.lifted':
      return `${code}: lapse lifted`;
    case 'member.contact-changed':
      return 'Address, e-mail or phone changed';
    case 'mail.returned':
      return `Sheet ${String(detail?.sheet)} of run ${String(detail?.run)} came back: ${String(detail?.reason)}`;
    case 'mail.return-undone':
      return `Sheet ${String(detail?.sheet)} of run ${String(detail?.run)} did not come back after all`;
    case 'member.moved':
      return `Address changed by a move update${detail?.moveDate ? ` (moved ${detail.moveDate})` : ''}`;
    case 'member.address-lost':
      return `Address marked as bad by a move update: ${String(detail?.reason)}`;
    case 'member.address-confirmed':
      return 'Address confirmed: post goes there again';
    case 'badge.requested':
      return `${code}: badge asked for (${String(detail?.reason)})`;
    case 'badge.request-withdrawn':
      return `${code}: badge request withdrawn: ${String(detail?.reason)}`;
    case 'eligibility.printed':
      return `${code}: eligibility judged and printed`;
    default:
      return (
        emailText(action, record(detail)) ??
        moneyText(action, code, record(detail?.before), after) ??
        pointsText(action, code, record(detail?.before), after) ??
        recertificationText(action, code, record(detail?.before), after) ??
        cycleText(action, code, record(detail?.before), after) ??
        auditText(action, code, record(detail?.before), after) ??
        action.replace('.', ': ').replaceAll('-', ' ')
      );
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function cents(value: unknown): string {
  return typeof value === 'number' ? displayCents(value) : '';
}

function date(value: unknown): string {
  return typeof value === 'string' ? displayDate(value) : '';
}
