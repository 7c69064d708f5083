import { displayDate } from '../../../shared/util/dates.ts';
import type { FittedAddress } from '../address/fit-address.ts';
import { drawWindowAddress } from '../address/window-address.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';
import { drawLetterhead } from '../letter/letterhead.ts';
import { drawSeal } from '../letter/seal.ts';
import type { PlacedSignature } from '../letter/signature.ts';
import { LEFT, STYLES } from '../letter/styles.ts';
import type { Content, Style } from '../pdf/content.ts';
import type { PlacedPictures } from '../print-pages.ts';
import type { Award } from './award.ts';
import { drawRosette } from './guilloche.ts';

/** A card as bank cards are (ISO/IEC 7810 ID-1), 3.375 by 2.125 inches; front and back hang together at a fold. */
const WIDTH = 243;
const HEIGHT = 153;
const CARD_LEFT = (612 - WIDTH) / 2;
const TOP = 330;

const NAME: Style = { face: 'textBold', size: 14.5, ink: 'ink' };
const CODE: Style = { face: 'textBold', size: 26, ink: 'white' };
const OFFICE: Style = { face: 'textBold', size: 9.5, ink: 'white' };
const TITLE: Style = { face: 'plainBold', size: 9, ink: 'accent' };
const LABEL: Style = { face: 'plain', size: 6.5, ink: 'soft' };
const VALUE: Style = { face: 'plainBold', size: 8.5, ink: 'ink' };
const TINY: Style = { face: 'plain', size: 7, ink: 'soft' };

/** Where member number, day and certificate number stand, from the card's text margin. */
const FACT_LEFTS = [0, 62, 148];

/** The sheet with the card: cut along the line, fold across the middle. */
export function walletCardPage(
  award: Award,
  envelope: EnvelopeProfile,
  address: FittedAddress | null,
): (content: Content, pictures: PlacedPictures) => void {
  return (content, { logo, signature }) => {
    drawLetterhead(content, award.office, envelope, logo);
    if (address !== null) drawWindowAddress(content, address, envelope);
    content.text(STYLES.subject, LEFT, 262, 'Your wallet card');
    content.text(
      STYLES.value,
      LEFT,
      282,
      'Cut along the outer line, fold it backwards across the middle, and glue the halves together.',
    );
    front(content, award, TOP);
    content.frame('soft', 0.5, CARD_LEFT, TOP, WIDTH, 2 * HEIGHT);
    content.rule('soft', 0.5, CARD_LEFT - 26, TOP + HEIGHT, CARD_LEFT - 4, TOP + HEIGHT, '2 2');
    content.rule(
      'soft',
      0.5,
      CARD_LEFT + WIDTH + 4,
      TOP + HEIGHT,
      CARD_LEFT + WIDTH + 26,
      TOP + HEIGHT,
      '2 2',
    );
    content.text(STYLES.small, CARD_LEFT - 30, TOP + HEIGHT + 2.5, 'fold', 'right');
    content.text(STYLES.small, CARD_LEFT + WIDTH + 30, TOP + HEIGHT + 2.5, 'fold');
    // Last: what it turns on its head stays so.
    back(content, award, signature, TOP + HEIGHT);
  };
}

function front(content: Content, award: Award, top: number): void {
  const right = CARD_LEFT + WIDTH;
  content.box('accent', CARD_LEFT, top, WIDTH, 44);
  drawSeal(content, award.office.name, CARD_LEFT + 12, top + 7, 30);
  const lines = content.broken(OFFICE, award.office.name, WIDTH - 62 - content.width(CODE, award.code) - 14);
  content.lines(OFFICE, CARD_LEFT + 50, top + 26 - (lines.length - 1) * 5.5, 11, lines);
  content.text(CODE, right - 12, top + 31, award.code, 'right');
  content.text(fitted(content, NAME, award.memberName), CARD_LEFT + 14, top + 70, award.memberName);
  content.text(TITLE, CARD_LEFT + 14, top + 86, award.certificationName);
  content.rule('soft', 0.35, CARD_LEFT + 14, top + 101, right - 14, top + 101);
  const facts: readonly (readonly [string, string])[] = [
    ['Member number', award.memberNo],
    ['Recertified', displayDate(award.recertifiedOn)],
    ['Certificate', award.certificateNo ?? '–'],
  ];
  facts.forEach(([label, value], at) => {
    const x = CARD_LEFT + 14 + (FACT_LEFTS[at] ?? 0);
    content.text(LABEL, x, top + 115, label);
    content.text(VALUE, x, top + 127, value);
  });
}

function back(content: Content, award: Award, signature: PlacedSignature | null, top: number): void {
  // Folded backwards it hangs on its head: drawn upright here it would be read upside down on the card.
  const [cx, cy] = [CARD_LEFT + WIDTH / 2, 792 - (top + HEIGHT / 2)];
  content.raw(`q -1 0 0 -1 ${2 * cx} ${2 * cy} cm`);
  drawRosette(content, cx, top + HEIGHT / 2, 70);
  const left = CARD_LEFT + 14;
  const condition = award.bound
    ? `In force while the annual fees are paid and the CCP points of each three-year cycle are earned, the first by ${displayDate(award.cycleEnd)}.`
    : 'In force while the annual fees are paid.';
  content.lines(TINY, left, top + 22, 9.5, content.broken(TINY, condition, WIDTH - 28));
  const ask = [award.office.phone, award.office.website].filter((part) => part !== '').join('  ·  ');
  content.text(TINY, left, top + 56, 'Whether it is in force today:');
  content.text(VALUE, left, top + 67, ask);
  if (signature !== null && signature.image !== null) {
    const { name, width, height } = signature.image;
    const scale = Math.min(24 / height, 110 / width);
    content.place(name, left, top + 118, width * scale, height * scale);
  }
  content.rule('soft', 0.4, left, top + 121, left + 120, top + 121);
  content.text(
    LABEL,
    left,
    top + 131,
    [signature?.name ?? 'Signature', signature?.title ?? ''].filter((part) => part !== '').join(', '),
  );
  content.raw('Q');
}

function fitted(content: Content, style: Style, text: string): Style {
  const width = content.width(style, text);
  return width <= WIDTH - 28 ? style : { ...style, size: (style.size * (WIDTH - 28)) / width };
}
