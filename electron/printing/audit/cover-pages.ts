import { type CoverSheet, coverSheetsOf } from '../../../shared/domain/audit-covers.ts';
import { caseCodeText } from '../../../shared/domain/case-code.ts';
import type { AuditedActivity, NoticeSheet, OfficeProfile } from '../../../shared/domain/notice.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { officeAddress } from '../letter/merge-fields.ts';
import { LEFT, RIGHT, STYLES } from '../letter/styles.ts';
import type { Content, Style } from '../pdf/content.ts';
import { printable } from '../pdf/printable.ts';
import { qrPath, qrRows } from '../pdf/qr-code.ts';
import { auditedTitle, auditedWhen, pointsWords } from './activity-words.ts';

/** Side of the code in points: three inches, 25 modules of 0.12 in. No fold of a letter in thirds goes through it. */
const QR_SIDE = 216;
const QR_TOP = 288;
const QR_LEFT = (LEFT + RIGHT - QR_SIDE) / 2;
/** The same code once more in each corner, 25 modules of 0.03 in: whatever is torn off, a piece of the sheet that is left still says whose it is. */
const CORNER_SIDE = 54;
const CORNER_EDGE = 22;
/** What stands between two corner codes keeps clear of them. */
const BETWEEN_LEFT = LEFT + CORNER_SIDE + 14;
const BETWEEN_RIGHT = RIGHT - CORNER_SIDE - 14;

/** Left and top of each code, and its side. */
const CODES: readonly (readonly [left: number, top: number, side: number])[] = [
  [QR_LEFT, QR_TOP, QR_SIDE],
  [LEFT, CORNER_EDGE, CORNER_SIDE],
  [RIGHT - CORNER_SIDE, CORNER_EDGE, CORNER_SIDE],
  [LEFT, 792 - CORNER_EDGE - CORNER_SIDE, CORNER_SIDE],
  [RIGHT - CORNER_SIDE, 792 - CORNER_EDGE - CORNER_SIDE, CORNER_SIDE],
];

const WHAT: Style = { face: 'textBold', size: 20, ink: 'accent' };
const TITLE: Style = { face: 'plainBold', size: 14, ink: 'ink' };
const FACT: Style = { face: 'plain', size: 12, ink: 'ink' };
const TEXT: Style = { face: 'text', size: 11.5, ink: 'ink' };
const TITLE_LINES = 3;

/** The pages that follow a notice so that what is sent back files itself: each with the code of its case, or of one activity of it. */
export function coverPages(
  office: OfficeProfile,
  sheet: Pick<NoticeSheet, 'memberNo' | 'memberName' | 'lines'>,
): readonly ((content: Content) => void)[] {
  const covers = coverSheetsOf(sheet);
  return covers.map((cover, at) => (content: Content) => {
    head(content, office, `Cover sheet ${at + 1} of ${covers.length}`);
    if (cover.activity === null) wholeCase(content, cover);
    else oneActivity(content, cover.activity);
    code(content, cover);
    whose(content, sheet, cover);
    whereTo(content, office);
  });
}

function head(content: Content, office: OfficeProfile, number: string): void {
  const room = BETWEEN_RIGHT - BETWEEN_LEFT - 110;
  const [name] = content.broken(STYLES.wordmark, office.name, room);
  if (name !== undefined) content.lines(STYLES.wordmark, BETWEEN_LEFT, 52, 16, [name]);
  content.text(STYLES.label, BETWEEN_RIGHT, 52, number, 'right');
  content.rule('accent', 1, BETWEEN_LEFT, 62, BETWEEN_RIGHT, 62);
}

