import type { NoticeLine, NoticeSheet, OfficeProfile } from '../../shared/domain/notice.ts';
import { displayDate } from '../../shared/util/dates.ts';
import { displayCents } from '../../shared/util/money.ts';
import { filled, first } from '../printing/letter/body.ts';
import { dueOn, officeAddress } from '../printing/letter/merge-fields.ts';
import type { LetterTemplate, Section } from '../printing/letter/template.ts';

/** A part of an e-mailed letter. */
export type WordBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'small'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | {
      readonly kind: 'facts';
      /** Empty = none. */
      readonly title: string;
      readonly facts: readonly (readonly [label: string, value: string])[];
    };

/** What an e-mailed letter says, however it is set. */
export interface LetterWords {
  readonly subject: string;
  readonly blocks: readonly WordBlock[];
}

/** The words of a piece's letter, in the order in which the sheet has them; the slip to print and send in comes last. */
export function letterWords(office: OfficeProfile, letter: LetterTemplate, sheet: NoticeSheet): LetterWords {
  const words = (section: Section): WordBlock[] =>
    letter[section].map((paragraph) => ({ kind: 'paragraph', text: filled(paragraph, office, sheet) }));
  const arrears = sheet.lines.some((line) => line.arrearsCents > 0);
  const outstanding = sheet.lines.some((line) => line.boundByCcp && line.pointsOutstanding > 0);
  const { citation, sentence } = sheet.consequence;
  const subject = filled(first(letter.subject), office, sheet);
  return {
    subject,
    blocks: [
      { kind: 'lines', lines: [office.name, ...officeAddress(office), displayDate(sheet.dated)] },
      { kind: 'heading', text: subject },
      ...words('greeting'),
      ...words(sheet.lines.length > 1 ? 'opening-several' : 'opening-one'),
      ...sheet.lines.map(lineFacts),
      ...total(sheet),
      ...(arrears ? words('arrears') : []),
      ...(outstanding ? words('points') : []),
      ...words('if-not-paid'),
      { kind: 'small', text: `“${sentence}” Policy ${citation}.` },
      ...words('how-to-pay'),
      ...words('closing'),
      ...slip(office, letter, sheet),
      { kind: 'small', text: howToStop(office) },
    ],
  };
}

function lineFacts(line: NoticeLine): WordBlock {
  const facts: [string, string][] = [
    ['Year', `${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`],
    ['Amount due', `${displayCents(line.amountCents)}, due ${displayDate(line.dueOn)}`],
  ];
  if (line.arrearsCents > 0) facts.push(['Earlier years, past due', displayCents(line.arrearsCents)]);
  facts.push(['CCP points', pointsText(line)], ['Cycle ends', displayDate(line.cycleEnd)]);
  return { kind: 'facts', title: `${line.certificationName} (${line.code})`, facts };
}

function pointsText(line: NoticeLine): string {
  if (!line.boundByCcp) return 'Voluntary: none required';
  const points = `${line.pointsCounted} of ${line.pointsRequired} recorded, ${line.pointsOutstanding} outstanding`;
  return line.attested ? `${points}. Attested.` : points;
}

/** Where the sum is not the one amount above it. */
function total(sheet: NoticeSheet): readonly WordBlock[] {
  const [only] = sheet.lines;
  if (sheet.lines.length === 1 && only?.arrearsCents === 0) return [];
  return [{ kind: 'facts', title: '', facts: [['Total due', displayCents(sheet.totalCents)]] }];
}

function slip(office: OfficeProfile, letter: LetterTemplate, sheet: NoticeSheet): readonly WordBlock[] {
  return [
    { kind: 'small', text: filled(first(letter.slip), office, sheet) },
    {
      kind: 'facts',
      title: 'Payment slip',
      facts: [
        ['Member', sheet.memberName],
        ['Member number', sheet.memberNo],
        ['For', sheet.lines.map((line) => line.code).join(', ')],
        ['Due date', displayDate(dueOn(sheet))],
        ['Amount due', displayCents(sheet.totalCents)],
        ['Notice', `${sheet.run}, ${sheet.sheet}`],
        ['Send this slip and your check to', [office.name, ...officeAddress(office)].join(', ')],
      ],
    },
  ];
}

function howToStop(office: OfficeProfile): string {
  return `You get this notice by e-mail from ${office.name}. To get no more e-mail from us, answer with the word “unsubscribe”; notices then come by post.`;
}
