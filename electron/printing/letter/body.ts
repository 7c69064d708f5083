import type { NoticeSheet, OfficeProfile } from '../../../shared/domain/notice.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Content, Style } from '../pdf/content.ts';
import type { SharedResources } from '../pdf/forms.ts';
import { brokenLines, type Line } from '../type/paragraph.ts';
import { drawTableHeader, drawTableRows, tableHeight } from './certification-table.ts';
import { fieldText } from './merge-fields.ts';
import { DENSITIES, type Density, LEFT, RIGHT, SLIP_TOP, STYLES } from './styles.ts';
import type { LetterTemplate, Paragraph, Section } from './template.ts';

/** What a letter is written with; the same for a whole run. */
export interface LetterParts {
  readonly office: OfficeProfile;
  readonly letter: LetterTemplate;
  readonly shared: SharedResources;
  /** Paragraphs broken into lines, by density and text: most sheets say the same. */
  readonly broken: Map<string, readonly Line[]>;
}

/** Where the subject's line stands: below everything that can show in the address window. */
const SUBJECT = 244;
const BOTTOM = SLIP_TOP - 8;
const PARAGRAPHS_KEPT = 500;

interface Block {
  readonly height: number;
  readonly gap: number;
  draw(content: Content, top: number): void;
}

/**
 * Draws the letter's text and table between the address and the slip, as loosely as there is room.
 * @throws StandingError `letter-too-long` naming the sheet when it does not fit however closely it is set.
 */
export function drawBody(content: Content, parts: LetterParts, sheet: NoticeSheet): void {
  content.text(STYLES.subject, LEFT, SUBJECT, filled(first(parts.letter.subject), parts.office, sheet));
  for (const density of DENSITIES) {
    const blocks = bodyBlocks(parts, sheet, density);
    const height = blocks.reduce((sum, block) => sum + block.height + block.gap, 0);
    const top = SUBJECT + density.gap + 3;
    if (top + height > BOTTOM + density.gap) continue;
    // Room to spare goes between the paragraphs, evenly and not beyond what looks well.
    const spare = Math.min(4, (BOTTOM - top - height) / blocks.length);
    let y = top;
    for (const block of blocks) {
      block.draw(content, y);
      y += block.height + block.gap + Math.max(0, spare);
    }
    return;
  }
  throw new StandingError(
    'letter-too-long',
    `The letter of sheet ${sheet.sheet} (member ${sheet.memberNo}) does not fit on its page.`,
    'Shorten the letter’s text.',
  );
}

function bodyBlocks(parts: LetterParts, sheet: NoticeSheet, density: Density): readonly Block[] {
  const words = (section: Section) => paragraphs(parts, sheet, density, section);
  const opening = sheet.lines.length > 1 ? 'opening-several' : 'opening-one';
  const arrears = sheet.lines.some((line) => line.arrearsCents > 0);
  const outstanding = sheet.lines.some((line) => line.boundByCcp && line.pointsOutstanding > 0);
  return [
    ...words('greeting'),
    ...words(opening),
    table(parts, sheet, density),
    ...(arrears ? words('arrears') : []),
    ...(outstanding ? words('points') : []),
    ...tight(words('if-not-paid')),
    policySentence(parts, sheet, density),
    ...words('how-to-pay'),
    ...words('closing'),
  ];
}

function paragraphs(
  parts: LetterParts,
  sheet: NoticeSheet,
  density: Density,
  section: Section,
): readonly Block[] {
  return parts.letter[section].map((paragraph, at) => {
    const text = filled(paragraph, parts.office, sheet);
    const lines = linesOf(parts, density, text, density.text);
    const height = lines.length * density.leading;
    const drawn = (content: Content, top: number) =>
      content.lines(density.text, LEFT, top + density.text.size * 0.95, density.leading, lines);
    if (!paragraph.constant) return { height, gap: density.gap, draw: drawn };
    const name = `${section}-${at}-${density.id}`;
    return {
      height,
      gap: density.gap,
      draw: (content: Content, top: number) =>
        content.place(
          parts.shared.form(name, 0, (form) => drawn(form, 0)),
          0,
          top,
        ),
    };
  });
}

function table(parts: LetterParts, sheet: NoticeSheet, density: Density): Block {
  return {
    height: tableHeight(sheet, density),
    gap: density.gap + 2,
    draw: (content, top) => {
      content.place(parts.shared.form('table', 0, drawTableHeader), 0, top);
      drawTableRows(content, sheet, density, top);
    },
  };
}

/** The sentence that decides, in small type, with its id in the policy. */
function policySentence(parts: LetterParts, sheet: NoticeSheet, density: Density): Block {
  const { citation, sentence } = sheet.consequence;
  const style = density.policy;
  const lines = linesOf(parts, density, `“${sentence}” Policy ${citation}.`, style);
  return {
    height: lines.length * density.policyLeading,
    gap: density.gap,
    draw: (content, top) => content.lines(style, LEFT, top + style.size, density.policyLeading, lines),
  };
}

function tight(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, at) => (at === blocks.length - 1 ? { ...block, gap: 2 } : block));
}

function linesOf(parts: LetterParts, density: Density, text: string, style: Style): readonly Line[] {
  const key = `${density.id}${style.face}${text}`;
  const known = parts.broken.get(key);
  if (known !== undefined) return known;
  const lines = brokenLines(parts.shared.setters[style.face], text, style.size, RIGHT - LEFT);
  if (parts.broken.size >= PARAGRAPHS_KEPT) parts.broken.clear();
  parts.broken.set(key, lines);
  return lines;
}

/** A paragraph with its fields filled in. */
export function filled(paragraph: Paragraph, office: OfficeProfile, sheet: NoticeSheet): string {
  let text = '';
  for (const segment of paragraph.segments) {
    text += 'text' in segment ? segment.text : fieldText(segment.field, office, sheet);
  }
  return text;
}

export function first(paragraphs: readonly Paragraph[]): Paragraph {
  return paragraphs[0] ?? { segments: [], constant: true };
}
