import { displayDate } from '../../../shared/util/dates.ts';
import { drawSeal } from '../letter/seal.ts';
import type { PlacedSignature } from '../letter/signature.ts';
import type { Content, Style } from '../pdf/content.ts';
import type { PlacedPictures } from '../print-pages.ts';
import type { Award } from './award.ts';
import { drawRosette, drawWaveFrame } from './guilloche.ts';

/** Letter, lying; in inches. */
export const CERTIFICATE_SIZE = { width: 11, height: 8.5 } as const;
const [WIDTH, HEIGHT] = [792, 612];
const MIDDLE = WIDTH / 2;
const ROOM = 560;

const OFFICE: Style = { face: 'textBold', size: 19, ink: 'accent' };
const PLAIN: Style = { face: 'textItalic', size: 14, ink: 'soft' };
const NAME: Style = { face: 'textBold', size: 40, ink: 'ink' };
const TITLE: Style = { face: 'textBold', size: 25, ink: 'accent' };
const SMALL: Style = { face: 'plain', size: 9.5, ink: 'soft' };
const FACT: Style = { face: 'plainBold', size: 10.5, ink: 'ink' };
const LOGO_HEIGHT = 62;

/** The certificate: what was earned again, by whom, and from which day on. */
export function certificatePage(award: Award): (content: Content, pictures: PlacedPictures) => void {
  return (content, { logo, signature }) => {
    drawRosette(content, MIDDLE, 320, 205);
    drawWaveFrame(
      content,
      { left: 36, top: 36, right: WIDTH - 36, bottom: HEIGHT - 36 },
      { length: 24, height: 6 },
    );
    content.frame('accent', 1.4, 48, 48, WIDTH - 96, HEIGHT - 96);
    content.frame('accent', 0.5, 52, 52, WIDTH - 104, HEIGHT - 104);
    if (logo === null) drawSeal(content, award.office.name, MIDDLE - LOGO_HEIGHT / 2, 74, LOGO_HEIGHT);
    else {
      const scale = Math.min(LOGO_HEIGHT / logo.height, 240 / logo.width);
      content.place(
        logo.name,
        MIDDLE - (logo.width * scale) / 2,
        74 + LOGO_HEIGHT,
        logo.width * scale,
        logo.height * scale,
      );
    }
    centred(content, OFFICE, 168, award.office.name);
    centred(content, PLAIN, 206, 'certifies that');
    centred(content, NAME, 258, award.memberName);
    const rule = Math.min(
      ROOM,
      content.width(fitted(content, NAME, award.memberName), award.memberName) + 60,
    );
    content.rule('accent', 0.7, MIDDLE - rule / 2, 274, MIDDLE + rule / 2, 274);
    centred(content, PLAIN, 304, waysOf[award.route]);
    centred(content, TITLE, 344, `${award.certificationName}, ${award.code}`);
    centred(
      content,
      PLAIN,
      376,
      `and holds this certification anew from ${displayDate(award.recertifiedOn)}.`,
    );
    facts(content, award);
    signed(content, signature);
    centred(content, SMALL, 546, condition(award));
  };
}

const waysOf = {
  ccp: 'has met the current requirements of the Certification Continuation Program and is recertified as',
  exam: 'has met the current eligibility criteria, passed the examination and is recertified as',
} as const;

function condition({ bound, cycleEnd }: Award): string {
  const fees = 'In force while the annual fees are paid';
  return bound
    ? `${fees} and the CCP points of each three-year cycle are earned, the first by ${displayDate(cycleEnd)}.`
    : `${fees}.`;
}

/** At the lower left: numbers and days. */
function facts(content: Content, { memberNo, certificateNo, certifiedOn, recertifiedOn }: Award): void {
  const lines = [
    ['Member number', memberNo],
    ...(certificateNo === null ? [] : [['Certificate number', certificateNo]]),
    ['First certified', displayDate(certifiedOn)],
    ['Recertified', displayDate(recertifiedOn)],
  ];
  const top = 500 - (lines.length - 1) * 17;
  lines.forEach(([label = '', value = ''], at) => {
    content.text(SMALL, 104, top + at * 17, label);
    content.text(FACT, 200, top + at * 17, value);
  });
}

/** At the lower right: who signs, above a line. */
function signed(content: Content, signature: PlacedSignature | null): void {
  const [left, right, line] = [470, WIDTH - 104, 470];
  if (signature !== null && signature.image !== null) {
    const { name, width, height } = signature.image;
    const scale = Math.min(44 / height, (right - left) / width);
    content.place(name, (left + right) / 2 - (width * scale) / 2, line - 3, width * scale, height * scale);
  }
  content.rule('ink', 0.6, left, line, right, line);
  content.text(FACT, (left + right) / 2, line + 15, signature?.name ?? 'Signature', 'center');
  if (signature !== null && signature.title !== '')
    content.text(SMALL, (left + right) / 2, line + 29, signature.title, 'center');
}

function centred(content: Content, style: Style, y: number, text: string): void {
  content.text(fitted(content, style, text), MIDDLE, y, text, 'center');
}

/** As large as the line has room for. */
function fitted(content: Content, style: Style, text: string): Style {
  const width = content.width(style, text);
  return width <= ROOM ? style : { ...style, size: (style.size * ROOM) / width };
}
