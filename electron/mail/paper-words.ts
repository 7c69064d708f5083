import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { OfficeProfile } from '../../shared/domain/notice.ts';
import { displayDate } from '../../shared/util/dates.ts';
import { officeAddress } from '../printing/letter/merge-fields.ts';
import type { AccountPaper } from '../printing/papers/account-paper.ts';
import { howToStop, type LetterWords } from './letter-words.ts';

/** A paper about money that is attached to an e-mail. */
export interface AttachedPaper {
  /** In one word: `receipt`. */
  readonly thing: string;
  readonly memberName: string;
  readonly dated: CalendarDate;
  readonly body: Pick<AccountPaper, 'title' | 'facts' | 'columns' | 'rows' | 'sums' | 'notes'>;
}

/** What the e-mail around an attached paper says: all that the paper says, so that nobody has to open it to read it. */
export function paperWords(
  office: OfficeProfile,
  { thing, memberName, dated, body }: AttachedPaper,
): LetterWords {
  const heads = body.columns.map(({ head }) => head);
  return {
    subject: `${body.title}, ${office.name}`,
    blocks: [
      { kind: 'lines', lines: [office.name, ...officeAddress(office), displayDate(dated)] },
      { kind: 'heading', text: body.title },
      { kind: 'paragraph', text: `Dear ${memberName},` },
      {
        kind: 'paragraph',
        text: `Your ${thing} is attached as a PDF file to keep. It says:`,
      },
      { kind: 'facts', title: '', facts: body.facts },
      ...body.rows.map((cells) => ({
        kind: 'facts' as const,
        title: '',
        facts: cells.flatMap((cell, at) => (cell === '' ? [] : [[heads[at] ?? '', cell] as const])),
      })),
      { kind: 'facts', title: '', facts: body.sums },
      ...body.notes.map((text) => ({ kind: 'small' as const, text })),
      {
        kind: 'paragraph',
        text:
          office.phone === ''
            ? 'Questions? Answer this e-mail.'
            : `Questions? Call ${office.phone} or answer this e-mail.`,
      },
      { kind: 'small', text: howToStop(office, thing) },
    ],
  };
}
