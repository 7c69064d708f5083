import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { type EnvelopeProfile, returnArea } from '../envelope/profile.ts';
import type { Content, Style } from '../pdf/content.ts';
import { officeAddress } from './merge-fields.ts';
import { drawSeal } from './seal.ts';
import { ASIDE, LEFT, RIGHT, STYLES } from './styles.ts';

/** A logo that is in the file already: the name of its resource and its size in pixels. */
export interface PlacedLogo {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

// All that stands at the top ends here, above what can show in the return window.
const TOP = 22;
const BOTTOM = 51;

/** What every sheet of an office has above the letter: logo or seal, name, contact, return address. */
export function drawLetterhead(
  content: Content,
  office: OfficeProfile,
  envelope: EnvelopeProfile,
  logo: PlacedLogo | null,
): void {
  const markWidth =
    logo === null ? drawSeal(content, office.name, LEFT, TOP, BOTTOM - TOP) : drawLogo(content, logo);
  const nameLeft = LEFT + markWidth + 10;
  let wordmark: Style = STYLES.wordmark;
  while (wordmark.size > 8 && content.width(wordmark, office.name) > ASIDE + 24 - nameLeft) {
    wordmark = { ...wordmark, size: wordmark.size - 0.5 };
  }
  content.text(wordmark, nameLeft, (TOP + BOTTOM) / 2 + wordmark.size * 0.33, office.name);
  [office.website, [office.phone, office.email].filter((part) => part !== '').join('  ·  ')]
    .filter((line) => line !== '')
    .forEach((line, at) => {
      content.text(STYLES.contact, RIGHT, 34.5 + at * 12, line, 'right');
    });
  drawReturnAddress(content, office, envelope);
}

/** A logo at the left margin, no higher than the seal and no wider than four times that. Returns its width. */
function drawLogo(content: Content, logo: PlacedLogo): number {
  const scale = Math.min((BOTTOM - TOP) / logo.height, (4 * (BOTTOM - TOP)) / logo.width);
  const width = logo.width * scale;
  const height = logo.height * scale;
  content.place(logo.name, LEFT, (TOP + BOTTOM + height) / 2, width, height);
  return width;
}

/** @throws StandingError `office-address` when it does not fit the return window at a size one can read. */
function drawReturnAddress(content: Content, office: OfficeProfile, envelope: EnvelopeProfile): void {
  const area = returnArea(envelope);
  const [left, top, right, bottom] = [area.left * 72, area.top * 72, area.right * 72, area.bottom * 72];
  const [town = '', ...streets] = officeAddress(office).toReversed();
  const street = streets.toReversed();
  const style = (at: number, size: number): Style => ({
    face: at === 0 ? 'plainBold' : 'plain',
    size,
    ink: 'ink',
  });
  // The street lines share a line where that lets the type be larger.
  for (let size = 9.5; size >= 6; size -= 0.25) {
    for (const streetLines of [street, [street.join(', ')]]) {
      const lines = [office.name, ...streetLines, town];
      const leading = Math.min(1.2 * size, (bottom - top - 1.424 * size) / (lines.length - 1));
      if (leading < 1.05 * size) continue;
      if (lines.some((line, at) => content.width(style(at, size), line) > right - left)) continue;
      lines.forEach((line, at) => {
        content.text(style(at, size), left, top + 1.024 * size + at * leading, line);
      });
      return;
    }
  }
  throw new StandingError(
    'office-address',
    'The office’s name and address do not fit the return window of the envelope.',
    'Shorten them in Settings, Office profile.',
  );
}
