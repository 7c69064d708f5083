import type { OfficeProfile, QuotedSentence } from '../../../shared/domain/notice.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { FittedAddress } from '../address/fit-address.ts';
import { drawWindowAddress } from '../address/window-address.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';
import { drawLetterhead } from '../letter/letterhead.ts';
import { drawPlainFootForm } from '../letter/plain-foot.ts';
import { drawSignature, type PlacedSignature, signatureHeight } from '../letter/signature.ts';
import { ASIDE, DENSITIES, type Density, LEFT, RIGHT, STYLES } from '../letter/styles.ts';
import type { Content, Style } from '../pdf/content.ts';
import type { PlacedPictures } from '../print-pages.ts';
import type { ApplicationText } from './application-text.ts';

/** A letter to one applicant. */
export interface ApplicationLetter {
  readonly office: OfficeProfile;
  readonly envelope: EnvelopeProfile;
  /** Where the window shows it; null where there is none that fits. */
  readonly address: FittedAddress | null;
  readonly text: ApplicationText;
  /** Each with a box to tick (what is missing) or a bar at its left (a reason). */
  readonly list: readonly string[];
  readonly marks: 'boxes' | 'bar';
  /** Label and value at the right, beside the address. */
  readonly facts: readonly (readonly [string, string])[];
  /** The policy's own sentences, small, below the text. */
  readonly quotes: readonly QuotedSentence[];
}

const SUBJECT = 262;
const BOTTOM = 640;
const INDENT = 20;

/** Its page: the text as loosely set as there is room. @throws StandingError `letter-too-long` */
export function applicationLetterPage(
  letter: ApplicationLetter,
): (content: Content, pictures: PlacedPictures) => void {
  return (content, { logo, signature }) => {
    drawLetterhead(content, letter.office, letter.envelope, logo);
    if (letter.address !== null) drawWindowAddress(content, letter.address, letter.envelope);
    letter.facts.forEach(([label, value], at) => {
      content.text(STYLES.label, ASIDE, 96 + at * 17, label);
      content.text(STYLES.valueBold, RIGHT, 96 + at * 17, value, 'right');
    });
    content.text(STYLES.subject, LEFT, SUBJECT, letter.text.subject.join(' '));
    const density = DENSITIES.find((one) => height(content, letter, signature, one) <= BOTTOM - SUBJECT);
    if (density === undefined)
      throw new StandingError(
        'letter-too-long',
        'The letter does not fit on its page.',
        'Shorten the reason.',
      );
    drawText(content, letter, signature, density);
    drawPlainFootForm(content, letter.office, 'Applications and questions');
  };
}

interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly leading: number;
  readonly indent: number;
  readonly mark: 'none' | 'boxes' | 'bar';
}

function pieces(letter: ApplicationLetter, density: Density): readonly Piece[] {
  const { text: style, leading, policy, policyLeading } = density;
  const words = (texts: readonly string[]): readonly Piece[] =>
    texts.map((text) => ({ text, style, leading, indent: 0, mark: 'none' }));
  return [
    ...words(letter.text.greeting),
    ...words(letter.text.opening),
    ...letter.list.map((text): Piece => ({ text, style, leading, indent: INDENT, mark: letter.marks })),
    ...words(letter.text.afterList),
    ...letter.quotes.map(
      ({ citation, sentence }): Piece => ({
        text: `“${sentence}” (${citation})`,
        style: policy,
        leading: policyLeading,
        indent: 0,
        mark: 'none',
      }),
    ),
    ...words(letter.text.closing),
  ];
}

function height(
  content: Content,
  letter: ApplicationLetter,
  signature: PlacedSignature | null,
  density: Density,
): number {
  const signed = signature === null ? 0 : signatureHeight(signature, density) + density.gap;
  return pieces(letter, density).reduce(
    (sum, { text, style, leading, indent }) =>
      sum + content.broken(style, text, RIGHT - LEFT - indent).length * leading + density.gap,
    signed + density.gap + 6,
  );
}

function drawText(
  content: Content,
  letter: ApplicationLetter,
  signature: PlacedSignature | null,
  density: Density,
): void {
  let y = SUBJECT + density.gap + 6;
  for (const { text, style, leading, indent, mark } of pieces(letter, density)) {
    const lines = content.broken(style, text, RIGHT - LEFT - indent);
    if (mark === 'boxes') content.frame('accent', 0.9, LEFT + 2, y + 1.5, 9, 9);
    if (mark === 'bar') content.box('accent', LEFT + 2, y, 2.5, lines.length * leading);
    content.lines(style, LEFT + indent, y + style.size * 0.95, leading, lines);
    y += lines.length * leading + density.gap;
  }
  if (signature !== null) drawSignature(content, signature, density, y);
}