function wholeCase(content: Content, { audit }: CoverSheet): void {
  content.text(WHAT, LEFT, 104, 'Put this page on top of what you send');
  const own =
    audit.activities.length === 0
      ? 'No activity is on record for the cycle: put it in front of all your proof.'
      : `Behind it go papers that belong to no single activity: a letter, a list, proof of an activity that has no cover sheet of its own. The ${count(audit.activities.length)} on record ${audit.activities.length === 1 ? 'has its own' : 'have their own'}.`;
  content.lines(TEXT, LEFT, 132, 16, content.broken(TEXT, own, RIGHT - LEFT));
}

function count(activities: number): string {
  return activities === 1 ? 'activity' : `${activities} activities`;
}

function oneActivity(content: Content, activity: AuditedActivity): void {
  content.text(WHAT, LEFT, 104, 'Put this page in front of the proof of');
  const title = printable(content, TITLE, auditedTitle(activity).normalize('NFC'));
  const lines = content.broken(TITLE, title, RIGHT - LEFT - 28).slice(0, TITLE_LINES);
  const height = 26 + lines.length * 18 + 26;
  content.box('tint', LEFT, 120, RIGHT - LEFT, height);
  content.frame('accent', 0.9, LEFT, 120, RIGHT - LEFT, height);
  content.lines(TITLE, LEFT + 14, 144, 18, lines);
  const when = `${auditedWhen(activity)}, ${pointsWords(activity.points)}`;
  content.text(FACT, LEFT + 14, 144 + lines.length * 18 + 6, when);
  const below = 120 + height + 22;
  content.lines(
    TEXT,
    LEFT,
    below,
    16,
    content.broken(
      TEXT,
      'The proof shows your name, who gave the activity, its title, its date, and the hours or points.',
      RIGHT - LEFT,
    ),
  );
}

function code(content: Content, { audit, activity }: CoverSheet): void {
  const text = caseCodeText({ audit: audit.audit, activity: activity?.activity ?? null });
  const rows = qrRows(text);
  const path = qrPath(rows);
  for (const [left, top, side] of CODES) {
    const module = side / rows.length;
    content.raw(`q 0 g ${module} 0 0 ${module} ${left} ${792 - top - side} cm\n${path} Q`);
  }
  const middle = (LEFT + RIGHT) / 2;
  content.text(STYLES.label, middle, QR_TOP + QR_SIDE + 16, text, 'center');
}

function whose(
  content: Content,
  { memberNo, memberName }: Pick<NoticeSheet, 'memberNo' | 'memberName'>,
  { line, audit }: CoverSheet,
): void {
  const top = 556;
  content.rule('soft', 0.4, LEFT, top, RIGHT, top);
  const cycle = `${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`;
  const facts: readonly (readonly [string, string])[] = [
    ['Member', `${memberName}, ${memberNo}`],
    ['Certification', `${line.certificationName} (${line.code})`],
    ['Audited cycle', cycle],
    ['Proof is asked for by', displayDate(audit.answerBy)],
  ];
  facts.forEach(([label, value], at) => {
    content.text(STYLES.label, LEFT, top + 20 + at * 17, label);
    content.text(FACT, LEFT + 120, top + 20 + at * 17, value);
  });
}

function whereTo(content: Content, office: OfficeProfile): void {
  const top = 642;
  content.rule('soft', 0.4, LEFT, top, RIGHT, top);
  content.text(STYLES.label, LEFT, top + 20, 'Send it to');
  const [name] = content.broken(STYLES.valueBold, office.name, 340);
  const lines = [...officeAddress(office), office.email].filter((each) => each !== '');
  if (name !== undefined) content.lines(STYLES.valueBold, LEFT + 120, top + 20, 13, [name]);
  lines.forEach((each, at) => {
    content.text(STYLES.value, LEFT + 120, top + 34 + at * 13, each);
  });
  const squares =
    'The squares tell us where the papers belong. Please do not write or staple across them; a photocopy or a scan of this page will do.';
  const below = content.broken(STYLES.label, squares, BETWEEN_RIGHT - BETWEEN_LEFT);
  content.lines(STYLES.label, BETWEEN_LEFT, 752, 12, below);
}
