import {
  Ban,
  CircleCheck,
  CircleHelp,
  CircleSlash,
  Copy,
  FileWarning,
  type LucideIcon,
  Undo2,
} from 'lucide-react';
import type { LineOutcome } from '../../../shared/domain/receipts.ts';
import { OUTCOME_WORDS } from './line-words.ts';

const SHAPES: Readonly<Record<LineOutcome, LucideIcon>> = {
  matched: CircleCheck,
  doubtful: CircleHelp,
  unmatched: CircleSlash,
  duplicate: Copy,
  back: Undo2,
  unpaid: Ban,
  refused: FileWarning,
};

/** What became of a line, by word and shape. */
export function OutcomeMark({ outcome }: { readonly outcome: LineOutcome }) {
  const Shape = SHAPES[outcome];
  return (
    <span className={`outcome outcome--${outcome}`}>
      <Shape size={14} strokeWidth={2} aria-hidden />
      {OUTCOME_WORDS[outcome]}
    </span>
  );
}
