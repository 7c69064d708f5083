import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import {
  type CasePurpose,
  hasSlip,
  isCasePurpose,
  type SheetPurpose,
} from '../../../shared/domain/sheet-code.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { type EnvelopeProfile, visibleArea } from '../envelope/profile.ts';
import type { Content, Style } from '../pdf/content.ts';
import { dueOn, lapsesOn, paidCents, paidOn, payBy, receivedOn, receivedPages } from './merge-fields.ts';
import { ASIDE, RIGHT, STYLES } from './styles.ts';

const FACTS_TOP = 76;
const VALUES = ASIDE + 88;
const AMOUNT_TOP = 134;
const AMOUNT_HEIGHT = 90;

/** Least distance in points of the box from what can show in the address window. */
const BESIDE_WINDOW = 10;

/** Where the box begins: at the column's left, or further right where a window reaches into it. */
function boxLeft(envelope: EnvelopeProfile): number {
  const area = visibleArea(envelope, 'addressWindow');
  if (area === null || area.top * 72 > AMOUNT_TOP + AMOUNT_HEIGHT) return ASIDE;
  return Math.max(ASIDE, area.right * 72 + BESIDE_WINDOW);
}

/** Labels and boxes beside the windows. */
export function drawAsideForm(content: Content, envelope: EnvelopeProfile, purpose: SheetPurpose): void {
  const left = boxLeft(envelope);
  ['Date', 'Member number'].forEach((label, at) => {
    content.text(STYLES.label, ASIDE, FACTS_TOP + at * 14, label);
  });
  content.box('tint', left, AMOUNT_TOP, RIGHT - left, AMOUNT_HEIGHT);
  content.frame('accent', 0.9, left, AMOUNT_TOP, RIGHT - left, AMOUNT_HEIGHT);
  content.text(STYLES.label, left + 14, AMOUNT_TOP + 21, boxLabel(purpose));
}

function boxLabel(purpose: SheetPurpose): string {
  if (purpose === 'CC') return 'CCP points outstanding';
  if (purpose === 'RC') return 'Received with thanks';
  if (purpose === 'AU') return 'Proof is asked for by';
  if (purpose === 'RT') return 'Documents received';
  if (isCasePurpose(purpose)) return CASE_BOX[purpose];
  return purpose === 'LP' ? 'Lapsed on' : 'Amount due';
}

const CASE_BOX: Readonly<Record<CasePurpose, string>> = {
  AK: 'Proof received on',
  AM: 'Proof is asked for by',
  AE: 'Proof is now asked for by',
  AC: 'Outcome of the audit',
  AN: 'Outcome of the audit',
  AR: 'Appeal received on',
  AD: 'Outcome on appeal',
};

/** Date, numbers, and in the box the one thing that matters. */
export function drawAside(content: Content, envelope: EnvelopeProfile, sheet: NoticeSheet): void {
  content.text(STYLES.value, VALUES, FACTS_TOP, displayDate(sheet.dated));
  content.text(STYLES.valueBold, VALUES, FACTS_TOP + 14, sheet.memberNo);
  content.text(
    STYLES.label,
    ASIDE,
    FACTS_TOP + 28,
    `Run ${sheet.run}  Sheet ${sheet.sheet} of ${sheet.sheets}`,
  );
  const { figure, corner, below } = boxTexts(sheet);
  const left = boxLeft(envelope);
  const room = RIGHT - left - 28;
  const long = left > ASIDE || sheet.purpose === 'CC' || !hasSlip(sheet.purpose);
  const [figureStyle, belowStyle] = long
    ? [fitted(content, STYLES.amount, figure, room), fitted(content, STYLES.due, below, room)]
    : [STYLES.amount, STYLES.due];
  content.text(figureStyle, left + 14, AMOUNT_TOP + 50, figure);
  if (corner !== null) {
    const beside = room - content.width(STYLES.label, boxLabel(sheet.purpose)) - 8;
    const style = left > ASIDE ? fitted(content, STYLES.label, corner, beside) : STYLES.label;
    content.text(style, RIGHT - 14, AMOUNT_TOP + 21, corner, 'right');
  }
  content.text(belowStyle, left + 14, AMOUNT_TOP + 74, below);
}

/** The style, smaller where the text is wider than its room. */
function fitted(content: Content, style: Style, text: string, room: number): Style {
  const width = content.width(style, text);
  return width <= room ? style : { ...style, size: Math.floor((style.size * room * 4) / width) / 4 };
}

interface BoxTexts {
  readonly figure: string;
  /** In the box's top right corner. */
  readonly corner: string | null;
  readonly below: string;
}

function boxTexts(sheet: NoticeSheet): BoxTexts {
  const figure = displayCents(sheet.totalCents);
  const arrears = sheet.lines.reduce((sum, line) => sum + line.arrearsCents, 0);
  switch (sheet.purpose) {
    case 'RN':
    case 'RM': {
      const corner = arrears > 0 ? `${displayCents(arrears)} of it past due` : null;
      return { figure, corner, below: `Due by ${displayDate(dueOn(sheet))}` };
    }
    case 'PD':
    case 'P2':
      return { figure, corner: 'Past due', below: `Was due by ${displayDate(dueOn(sheet))}` };
    case 'FN':
      return { figure, corner: 'Past due', below: `Pay by ${displayDate(payBy(sheet))}` };
    case 'CC':
      return { figure: points(sheet), corner: null, below: `Cycle ends ${displayDate(dueOn(sheet))}` };
    case 'LP':
      return {
        figure: displayDate(lapsesOn(sheet)),
        corner: null,
        below: sheet.lines.map(({ code }) => code).join(', '),
      };
    case 'RC':
      return {
        figure: displayCents(paidCents(sheet)),
        corner: null,
        below: `On ${displayDate(paidOn(sheet))}`,
      };
    case 'AU':
      return {
        figure: displayDate(dueOn(sheet)),
        corner: null,
        below: `CCP audit of ${sheet.lines.map(({ code }) => code).join(', ')}`,
      };
    case 'RT':
      return { figure: receivedOn(sheet), corner: null, below: `${receivedPages(sheet)}, not accepted` };
    case 'AK':
    case 'AM':
    case 'AE':
    case 'AC':
    case 'AN':
    case 'AR':
    case 'AD':
      return caseBox(sheet);
    default:
      return assertNever(sheet.purpose);
  }
}

/** The outcome, or else the day that the letter is about. */
function caseBox({ purpose, lines, dated }: NoticeSheet): BoxTexts {
  const told = lines[0]?.case;
  const audit = `CCP audit of ${lines.map(({ code }) => code).join(', ')}`;
  const outcome = told?.outcome ?? null;
  if (outcome !== null && purpose !== 'AR') {
    const figure = outcome === 'compliant' ? 'Compliant' : 'Not compliant';
    const by = told?.appealBy ?? null;
    return { figure, corner: null, below: by === null ? audit : `Appeal by ${displayDate(by)}` };
  }
  const day = purpose === 'AM' || purpose === 'AE' ? told?.dueOn : told?.on;
  return { figure: displayDate(day ?? dated), corner: null, below: audit };
}

function points({ lines }: NoticeSheet): string {
  const [one, ...more] = lines;
  if (one !== undefined && more.length === 0) return String(one.pointsOutstanding);
  if (lines.length > 4) return `${lines.length} certifications`;
  return lines.map((line) => `${line.code} ${line.pointsOutstanding}`).join('  ·  ');
}
