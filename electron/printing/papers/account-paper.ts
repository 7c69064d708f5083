import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import type { FittedAddress } from '../address/fit-address.ts';
import { drawWindowAddress } from '../address/window-address.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';
import { drawLetterhead } from '../letter/letterhead.ts';
import { ASIDE, LEFT, RIGHT, STYLES } from '../letter/styles.ts';
import type { Content } from '../pdf/content.ts';
import { printable } from '../pdf/printable.ts';

/** A column of a paper's table: where it stands in points from the left edge of the sheet, and at which end its text is set. */
export interface PaperColumn {
  readonly head: string;
  readonly x: number;
  readonly align: 'left' | 'right';
}

/** A paper of the office about money: letterhead, whom it is for, a table and its sum. */
export interface AccountPaper {
  readonly office: OfficeProfile;
  readonly envelope: EnvelopeProfile;
  /** Where the window shows it; null where the paper is not posted. */
  readonly address: FittedAddress | null;
  readonly title: string;
  /** Label and value at the right, beside the address. */
  readonly facts: readonly (readonly [string, string])[];
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Below the table, bold. */
  readonly sums: readonly (readonly [string, string])[];
  /** Sentences at the foot. */
  readonly notes: readonly string[];
}

const ROW = 16;
/** The table's head stands below all that can show in the address window. */
const FIRST_TABLE = 272;
const NEXT_TABLE = 96;
const BOTTOM = 720;

/** Its pages: as many as its rows need. */
export function accountPages(paper: AccountPaper): readonly ((content: Content) => void)[] {
  const room = (top: number) =>
    Math.floor((BOTTOM - top - ROW * (paper.sums.length + paper.notes.length + 2)) / ROW);
  const parts: (readonly (readonly string[])[])[] = [paper.rows.slice(0, room(FIRST_TABLE))];
  for (let at = room(FIRST_TABLE); at < paper.rows.length; at += room(NEXT_TABLE))
    parts.push(paper.rows.slice(at, at + room(NEXT_TABLE)));
  return parts.map((rows, at) => (content: Content) => {
    const top = at === 0 ? firstHead(content, paper) : nextHead(content, paper, at + 1, parts.length);
    const end = table(content, paper, rows, top);
    if (at === parts.length - 1) foot(content, paper, end);
  });
}

function firstHead(content: Content, { office, envelope, address, title, facts }: AccountPaper): number {
  drawLetterhead(content, office, envelope, null);
  if (address !== null) drawWindowAddress(content, address, envelope);
  facts.forEach(([label, value], at) => {
    content.text(STYLES.label, ASIDE, 96 + at * 17, label);
    const shown = printable(content, STYLES.valueBold, value);
    content.text(STYLES.valueBold, RIGHT, 96 + at * 17, shown, 'right');
  });
  content.text(STYLES.subject, LEFT, 244, title);
  return FIRST_TABLE;
}

function nextHead(content: Content, { office, title }: AccountPaper, page: number, pages: number): number {
  content.text(STYLES.contact, LEFT, 52, office.name);
  content.text(STYLES.label, RIGHT, 52, `page ${page} of ${pages}`, 'right');
  content.text(STYLES.subject, LEFT, 76, title);
  return NEXT_TABLE;
}

function table(
  content: Content,
  { columns }: AccountPaper,
  rows: readonly (readonly string[])[],
  top: number,
): number {
  for (const { head, x, align } of columns) content.text(STYLES.label, x, top, head, align);
  content.rule('accent', 0.9, LEFT, top + 5, RIGHT, top + 5);
  rows.forEach((cells, row) => {
    columns.forEach(({ x, align }, at) => {
      const cell = printable(content, STYLES.value, cells[at] ?? '');
      content.text(STYLES.value, x, top + ROW + 3 + row * ROW, cell, align);
    });
  });
  return top + ROW + 3 + rows.length * ROW;
}

function foot(content: Content, { sums, notes }: AccountPaper, top: number): void {
  content.rule('soft', 0.6, LEFT, top - ROW + 6, RIGHT, top - ROW + 6);
  sums.forEach(([label, value], at) => {
    content.text(STYLES.valueBold, LEFT, top + 6 + at * ROW, label);
    content.text(STYLES.valueBold, RIGHT, top + 6 + at * ROW, value, 'right');
  });
  notes.forEach((note, at) => {
    content.text(STYLES.label, LEFT, top + 14 + (sums.length + at) * ROW, note);
  });
}
