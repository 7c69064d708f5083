import { isAuditLetter } from '../../../shared/domain/audit-letters.ts';
import type { LetterKind } from '../../../shared/domain/desk-letters.ts';
import type { MailSettings } from '../../../shared/domain/email.ts';
import { STEP_KINDS } from '../../../shared/domain/notice-schedule.ts';
import { purposeOf } from '../../../shared/domain/sheet-code.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { letterWords } from '../../mail/letter-words.ts';
import { messageBytes } from '../../mail/message.ts';
import { parseLetter } from '../../printing/letter/template.ts';
import { type EmailMessage, pieceContent } from '../../repositories/email.ts';
import { frozenRun, type Run } from '../../repositories/runs.ts';
import { coverPdf } from '../notices/cover-pdf.ts';
import { existingRun } from '../notices/runs.ts';
import type { OfficeView } from '../office.ts';

/** Writes the messages of a run from what was frozen with it. */
export interface Composer {
  /** The same bytes for the same message, whenever it is written. */
  write(message: EmailMessage): Promise<Buffer>;
}

/** @throws StandingError `run-unknown`, `bad-letter` */
export async function composerFor(
  view: Pick<OfficeView, 'reader' | 'folder' | 'resources'>,
  run: string,
  settings: MailSettings,
): Promise<Composer> {
  const known: Run = await existingRun(view, run);
  const { office, letter } = await frozenRun(view.reader, run);
  const template = parseLetter(letter, `the letter of run ${run}`, kindOf(known));
  return {
    async write(message) {
      const content = await pieceContent(view.reader, run, message.position);
      const sheet = {
        run,
        purpose: purposeOf(known.kind, known.step),
        sheet: message.position,
        sheets: known.selected,
        dated: known.preparedOn,
        month: known.month,
        ...content,
      };
      const covers = await coverPdf(view, office, sheet);
      return messageBytes({
        settings,
        office,
        to: { name: content.memberName, address: message.address },
        memberNo: content.memberNo,
        messageId: message.messageId,
        date: message.recordedAt,
        words: letterWords(office, template, sheet),
        ...(covers === null ? {} : { attachment: { name: 'Cover sheets.pdf', pdf: covers } }),
      });
    },
  };
}

/** @throws StandingError `run-without-letters` */
function kindOf({ id, kind }: Run): LetterKind {
  const step = STEP_KINDS.find((known) => known === kind);
  if (step !== undefined) return step;
  if (isAuditLetter(kind)) return kind;
  throw new StandingError('run-without-letters', `Run ${id} has no letters that could be e-mailed.`);
}
