import type {
  ApplicationView,
  FelonyAnswer,
  RecordedFelony,
} from '../../../shared/domain/recertification.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { felonyOf, saveFelony } from '../../repositories/recertification-felony.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import { refuseFelonyStrangers } from '../felony-readers.ts';
import type { Office } from '../office.ts';
import { onBooks } from '../payments/books.ts';
import { existingApplication } from './application.ts';
import { onForm } from './form.ts';

// PB-REC-1: "felony question (and, if yes, date, nature, court, outcome)". Only those named in Settings read or record it; each reading
// is journalled, and no journal entry says what was read or recorded.

/**
 * Reads the answer to the felony question; null where none is recorded.
 * @throws StandingError `felony-closed`, `application-unknown`
 */
export function readFelony(office: Office, application: number): Promise<RecordedFelony | null> {
  return onBooks(office, async (books) => {
    await refuseFelonyStrangers({ reader: books.db }, books.actor);
    const record = await existingApplication(books.db, application);
    books.note(record, 'recertification.felony-read', { code: record.code, application });
    return felonyOf(books.db, application);
  });
}

/**
 * Records the answer as the form has it. A yes without its date, nature, court or outcome is kept, and is missing on the checklist.
 * @throws StandingError `felony-closed`, `application-unknown`, `application-decided`, `felony-contradicts`, `card-number`
 */
export function recordFelony(
  office: Office,
  { application, ...typed }: { readonly application: number } & FelonyAnswer,
): Promise<ApplicationView> {
  return onForm(office, application, async (books, record) => {
    await refuseFelonyStrangers({ reader: books.db }, books.actor);
    const felony: FelonyAnswer = {
      answer: typed.answer,
      happenedOn: typed.happenedOn.trim(),
      nature: typed.nature.trim(),
      court: typed.court.trim(),
      outcome: typed.outcome.trim(),
    };
    const parts = [felony.happenedOn, felony.nature, felony.court, felony.outcome];
    refuseCardNumbers(parts);
    if (felony.answer === 'no' && parts.some((part) => part !== ''))
      throw new StandingError(
        'felony-contradicts',
        'The answer is no, but details are given.',
        'Answer yes, or clear the details.',
      );
    const whole = felony.answer === 'no' || parts.every((part) => part !== '');
    await saveFelony(books.write, application, felony, whole);
    books.note(record, 'recertification.felony-recorded', { code: record.code, application });
  });
}
