import { BADGE_FIELDS, type BadgeField } from '../../../shared/domain/badges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { byName } from '../import/read-table.ts';

/** A column of Credly's bulk-issue file and what is written into it; null = it stays empty. */
export interface BadgeColumn {
  readonly header: string;
  readonly field: BadgeField | null;
}

/**
 * The columns of a bulk-issue template, mapped by name.
 * @param origin names the template in the refusal
 * @throws StandingError `badge-columns` naming what Credly requires and the template has no column for
 */
export function badgeColumns(header: readonly string[], origin: string): readonly BadgeColumn[] {
  const fields = byName(header, BADGE_FIELDS);
  const missing = BADGE_FIELDS.filter(({ id, required }) => required && !fields.includes(id));
  if (missing.length > 0)
    throw new StandingError(
      'badge-columns',
      `${origin} has no column for ${missing.map(({ title }) => title.toLowerCase()).join(', ')}.`,
      'Download a fresh bulk-issue template from Credly (Badges, Issue, Download Template) and choose that file.',
    );
  return header.map((name, at) => ({ header: name, field: fields[at] ?? null }));
}
