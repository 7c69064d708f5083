import type { LineCase, NoticeSheet } from '../../../shared/domain/notice.ts';
import type { CasePurpose } from '../../../shared/domain/sheet-code.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import type { LetterPart } from './letter-parts.ts';

/** What a letter of the audit desk says, in its order. */
export function caseParts(
  purpose: CasePurpose,
  { lines }: Pick<NoticeSheet, 'lines'>,
): readonly LetterPart[] {
  const told = lines[0]?.case;
  const begin: readonly LetterPart[] = [{ section: 'greeting' }, { section: 'opening-one' }, 'table'];
  const end: LetterPart = { section: 'closing' };
  switch (purpose) {
    case 'AK':
      return [...begin, { section: 'what-next', tight: true }, 'policy', end];
    case 'AM':
      return [
        ...begin,
        { section: 'what-is-missing' },
        { section: 'how-to-send' },
        { section: 'if-not-shown', tight: true },
        'policy',
        end,
      ];
    case 'AE':
      return [...begin, { section: 'if-not-shown', tight: true }, 'policy', end];
    case 'AC':
      return [...begin, { section: 'keep', tight: true }, 'policy', end];
    case 'AN':
      return [
        ...begin,
        { section: 'lapsed', tight: true },
        'policy',
        ...waysBack(told),
        ...appealed(told),
        end,
      ];
    case 'AR':
      return [...begin, { section: 'stands', tight: true }, 'policy', end];
    case 'AD': {
      const now: LetterPart = { section: onAppeal(told), tight: true };
      return [...begin, now, 'policy', ...waysBack(told), ...appealed(told), end];
    }
    default:
      return assertNever(purpose);
  }
}

function onAppeal(told: LineCase | undefined): 'upheld' | 'now-compliant' | 'now-non-compliant' {
  if (told?.reversal !== true) return 'upheld';
  return told.outcome === 'compliant' ? 'now-compliant' : 'now-non-compliant';
}

function waysBack(told: LineCase | undefined): readonly LetterPart[] {
  if (told === undefined || told.routes.length === 0) return [];
  return [
    { section: told.routes.includes('ccp') ? 'back-by-ccp' : 'back-by-exam', tight: true },
    'ways-back',
  ];
}

function appealed(told: LineCase | undefined): readonly LetterPart[] {
  return told?.appealBy == null ? [] : [{ section: 'how-to-appeal' }];
}
