import type { NoticeLine, NoticeSheet, OfficeProfile } from '../../shared/domain/notice.ts';
import { hasSlip } from '../../shared/domain/sheet-code.ts';
import { displayDate } from '../../shared/util/dates.ts';
import { displayCents } from '../../shared/util/money.ts';
import { filled, first } from '../printing/letter/body.ts';
import { officeAddress, payBy } from '../printing/letter/merge-fields.ts';
import type { LetterTemplate } from '../printing/letter/template.ts';
import type { WordBlock } from './letter-words.ts';

/** The slip to print and send in: for the payment, or for the CCP attestation. A lapse notice, a receipt and an audit notice have none. */
export function slipBlocks(
  office: OfficeProfile,
  letter: LetterTemplate,
  sheet: NoticeSheet,
): readonly WordBlock[] {
  if (!hasSlip(sheet.purpose)) return [];
  const invitation: WordBlock = { kind: 'small', text: filled(first(letter.slip), office, sheet) };
  return [
    invitation,
    ...(sheet.purpose === 'CC' ? attestation(office, letter, sheet) : [payment(office, sheet)]),
  ];
}

function payment(office: OfficeProfile, sheet: NoticeSheet): WordBlock {
  return {
    kind: 'facts',
    title: 'Payment slip',
    facts: [
      ['Member', sheet.memberName],
      ['Member number', sheet.memberNo],
      ['For', sheet.lines.map((line) => line.code).join(', ')],
      ['Pay by', displayDate(payBy(sheet))],
      ['Amount due', displayCents(sheet.totalCents)],
      ['Notice', `${sheet.run}, ${sheet.sheet}`],
      ['Send this slip and your check to', addressOf(office)],
    ],
  };
}

function attestation(
  office: OfficeProfile,
  letter: LetterTemplate,
  sheet: NoticeSheet,
): readonly WordBlock[] {
  return [
    { kind: 'heading', text: 'CCP attestation' },
    ...(letter.attestation ?? []).map(
      (paragraph): WordBlock => ({ kind: 'paragraph', text: filled(paragraph, office, sheet) }),
    ),
    { kind: 'lines', lines: sheet.lines.map(box) },
    {
      kind: 'facts',
      title: '',
      facts: [
        ['Member', `${sheet.memberName}, ${sheet.memberNo}`],
        ['Notice', `${sheet.run}, ${sheet.sheet}`],
        ['Signature', LINE],
        ['Date', LINE],
        ['Send to', addressOf(office)],
      ],
    },
  ];
}

const LINE = '_'.repeat(28);

/** A box to tick. */
function box(line: NoticeLine): string {
  const cycle = `cycle ${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`;
  return `[  ] ${line.certificationName} (${line.code}): ${line.pointsRequired} points, ${cycle}`;
}

function addressOf(office: OfficeProfile): string {
  return [office.name, ...officeAddress(office)].join(', ');
}
