import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import { type ApplicationField, isOfficeField, officeFieldText } from '../letter/merge-fields.ts';
import { type Paragraph, parseLetter } from '../letter/template.ts';

/** What a letter about an application says of its member and of the application. */
export type ApplicationFacts = Readonly<
  Record<ApplicationField | 'member.name' | 'member.number' | 'received.date', string>
>;

/** Paragraphs by part, fields filled in. */
export interface ApplicationText {
  readonly subject: readonly string[];
  readonly greeting: readonly string[];
  readonly opening: readonly string[];
  readonly afterList: readonly string[];
  readonly closing: readonly string[];
}

/**
 * The text of a letter about an application, filled in.
 * @param name of the letter, for messages
 * @throws StandingError `bad-letter` naming what is wrong and where
 */
export function applicationText(
  text: string,
  name: string,
  office: OfficeProfile,
  facts: ApplicationFacts,
): ApplicationText {
  const letter = parseLetter(text, name, 'application');
  const filled = (paragraphs: readonly Paragraph[] = []): readonly string[] =>
    paragraphs.map(({ segments }) =>
      segments
        .map((segment) => ('text' in segment ? segment.text : wordsFor(segment.field, office, facts)))
        .join(''),
    );
  return {
    subject: filled(letter.subject),
    greeting: filled(letter.greeting),
    opening: filled(letter.opening),
    afterList: filled(letter['after-list']),
    closing: filled(letter.closing),
  };
}

function wordsFor(field: string, office: OfficeProfile, facts: ApplicationFacts): string {
  if (isOfficeField(field)) return officeFieldText(field, office);
  // A letter of this kind names no others: it is not read with them.
  return Object.entries(facts).find(([name]) => name === field)?.[1] ?? '';
}
