import { VERDICT_WORDS } from '../../../shared/domain/audit-findings.ts';
import { findingPagesOf, findingText } from '../../../shared/domain/finding-pages.ts';
import type { LineFinding, NoticeSheet, OfficeProfile } from '../../../shared/domain/notice.ts';
import { LEFT, RIGHT, STYLES } from '../letter/styles.ts';
import type { Content, Style } from '../pdf/content.ts';
import { printable } from '../pdf/printable.ts';
import { auditedTitle, auditedWhen, pointsWords } from './activity-words.ts';

const HEADING: Style = { face: 'textBold', size: 16, ink: 'accent' };
const TITLE: Style = { face: 'plainBold', size: 10, ink: 'ink' };
const FACT: Style = { face: 'plain', size: 9.5, ink: 'soft' };
const TEXT: Style = { face: 'text', size: 10, ink: 'ink' };
const LEADING = 14;
const TOP = 124;
/** The verdict’s column. */
const VERDICT = 452;
const ROOM = VERDICT - LEFT - 14;

/** The list of what was found, activity by activity, that follows a letter. */
export function findingPages(
  office: OfficeProfile,
  sheet: Pick<NoticeSheet, 'run' | 'sheet' | 'memberNo' | 'memberName' | 'lines'>,
): readonly ((content: Content) => void)[] {
  const pages = findingPagesOf(sheet);
  return pages.map((findings, at) => (content: Content) => {
    const [name] = content.broken(STYLES.wordmark, office.name, RIGHT - LEFT - 125);
    if (name !== undefined) content.lines(STYLES.wordmark, LEFT, 52, 16, [name]);
    content.text(STYLES.label, RIGHT, 52, `Run ${sheet.run}  Sheet ${sheet.sheet}, page ${at + 2}`, 'right');
    content.rule('accent', 1, LEFT, 62, RIGHT, 62);
    content.text(HEADING, LEFT, 92, 'What was found, activity by activity');
    content.text(STYLES.label, RIGHT, 92, `${sheet.memberName}, ${sheet.memberNo}`, 'right');
    content.rule('soft', 0.4, LEFT, 104, RIGHT, 104);
    let y = TOP;
    for (const finding of findings) y = drawFinding(content, finding, y);
  });
}

/** @returns where the next begins */
function drawFinding(content: Content, finding: LineFinding, top: number): number {
  const title = content.broken(
    TITLE,
    printable(content, TITLE, auditedTitle(finding).normalize('NFC')),
    ROOM,
  );
  content.lines(TITLE, LEFT, top, LEADING, title);
  content.text(TITLE, RIGHT, top, VERDICT_WORDS[finding.verdict], 'right');
  const points = `${finding.shown} of ${pointsWords(finding.points)}`;
  let y = top + title.length * LEADING;
  content.text(FACT, LEFT, y, auditedWhen(finding));
  content.text(FACT, RIGHT, y, points, 'right');
  const text = findingText(finding);
  if (text !== '') {
    const lines = content.broken(TEXT, printable(content, TEXT, text.normalize('NFC')), RIGHT - LEFT);
    content.lines(TEXT, LEFT, y + LEADING + 1, LEADING, lines);
    y += lines.length * LEADING;
  }
  content.rule('soft', 0.4, LEFT, y + 9, RIGHT, y + 9);
  return y + 2 * LEADING;
}
