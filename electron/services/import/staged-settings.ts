import { z } from 'zod';
import { IMPORT_KINDS } from '../../../shared/domain/import.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { openStaging, type StagedFile } from '../../db/import/staging.ts';
import type { ImportSettings } from './kinds/kind.ts';

const about = z.object({
  settings: z.object({ kind: z.enum(IMPORT_KINDS), today: z.string().refine(isCalendarDate) }),
});

/** Opens staged rows with the settings they were staged under; null where they are missing, damaged or incomplete. */
export function openStaged(
  file: string,
): { readonly staged: StagedFile; readonly settings: ImportSettings } | null {
  const staged = openStaging(file);
  if (staged === null) return null;
  const read = about.safeParse(staged.about);
  if (read.success) return { staged, settings: read.data.settings };
  staged.close();
  return null;
}
