import { isTwoSided } from './two-sided.ts';

/** What a page says about whose it is. */
export type PageMark =
  /** The cover sheet of a case, printed to be laid before papers. */
  | { readonly kind: 'cover'; readonly audit: number; readonly activity: number | null }
  /** A notice that came back: it says whose it is itself, but nothing of what lies behind it. */
  | { readonly kind: 'sheet'; readonly run: string; readonly sheet: number }
  /** No code. */
  | { readonly kind: 'none' }
  /** An empty back. */
  | { readonly kind: 'blank' }
  /** Codes that do not agree, or one that cannot be read. */
  | { readonly kind: 'unclear'; readonly why: string };

/** Pages in a row that belong together, from 1. */
export interface SplitPart {
  readonly mark: Exclude<PageMark, { kind: 'blank' }>;
  readonly firstPage: number;
  readonly lastPage: number;
}

/**
 * Splits a scan at its cover sheets: what lies behind one belongs to it, up to the next code. What lies behind a notice, or before the first
 * code, names nobody; and what lies behind a code that cannot be read waits with it, since that may have been a cover.
 */
export function splitPages(marks: readonly PageMark[]): readonly SplitPart[] {
  const parts: SplitPart[] = [];
  withoutGuesses(marks).forEach((mark, at) => {
    const page = at + 1;
    const last = parts.at(-1);
    if (last !== undefined && goesOn(last.mark, mark)) parts[parts.length - 1] = { ...last, lastPage: page };
    else
      parts.push({ mark: mark.kind === 'blank' ? { kind: 'none' } : mark, firstPage: page, lastPage: page });
  });
  return parts;
}

const BEHIND_EMPTY =
  'An empty page lies before it, which may be the back of a cover sheet of another: look whose it is.';
const CODE_BEHIND = 'Its back has a code: look whether it belongs there or to the pages before it.';

/** Pages that seem to go on behind a cover sheet, but may be of another: they are unclear, and so is all that follows up to the next code. */
function withoutGuesses(marks: readonly PageMark[]): readonly PageMark[] {
  const twoSided = isTwoSided(marks);
  let [behindCover, behindEmpty] = [false, false];
  return marks.map((mark, at) => {
    if (mark.kind === 'blank') {
      behindEmpty = true;
      return mark;
    }
    if (mark.kind !== 'none') {
      [behindCover, behindEmpty] = [mark.kind === 'cover', false];
      return mark;
    }
    if (!behindCover) return mark;
    if (!twoSided) return behindEmpty ? { kind: 'unclear', why: BEHIND_EMPTY } : mark;
    const back = at % 2 === 0 ? marks[at + 1]?.kind : undefined;
    return back === 'cover' || back === 'sheet' || back === 'unclear'
      ? { kind: 'unclear', why: CODE_BEHIND }
      : mark;
  });
}

function goesOn(before: SplitPart['mark'], mark: PageMark): boolean {
  switch (mark.kind) {
    case 'blank':
      return true;
    case 'none':
      return before.kind !== 'sheet';
    case 'cover':
      return before.kind === 'cover' && before.audit === mark.audit && before.activity === mark.activity;
    case 'sheet':
      return before.kind === 'sheet' && before.run === mark.run && before.sheet === mark.sheet;
    case 'unclear':
      return before.kind === 'unclear' && before.why === mark.why && mark.why === BEHIND_EMPTY;
  }
}
