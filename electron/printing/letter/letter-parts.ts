import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { PAPERS_FATES } from '../../../shared/domain/return-letters.ts';
import { isCasePurpose } from '../../../shared/domain/sheet-code.ts';
import { caseParts } from './case-parts.ts';
import type { Section } from './template.ts';

/** A part of a letter between the address and the slip. `tight`: what follows belongs to it. */
export type LetterPart =
  | { readonly section: Section; readonly tight?: boolean }
  /** The certifications with what is asked for. */
  | 'table'
  /** The policy's sentence that says what happens if not, or what happened. */
  | 'policy'
  /** The policy's sentences that say how to come back. */
  | 'ways-back'
  /** The policy's sentences that say how members are selected for an audit. */
  | 'selection';

/** What a sheet says, in its order: what it has nothing to say about is left out. */
export function letterParts(sheet: NoticeSheet): readonly LetterPart[] {
  const opening: LetterPart = { section: sheet.lines.length > 1 ? 'opening-several' : 'opening-one' };
  const begin: readonly LetterPart[] = [{ section: 'greeting' }, opening, 'table'];
  const end: LetterPart = { section: 'closing' };
  if (sheet.purpose === 'CC') {
    return [...begin, { section: 'how-to-record' }, { section: 'if-not-met', tight: true }, 'policy', end];
  }
  if (sheet.purpose === 'LP') {
    const byCcp = sheet.lines.some(({ lapse }) => lapse?.routes.includes('ccp') === true);
    const way: LetterPart = { section: byCcp ? 'back-by-ccp' : 'back-by-exam', tight: true };
    return [...begin, 'policy', way, 'ways-back', end];
  }
  if (sheet.purpose === 'AU') {
    const drawn = sheet.lines.some(({ audit }) => (audit?.campaign ?? null) !== null);
    const why: LetterPart = { section: drawn ? 'drawn' : 'for-cause', tight: true };
    const rest: readonly LetterPart[] = [{ section: 'what-to-send' }, { section: 'how-to-send' }];
    return [...begin, why, 'selection', ...rest, { section: 'if-not-shown', tight: true }, 'policy', end];
  }
  if (sheet.purpose === 'RT') {
    const fates = PAPERS_FATES.filter((fate) => sheet.received?.some(({ papers }) => papers === fate));
    return [
      { section: 'greeting' },
      { section: 'opening', tight: true },
      'policy',
      'table',
      ...fates.map((fate) => ({ section: `papers-${fate}` }) as const),
      { section: 'when-to-send' },
      end,
    ];
  }
  if (isCasePurpose(sheet.purpose)) return caseParts(sheet.purpose, sheet);
  if (sheet.purpose === 'RC') return [...begin, { section: 'keep' }, 'policy', end];
  const arrears = sheet.lines.some((line) => line.arrearsCents > 0);
  const outstanding = sheet.lines.some((line) => line.boundByCcp && line.pointsOutstanding > 0);
  return [
    ...begin,
    ...(arrears ? [{ section: 'arrears' } as const] : []),
    ...(outstanding ? [{ section: 'points' } as const] : []),
    { section: 'if-not-paid', tight: true },
    'policy',
    { section: 'how-to-pay' },
    end,
  ];
}
