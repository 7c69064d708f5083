import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { RunPostal, TrayGroup } from '../../shared/domain/postal.ts';
import type { RunSummary } from '../../shared/domain/renewals.ts';
import { sheetListText } from '../../shared/domain/sheet-ranges.ts';
import { displayDate, displayMonth } from '../../shared/util/dates.ts';
import { displayCents } from '../../shared/util/money.ts';
import { LEFT, RIGHT, STYLES } from './letter/styles.ts';
import type { Content, Style } from './pdf/content.ts';

/** What the cover sheet of a run says. */
export interface CoverSheet {
  readonly office: string;
  readonly run: RunSummary;
  readonly postal: RunPostal;
  /** What the run's notices are called, e.g. `Renewal notices`. */
  readonly title: string;
  readonly issuedOn: CalendarDate;
}

const ROW = 15;
/** Rows of the tray list on the first page and on those after it. */
const FIRST_PAGE_TRAYS = 11;
const NEXT_PAGE_TRAYS = 42;
const HEADING: Style = { face: 'plainBold', size: 11, ink: 'accent' };

/** The pages of a cover sheet: what became of everyone selected, what lies in which tray, and who answers for it. */
export function coverSheetPages(sheet: CoverSheet): readonly ((content: Content) => void)[] {
  const { groups } = sheet.postal;
  const later: (readonly TrayGroup[])[] = [];
  for (let at = FIRST_PAGE_TRAYS; at < groups.length; at += NEXT_PAGE_TRAYS)
    later.push(groups.slice(at, at + NEXT_PAGE_TRAYS));
  const pages = later.length + 1;
  return [
    (content) => firstPage(content, sheet, groups.slice(0, FIRST_PAGE_TRAYS), pages),
    ...later.map((part, at) => (content: Content) => {
      head(content, sheet, at + 2, pages);
      trayTable(content, 'Trays (continued)', part, 120);
    }),
  ];
}

function head(content: Content, { office, run, title }: CoverSheet, page: number, pages: number): void {
  content.text(STYLES.wordmark, LEFT, 52, office);
  content.text(STYLES.label, RIGHT, 52, `Cover sheet, page ${page} of ${pages}`, 'right');
  content.rule('accent', 1, LEFT, 62, RIGHT, 62);
  content.text({ ...STYLES.wordmark, size: 18 }, LEFT, 88, `${title}, ${displayMonth(run.month)}`);
  content.text(STYLES.valueBold, RIGHT, 88, `Run ${run.run}`, 'right');
}

function firstPage(content: Content, sheet: CoverSheet, trays: readonly TrayGroup[], pages: number): void {
  head(content, sheet, 1, pages);
  const { run, postal } = sheet;
  let y = reconciliation(content, run, 116);
  y = facts(content, sheet, y + 24);
  trayTable(content, `Trays (${count(postal.trays)})`, trays, y + 24);
  signatures(content, run, 640);
}

function reconciliation(content: Content, run: RunSummary, top: number): number {
  content.text(HEADING, LEFT, top, 'What became of everyone selected');
  const parts: readonly (readonly [string, number])[] = [
    ['Printed', run.toPrint],
    ['By e-mail', run.toEmail],
    ...run.heldBy.map(({ reason, count: held }) => [`Held: ${reason}`, held] as const),
  ];
  parts.forEach(([label, value], at) => {
    line(content, top + 18 + at * ROW, label, count(value));
  });
  const sum = top + 21 + parts.length * ROW;
  content.rule('ink', 0.6, LEFT, sum - 11, LEFT + COLUMN, sum - 11);
  line(content, sum, 'Selected', count(run.selected), true);
  return sum;
}

const COLUMN = 240;
const SECOND = LEFT + COLUMN + 24;

/** One label and its value; at the right column's place with `left`. */
function line(content: Content, y: number, label: string, value: string, bold = false, left = LEFT): void {
  const width = left === LEFT ? COLUMN : RIGHT - SECOND;
  content.text(STYLES.value, left, y, label);
  content.text(bold ? STYLES.valueBold : STYLES.value, left + width, y, value, 'right');
}

