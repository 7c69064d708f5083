import type { BadgeExport } from '../../../shared/domain/badges.ts';
import { badgeExports } from '../../repositories/badge-exports.ts';
import type { OfficeView } from '../office.ts';

const SHOWN = 100;

/** The exports of badges, the newest first. */
export function listExports(view: Pick<OfficeView, 'reader'>): Promise<readonly BadgeExport[]> {
  return badgeExports(view.reader, SHOWN);
}
