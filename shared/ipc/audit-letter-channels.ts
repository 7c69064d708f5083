import { z } from 'zod';
import type { CaseView } from '../domain/audit-case.ts';
import { AUDIT_LETTER_KINDS, type LettersWaiting } from '../domain/audit-letters.ts';
import type { RunSummary } from '../domain/renewals.ts';
import { isCalendarDate } from '../util/dates.ts';
import { channel } from './define.ts';

// The letters of the audit desk, and what makes a decision final or takes it back.

const audit = z.number().int().min(1);
const said = z.string().max(500);
const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');

export const auditLetterChannels = {
  'audits.letters': channel<LettersWaiting>()('reader', z.undefined()),
  'audits.prepareLetters': channel<RunSummary>()('job', z.object({ kind: z.enum(AUDIT_LETTER_KINDS) })),
  'audits.dropLetter': channel<CaseView>()(
    'office',
    z.object({ audit, letter: z.number().int().min(1), reason: said }),
  ),
  'audits.withdraw': channel<CaseView>()('office', z.object({ audit, reason: said })),
  'audits.declareFinal': channel<CaseView>()(
    'office',
    z.object({ audit, on: date, way: said, reason: said, approvedBy: z.string().max(120).nullable() }),
  ),
} as const;
