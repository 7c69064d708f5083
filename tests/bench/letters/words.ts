import { filled } from '../../../electron/printing/letter/body.ts';
import { officeAddress } from '../../../electron/printing/letter/merge-fields.ts';
import { loadLetter, type Section } from '../../../electron/printing/letter/template.ts';
import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { office, RESOURCES } from '../../printing/sample-run.ts';

const letter = loadLetter(`${RESOURCES}/letters/renewal.txt`);

/** Every word that our letter has, for the other ways of printing it. The benchmark compares them by reading back. */
export interface LetterWords {
  readonly code: string;
  readonly wordmark: string;
  readonly contact: readonly string[];
  readonly from: readonly string[];
  readonly address: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  readonly run: string;
  readonly amount: string;
  readonly past: string;
  readonly due: string;
  readonly subject: string;
  readonly opening: readonly string[];
  readonly heads: readonly [string, string, string];
  readonly rows: readonly (readonly [string, string, string])[];
  readonly rest: readonly string[];
  readonly policy: string;
  readonly closing: readonly string[];
  readonly slip: string;
  readonly sendTo: readonly string[];
  readonly slipFacts: readonly (readonly [string, string])[];
}

export function letterWords(sheet: NoticeSheet): LetterWords {
  const words = (section: Section) =>
    (letter[section] ?? []).map((paragraph) => filled(paragraph, office, sheet));
  const arrears = sheet.lines.reduce((sum, line) => sum + line.arrearsCents, 0);
  const due = displayDate(sheet.lines[0]?.dueOn ?? sheet.dated);
  const [street, ...rest] = officeAddress(office);
  return {
    code: sheetCodeText({ run: sheet.run, sheet: sheet.sheet, purpose: 'RN' }),
    wordmark: office.name,
    contact: [office.website, `${office.phone}  ·  ${office.email}`],
    from: [office.name, `${street}, ${rest[0]}`, ...rest.slice(1)],
    address: sheet.addressLines,
    facts: [
      ['Date', displayDate(sheet.dated)],
      ['Member number', sheet.memberNo],
    ],
    run: `Run ${sheet.run}  Sheet ${sheet.sheet} of ${sheet.sheets}`,
    amount: displayCents(sheet.totalCents),
    past: arrears === 0 ? '' : `${displayCents(arrears)} of it past due`,
    due: `Due by ${due}`,
    subject: words('subject')[0] ?? '',
    opening: [...words('greeting'), ...words(sheet.lines.length > 1 ? 'opening-several' : 'opening-one')],
    heads: ['Certification and fee year', 'CCP points', 'Amount due'],
    rows: [
      ...sheet.lines.flatMap((line): (readonly [string, string, string])[] => [
        [
          `${line.certificationName} (${line.code})`,
          `${line.pointsCounted} of ${line.pointsRequired} recorded, ${line.pointsOutstanding} outstanding`,
          displayCents(line.amountCents),
        ],
        [
          `Year ${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`,
          `Cycle ends ${displayDate(line.cycleEnd)}`,
          `due ${displayDate(line.dueOn)}`,
        ],
        ...(line.arrearsCents === 0
          ? []
          : [['Earlier years, past due', '', displayCents(line.arrearsCents)] as const]),
      ]),
      ...(sheet.lines.length > 1 || arrears > 0
        ? [['Total due', '', displayCents(sheet.totalCents)] as const]
        : []),
    ],
    rest: [
      ...(arrears > 0 ? words('arrears') : []),
      ...(sheet.lines.some((line) => line.pointsOutstanding > 0) ? words('points') : []),
      ...words('if-not-paid'),
    ],
    policy: `“${sheet.consequence.sentence}” Policy ${sheet.consequence.citation}.`,
    closing: [...words('how-to-pay'), ...words('closing')],
    slip: words('slip')[0] ?? '',
    sendTo: [office.name, ...officeAddress(office)],
    slipFacts: [
      ['Member number', sheet.memberNo],
      ['For', sheet.lines.map((line) => line.code).join(', ')],
      ['Due date', due],
      ['Sheet', `${sheet.run}, ${sheet.sheet} of ${sheet.sheets}`],
    ],
  };
}
