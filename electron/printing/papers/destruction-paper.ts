import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import type { DestroyedDocument } from '../../../shared/domain/retention.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';
import { drawLetterhead } from '../letter/letterhead.ts';
import { ASIDE, LEFT, RIGHT, STYLES } from '../letter/styles.ts';
import type { Content, Style } from '../pdf/content.ts';

/** What a certificate of destruction is printed from. */
export interface DestructionPaper {
  readonly office: OfficeProfile;
  readonly envelope: EnvelopeProfile;
  readonly destruction: number;
  /** What was destroyed, in the order of the log; at least one. */
  readonly rows: readonly DestroyedDocument[];
}

const TEXT: Style = { face: 'text', size: 10.5, ink: 'ink' };
const LEADING = 14.5;
const CELL: Style = { face: 'plain', size: 8.5, ink: 'ink' };
const NAME: Style = { face: 'plainBold', size: 8.5, ink: 'ink' };
const SOFT: Style = { face: 'plain', size: 7.5, ink: 'soft' };
const LINE = 10.5;

/** Where the table begins on the first page and on the others, and where it ends. */
const NEXT = 104;
const BOTTOM = 740;
/** The signatures at the end. */
const SIGNED = 96;

/** Left edges of the columns; the hash goes below the name. */
const RECEIVED = 268;
const PAGES = 356;
const WHOSE = 372;
const DUE = 478;

/** The certificate, on as many pages as it takes. @param measure a content to measure by, thrown away */
export function destructionPages(
  paper: DestructionPaper,
  measure: Content,
): readonly ((content: Content) => void)[] {
  const words = statement(paper);
  const first = 176 + measure.broken(TEXT, words, RIGHT - LEFT).length * LEADING + 22;
  const pages: { readonly row: DestroyedDocument; readonly y: number }[][] = [[]];
  let y = first;
  for (const row of paper.rows) {
    const height = rowHeight(measure, row);
    if (y + height > BOTTOM) {
      pages.push([]);
      y = NEXT;
    }
    pages.at(-1)?.push({ row, y });
    y += height;
  }
  if (y + SIGNED > BOTTOM) {
    pages.push([]);
    y = NEXT;
  }
  const end = y;
  return pages.map((placed, at) => (content: Content) => {
    if (at === 0) {
      head(content, paper);
      content.lines(TEXT, LEFT, 180, LEADING, content.broken(TEXT, words, RIGHT - LEFT));
    } else nextHead(content, paper);
    content.text(STYLES.label, RIGHT, 770, `Page ${at + 1} of ${pages.length}`, 'right');
    if (placed.length > 0) tableHead(content, (at === 0 ? first : NEXT) - 8);
    for (const { row, y: top } of placed) drawRow(content, row, top);
    if (at === pages.length - 1) signatures(content, end + 40, paper);
  });
}

function statement({ rows }: DestructionPaper): string {
  const pages = rows.reduce((sum, row) => sum + (row.pages ?? 0), 0);
  const [first] = rows;
  const kept = rows.filter(({ bytesKeptFor }) => bytesKeptFor !== null).length;
  const left = rows.filter(({ goneAt }) => goneAt === null).length;
  return [
    `On ${displayDate(first?.destroyedOn ?? '')} ${first?.actor ?? ''} destroyed ${counted(rows.length, 'document')} of ${counted(pages, 'page')}, as ${first?.approvedBy ?? ''} allowed, because the time for which they are kept was over.`,
    'Their bytes were overwritten and removed from the document store of this office; name, size, SHA-256, and how they came, stay on record.',
    ...(kept === 0
      ? []
      : [
          `The bytes of ${counted(kept, 'document')} stay, because another paper on record has the very same.`,
        ]),
    ...(left === 0 ? [] : [`The bytes of ${counted(left, 'document')} were still to be removed.`]),
    'Backups made before still hold these documents until they are destroyed themselves.',
    ...(first === undefined || first.note === '' ? [] : [`Note: ${first.note}.`]),
  ].join(' ');
}

