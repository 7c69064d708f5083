import type { SlipRecognised } from '../../../shared/domain/attestations.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { parseSheetCode } from '../../../shared/domain/sheet-code.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { type AttestationSheet, attestationSheet } from '../../repositories/sheets.ts';
import { lookup } from '../lookup.ts';
import type { OfficeView } from '../office.ts';
import { groundOf } from '../points/preview.ts';
import { slipOf } from './slip.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

const CANDIDATES = 6;

/**
 * Whose slip is meant by its scanned code, a member's number or a name, and what it may attest. What cannot be read is told in a
 * sentence, not thrown: the desk types on.
 */
export async function recogniseSlip(
  view: View,
  typed: string,
  attestedOn: CalendarDate,
  today: CalendarDate,
): Promise<SlipRecognised> {
  const text = typed.trim();
  if (text === '') return nothing(null);
  if (/^ST\d\./i.test(text)) {
    const sheet = await slipSheet(view, text);
    if (typeof sheet === 'string') return nothing(sheet);
    const ground = await groundOf(view, sheet.memberNo, today);
    return { slip: slipOf(ground, attestedOn, sheet), candidates: [], message: null };
  }
  if ((await memberIdOf(view.reader, text)) !== null) {
    const ground = await groundOf(view, text, today);
    return { slip: slipOf(ground, attestedOn, null), candidates: [], message: null };
  }
  const hits = lookup(view, text, CANDIDATES);
  if (hits.length === 0) return nothing(`No one matches “${text}”.`);
  return {
    slip: null,
    candidates: hits.map(({ memberNo, name }) => ({ memberNo, name })),
    message: 'Several members come near: choose one.',
  };
}

/** The sheet of a scanned code; a sentence where it is no attestation slip of this office. */
export async function slipSheet(
  view: Pick<OfficeView, 'reader'>,
  typed: string,
): Promise<AttestationSheet | string> {
  const code = parseSheetCode(typed.trim().toUpperCase());
  if (code === null)
    return 'The code of the slip was not read whole: scan it again, or type the member’s number.';
  const { run, sheet, purpose } = code;
  if (purpose !== 'CC')
    return `Sheet ${sheet} of run ${run} is no CCP compliance notice: its slip attests nothing. Type the member’s number if it was signed all the same.`;
  return (
    (await attestationSheet(view.reader, run, sheet)) ??
    `This office has no sheet ${sheet} of a run ${run}: type the member’s number or name.`
  );
}

function nothing(message: string | null): SlipRecognised {
  return { slip: null, candidates: [], message };
}