function facts(content: Content, { run, postal }: CoverSheet, top: number): number {
  const reprinted = run.spoiled.filter(({ reprintedAt }) => reprintedAt !== null).length;
  const waiting = run.spoiled.filter(({ reprintedAt }) => reprintedAt === null).map(({ sheet }) => sheet);
  const left: readonly (readonly [string, string])[] = [
    ['Prepared', displayDate(run.preparedOn)],
    ['Printed', dated(run.printedOn)],
    ['Mailed', dated(run.mailedOn)],
    ['Sheets', count(run.toPrint)],
    ['Spoiled and reprinted', count(reprinted)],
    ['Spoiled, reprint waits', waiting.length === 0 ? 'none' : shortened(sheetListText(waiting))],
    ['Asked for in all', displayCents(run.totalCents)],
  ];
  const right: readonly (readonly [string, string])[] = [
    ['In 5-digit trays', count(postal.fiveDigit)],
    ['In 3-digit trays', count(postal.threeDigit)],
    ['In mixed trays', count(postal.mixed)],
    ['Foreign', count(postal.foreign)],
    [
      postal.heaviestOunces > postal.pieceOunces ? 'The heaviest piece weighs' : 'One piece weighs',
      `${postal.heaviestOunces.toFixed(2)} oz`,
    ],
    ['All together', weight(postal.totalOunces)],
    [
      `Presort prices, from ${count(postal.presortMinimum)} pieces`,
      postal.pieces - postal.foreign >= postal.presortMinimum ? 'yes' : 'no',
    ],
  ];
  content.text(HEADING, LEFT, top, 'The run');
  content.text(HEADING, SECOND, top, 'The post');
  left.forEach(([label, value], at) => {
    line(content, top + 18 + at * ROW, label, value);
  });
  right.forEach(([label, value], at) => {
    line(content, top + 18 + at * ROW, label, value, false, SECOND);
  });
  return top + 18 + (left.length - 1) * ROW;
}

function trayTable(content: Content, title: string, groups: readonly TrayGroup[], top: number): void {
  content.text(HEADING, LEFT, top, title);
  const columns = [LEFT, LEFT + 210, LEFT + 290, RIGHT] as const;
  ['Goes to', 'Pieces', 'Trays', 'Sheets'].forEach((word, at) => {
    content.text(STYLES.label, columns[at] ?? LEFT, top + 16, word, at === 0 ? 'left' : 'right');
  });
  groups.forEach((group, at) => {
    const y = top + 31 + at * 13;
    content.text(STYLES.value, columns[0], y, LEVELS[group.level](group.zip));
    content.text(STYLES.value, columns[1], y, count(group.pieces), 'right');
    content.text(STYLES.value, columns[2], y, count(group.trays), 'right');
    content.text(
      STYLES.value,
      columns[3],
      y,
      `${count(group.firstSheet)} to ${count(group.lastSheet)}`,
      'right',
    );
  });
}

const LEVELS: Readonly<Record<TrayGroup['level'], (zip: string) => string>> = {
  '5-digit': (zip) => `ZIP ${zip}`,
  '3-digit': (zip) => `ZIPs that begin with ${zip}`,
  mixed: () => 'The rest of the United States',
  foreign: () => 'Other countries',
};

function signatures(content: Content, run: RunSummary, top: number): void {
  content.text(
    STYLES.label,
    LEFT,
    top,
    `Sheets counted when they were handed over (the run has ${count(run.toPrint)}):`,
  );
  content.rule('soft', 0.6, LEFT + 290, top + 2, LEFT + 380, top + 2);
  ['Printed by', 'Checked by', 'Handed over by'].forEach((who, at) => {
    const y = top + 34 + at * 30;
    content.text(STYLES.value, LEFT, y, who);
    content.rule('soft', 0.6, LEFT + 90, y + 2, LEFT + 340, y + 2);
    content.text(STYLES.value, LEFT + 360, y, 'on');
    content.rule('soft', 0.6, LEFT + 380, y + 2, RIGHT, y + 2);
  });
}

const count = (n: number): string => n.toLocaleString('en-US');
const dated = (date: CalendarDate | null): string => (date === null ? 'not yet' : displayDate(date));
const shortened = (text: string): string => (text.length > 28 ? `${text.slice(0, 27)}…` : text);

/** `12.4 oz`, from a pound on `8 lb 3.1 oz`. */
function weight(ounces: number): string {
  if (ounces < 16) return `${ounces.toFixed(1)} oz`;
  const pounds = Math.floor(ounces / 16);
  return `${count(pounds)} lb ${(ounces - 16 * pounds).toFixed(1)} oz`;
}
