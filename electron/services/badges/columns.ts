import { BADGE_FIELDS, type BadgeField } from '../../../shared/domain/badges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { aliasName } from '../import/header-names.ts';

/** A column of Credly's bulk-issue file and what is written into it; null = it stays empty. */
export interface BadgeColumn {
  readonly header: string;
  readonly field: BadgeField | null;
}

interface Named<Field extends string> {
  readonly id: Field;
  /** Spelled as `aliasName` spells, separated by spaces. */
  readonly aliases: string;
}

/** Which column is which field, by its name; what Credly marks as required or optional is no part of the name. Each field once. */
export function byName<Field extends string>(
  header: readonly string[],
  fields: readonly Named<Field>[],
): readonly (Field | null)[] {
  const taken = new Set<Field>();
  return header.map((name) => {
    const plain = aliasName(name).replace(/(required|optional)$/, '');
    const field = fields.find(({ id, aliases }) => !taken.has(id) && aliases.split(' ').includes(plain));
    if (field === undefined) return null;
    taken.add(field.id);
    return field.id;
  });
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
