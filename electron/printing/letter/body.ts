import type { NoticeSheet, OfficeProfile, QuotedSentence } from '../../../shared/domain/notice.ts';
import { hasSlip } from '../../../shared/domain/sheet-code.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { type EnvelopeProfile, visibleArea } from '../envelope/profile.ts';
import type { Content, Style } from '../pdf/content.ts';
import type { SharedResources } from '../pdf/forms.ts';
import { brokenLines, type Line } from '../type/paragraph.ts';
import { type LetterPart, letterParts } from './letter-parts.ts';
import { fieldText } from './merge-fields.ts';
import { drawSignature, type PlacedSignature, signatureHeight } from './signature.ts';
import { DENSITIES, type Density, LEFT, RIGHT, SLIP_TOP, STYLES } from './styles.ts';
import { tableOf } from './tables.ts';
import type { LetterTemplate, Paragraph, Section } from './template.ts';

/** What a letter is written with; the same for a whole run. */
export interface LetterParts {
  readonly office: OfficeProfile;
  readonly letter: LetterTemplate;
  readonly shared: SharedResources;
  /** Below the closing; null where letters are not signed. */
  readonly signature: PlacedSignature | null;
  /** Paragraphs broken into lines, by density and text: most sheets say the same. */
  readonly broken: Map<string, readonly Line[]>;
}

/** Least distance in points of the subject's line from everything that can show in the address window. */
const BELOW_WINDOW = 19;
/** Where it ends: above the slip, or above the foot of a letter without one. */
const BOTTOM = SLIP_TOP - 8;
const BOTTOM_WITHOUT_SLIP = 640;
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
export function drawBody(
  content: Content,
  parts: LetterParts,
  envelope: EnvelopeProfile,
  sheet: NoticeSheet,
): void {
  const subject = (visibleArea(envelope, 'addressWindow')?.bottom ?? 0) * 72 + BELOW_WINDOW;
  content.text(STYLES.subject, LEFT, subject, filled(first(parts.letter.subject), parts.office, sheet));
  const bottom = hasSlip(sheet.purpose) ? BOTTOM : BOTTOM_WITHOUT_SLIP;
  for (const density of DENSITIES) {
    const blocks = bodyBlocks(parts, sheet, density);
    const height = blocks.reduce((sum, block) => sum + block.height + block.gap, 0);
    const top = subject + density.gap + 3;
    if (top + height > bottom + density.gap) continue;
    // Room to spare goes between the paragraphs, evenly and not beyond what looks well.
    const spare = Math.min(4, (bottom - top - height) / blocks.length);
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
  const { signature } = parts;
  const blocks = letterParts(sheet).flatMap((part) => partBlocks(parts, sheet, density, part));
  return signature === null ? blocks : [...blocks, signatureBlock(signature, density)];
}

function signatureBlock(signature: PlacedSignature, density: Density): Block {
  return {
    height: signatureHeight(signature, density),
    gap: density.gap,
    draw: (content, top) => drawSignature(content, signature, density, top),
  };
}

function partBlocks(
  parts: LetterParts,
  sheet: NoticeSheet,
  density: Density,
  part: LetterPart,
): readonly Block[] {
  if (part === 'table') return [table(parts, sheet, density)];
  if (part === 'policy') return [policySentence(parts, sheet.consequence, density)];
  if (part === 'selection')
    return (sheet.selection ?? []).map((quoted) => policySentence(parts, quoted, density));
  if (part === 'ways-back')
    return (sheet.waysBack ?? []).map((quoted) => policySentence(parts, quoted, density));
  const words = paragraphs(parts, sheet, density, part.section);
  return part.tight === true ? tight(words) : words;
}

function paragraphs(
  parts: LetterParts,
  sheet: NoticeSheet,
  density: Density,
  section: Section,
): readonly Block[] {
  return (parts.letter[section] ?? []).map((paragraph, at) => {
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
  const { height, drawHeader, drawRows } = tableOf(sheet.purpose);
  return {
    height: height(sheet, density),
    gap: density.gap + 2,
    draw: (content, top) => {
      content.place(parts.shared.form('table', 0, drawHeader), 0, top);
      drawRows(content, sheet, density, top);
    },
  };
}

/** A sentence of the policy, in small type, with its id there. */
function policySentence(parts: LetterParts, { citation, sentence }: QuotedSentence, density: Density): Block {
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
