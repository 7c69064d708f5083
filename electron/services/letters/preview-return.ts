import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeSheet, ReceivedPapers } from '../../../shared/domain/notice.ts';
import { PAPERS_FATES } from '../../../shared/domain/return-letters.ts';
import { monthText } from '../../../shared/util/dates.ts';
import type { Recipient } from '../../repositories/renewal-candidates.ts';
import { returnsOfMember } from '../../repositories/return-letters.ts';
import { GATE_CITATION } from '../../rules/intake/gate.ts';
import { RETURN_STEP, receivedOf, returnContent } from '../intake/returns/prepare.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';

/** The return letter of a member: of what was refused, or where nothing was, of an example of each kind. The address is still to be set. */
export async function returnSheet(
  view: OfficeView,
  run: string,
  recipient: Recipient,
  today: CalendarDate,
): Promise<NoticeSheet> {
  const letters = await returnsOfMember(view.reader, recipient.memberId);
  const sentence = (await officePolicy(view)).sentence(GATE_CITATION).text;
  const received = letters.length === 0 ? example(today) : letters.map(receivedOf);
  return {
    run,
    purpose: 'RT',
    sheet: 1,
    sheets: 1,
    dated: today,
    month: monthText(today),
    ...returnContent(recipient, received, { citation: GATE_CITATION, sentence }),
    addressLines: [],
    addressSize: 0,
  };
}

function example(today: CalendarDate): readonly ReceivedPapers[] {
  return PAPERS_FATES.map((papers, at) => ({
    name: `example ${at + 1}.pdf`,
    on: today,
    pages: at + 1,
    papers,
  }));
}

/** Whether a letter is the one that sends documents back. */
export function isReturnLetter(letter: string): boolean {
  return letter === RETURN_STEP.letter;
}
