import type { ActivityCategory, ActivitySource } from '../../../shared/domain/codes.ts';
import type { ActivityCriteria } from '../../../shared/domain/facts.ts';
import type { ActivityDraft, DraftFieldName, Evidence } from '../../../shared/domain/points.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';

/** An activity while it is typed. */
export interface ActivityForm {
  readonly category: ActivityCategory;
  readonly title: string;
  readonly provider: string;
  readonly completedOn: string;
  readonly employedFrom: string;
  readonly employedTo: string;
  readonly hours: string;
  readonly claimed: string;
  readonly criteria: ActivityCriteria;
  readonly source: ActivitySource;
  readonly evidence: Evidence;
}

export const EMPTY_FORM: ActivityForm = {
  category: 'professional-education',
  title: '',
  provider: '',
  completedOn: '',
  employedFrom: '',
  employedTo: '',
  hours: '',
  claimed: '',
  criteria: { job: false, knowledge: false, degree: false },
  source: 'staff',
  evidence: 'member',
};

/** An empty form that keeps what is mostly the same from one activity to the next. */
export function nextForm({ category, criteria, source, evidence }: ActivityForm): ActivityForm {
  return { ...EMPTY_FORM, category, criteria, source, evidence };
}

export function formOf(activity: ActivityDraft & { readonly granted: number }): ActivityForm {
  const { category, title, provider, completedOn, employedFrom, employedTo, hours, claimed } = activity;
  return {
    category,
    title,
    provider,
    completedOn: completedOn ?? '',
    employedFrom: employedFrom ?? '',
    employedTo: employedTo ?? '',
    hours: hours === null ? '' : String(hours),
    // What a file brought has no other figure than the points recorded; what AMT gave for its own activity stands.
    claimed: String(claimed ?? (hours === null || activity.source === 'amt-online' ? activity.granted : '')),
    criteria: activity.criteria,
    source: activity.source,
    evidence: activity.evidence,
  };
}

export interface FormProblem {
  readonly field: DraftFieldName;
  readonly text: string;
}

/** The draft that the form means; a problem where a figure or day cannot be read. */
export function readForm(form: ActivityForm): ActivityDraft | FormProblem {
  const employment = form.category === 'employment-verification';
  const days = employment ? (['employedFrom', 'employedTo'] as const) : (['completedOn'] as const);
  for (const field of days)
    if (form[field] !== '' && !isCalendarDate(form[field]))
      return { field, text: 'This is no day of the calendar.' };
  const hours = quantity(form.hours);
  if (hours === undefined)
    return { field: 'hours', text: 'Hours are a number with at most two decimals, such as 2.5.' };
  const claimed = quantity(form.claimed);
  if (claimed === undefined)
    return { field: 'claimed', text: 'Points are a number with at most two decimals, such as 2.5.' };
  const { category, title, provider, criteria, source, evidence } = form;
  return {
    category,
    title,
    provider,
    completedOn: employment ? null : dayOf(form.completedOn),
    employedFrom: employment ? dayOf(form.employedFrom) : null,
    employedTo: employment ? dayOf(form.employedTo) : null,
    hours,
    claimed,
    criteria,
    source,
    evidence,
  };
}

export function isProblem(read: ActivityDraft | FormProblem): read is FormProblem {
  return 'field' in read;
}

function dayOf(text: string): string | null {
  return text === '' ? null : text;
}

/** null where nothing is typed; undefined where it is no number. */
function quantity(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d{0,5}(?:\.\d{0,2})?$/.test(typed) && typed !== '.' ? Number(typed) : undefined;
}
