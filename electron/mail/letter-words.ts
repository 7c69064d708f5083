import type { NoticeSheet, OfficeProfile, QuotedSentence } from '../../shared/domain/notice.ts';
import { displayDate } from '../../shared/util/dates.ts';
import { filled, first } from '../printing/letter/body.ts';
import { type LetterPart, letterParts } from '../printing/letter/letter-parts.ts';
import { officeAddress } from '../printing/letter/merge-fields.ts';
import type { LetterTemplate } from '../printing/letter/template.ts';
import { certificationFacts } from './certification-facts.ts';
import { slipBlocks } from './slip-words.ts';

/** A part of an e-mailed letter. */
export type WordBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'small'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | {
      readonly kind: 'facts';
      /** Empty = none. */
      readonly title: string;
      readonly facts: readonly (readonly [label: string, value: string])[];
    };

/** What an e-mailed letter says, however it is set. */
export interface LetterWords {
  readonly subject: string;
  readonly blocks: readonly WordBlock[];
}

/** The words of a piece's letter, in the order in which the sheet has them; the slip to print and send in comes last. */
export function letterWords(office: OfficeProfile, letter: LetterTemplate, sheet: NoticeSheet): LetterWords {
  const subject = filled(first(letter.subject), office, sheet);
  return {
    subject,
    blocks: [
      { kind: 'lines', lines: [office.name, ...officeAddress(office), displayDate(sheet.dated)] },
      { kind: 'heading', text: subject },
      { kind: 'small', text: `Member number ${sheet.memberNo}. Notice ${sheet.run}, ${sheet.sheet}.` },
      ...letterParts(sheet).flatMap((part) => partBlocks(part, office, letter, sheet)),
      ...slipBlocks(office, letter, sheet),
      { kind: 'small', text: howToStop(office, 'notice') },
    ],
  };
}

function partBlocks(
  part: LetterPart,
  office: OfficeProfile,
  letter: LetterTemplate,
  sheet: NoticeSheet,
): readonly WordBlock[] {
  if (part === 'table') return certificationFacts(sheet);
  if (part === 'policy') return [quoted(sheet.consequence)];
  if (part === 'selection') return (sheet.selection ?? []).map(quoted);
  if (part === 'ways-back') return (sheet.waysBack ?? []).map(quoted);
  return (letter[part.section] ?? []).map((paragraph) => ({
    kind: 'paragraph',
    text: filled(paragraph, office, sheet),
  }));
}

function quoted({ citation, sentence }: QuotedSentence): WordBlock {
  return { kind: 'small', text: `“${sentence}” Policy ${citation}.` };
}

/** @param thing what it is, in one word */
export function howToStop(office: OfficeProfile, thing: string): string {
  return `You get this ${thing} by e-mail from ${office.name}. To get no more e-mail from us, answer with the word “unsubscribe”; notices then come by post.`;
}