function head(content: Content, { office, envelope, destruction, rows }: DestructionPaper): void {
  drawLetterhead(content, office, envelope, null);
  const [first] = rows;
  const facts = [
    ['Destruction', String(destruction)],
    ['Date', displayDate(first?.destroyedOn ?? '')],
    ['Allowed by', first?.approvedBy ?? ''],
  ] as const;
  facts.forEach(([label, value], at) => {
    content.text(STYLES.label, ASIDE, 96 + at * 17, label);
    content.text(STYLES.valueBold, RIGHT, 96 + at * 17, value, 'right');
  });
  content.text(STYLES.subject, LEFT, 158, 'Certificate of destruction');
}

function nextHead(content: Content, { office, destruction }: DestructionPaper): void {
  content.text(STYLES.contact, LEFT, 52, office.name);
  content.text(STYLES.subject, LEFT, 76, `Certificate of destruction ${destruction}`);
}

function tableHead(content: Content, y: number): void {
  content.text(STYLES.label, LEFT, y, 'Document and SHA-256');
  content.text(STYLES.label, RECEIVED, y, 'Received');
  content.text(STYLES.label, PAGES, y, 'Pages', 'right');
  content.text(STYLES.label, WHOSE, y, 'Member, case');
  content.text(STYLES.label, DUE, y, 'Kept until');
  content.rule('accent', 0.9, LEFT, y + 4, RIGHT, y + 4);
}

const NAME_ROOM = RECEIVED - LEFT - 10;
const WHOSE_ROOM = DUE - WHOSE - 8;

function rowLines(content: Content, row: DestroyedDocument) {
  const name = content.broken(NAME, row.arrivals[0]?.name ?? '', NAME_ROOM);
  // In two halves: a hash has no place to break.
  const hash = [row.sha256.slice(0, 32), row.sha256.slice(32)].map((half) =>
    content.broken(SOFT, half, NAME_ROOM),
  );
  const whose = content.broken(CELL, whoseText(row), WHOSE_ROOM);
  return { name, hash, whose };
}

function rowHeight(content: Content, row: DestroyedDocument): number {
  const { name, whose } = rowLines(content, row);
  return Math.max(name.length + 2, whose.length, 3) * LINE + 7;
}

function drawRow(content: Content, row: DestroyedDocument, top: number): void {
  const { name, hash, whose } = rowLines(content, row);
  const base = top + LINE;
  content.lines(NAME, LEFT, base, LINE, name);
  hash.forEach((half, at) => {
    content.lines(SOFT, LEFT, base + (name.length + at) * LINE, LINE, half);
  });
  content.text(CELL, RECEIVED, base, displayDate(row.arrivals[0]?.on ?? ''));
  content.text(SOFT, RECEIVED, base + LINE, `${row.bytes.toLocaleString('en-US')} bytes, ${row.type}`);
  content.text(CELL, PAGES, base, row.pages === null ? '–' : String(row.pages), 'right');
  content.lines(CELL, WHOSE, base, LINE, whose);
  content.text(CELL, DUE, base, displayDate(row.until.dueOn));
  content.text(SOFT, DUE, base + LINE, `${counted(row.until.years, 'year')} from`);
  content.text(SOFT, DUE, base + 2 * LINE, displayDate(row.until.from));
  const bottom = top + rowHeight(content, row) - 3;
  content.rule('soft', 0.4, LEFT, bottom, RIGHT, bottom);
}

function whoseText({ parts, bytesKeptFor, goneAt }: DestroyedDocument): string {
  const whose = parts.map(({ memberNo, case: of, state }) =>
    [memberNo ?? 'nobody’s', of ?? state].join(', '),
  );
  const rest =
    bytesKeptFor !== null
      ? [`bytes kept for ${bytesKeptFor}`]
      : goneAt === null
        ? ['bytes still to be removed']
        : [];
  return [...new Set(whose), ...rest].join('; ');
}

function signatures(content: Content, y: number, { rows }: DestructionPaper): void {
  const [first] = rows;
  const half = (RIGHT - LEFT - 40) / 2;
  [
    [LEFT, `Destroyed by: ${first?.actor ?? ''}`],
    [LEFT + half + 40, `Allowed by: ${first?.approvedBy ?? ''}`],
  ].forEach(([x, text]) => {
    const left = Number(x);
    content.rule('soft', 0.6, left, y + 24, left + half, y + 24);
    content.text(STYLES.label, left, y + 38, String(text));
  });
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
