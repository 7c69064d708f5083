import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { FileOutcome } from '../../../shared/domain/intake.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { PageReader } from '../../documents/reading/reader.ts';
import type { Work } from '../../jobs/work.ts';
import type { Office } from '../office.ts';
import { outcomeOf } from './outcomes.ts';
import { receiveBytes } from './receive.ts';
import { readUnread } from './take.ts';

/** A picture has no name of its own. */
const NAME = 'pasted picture.png';

/**
 * Takes a pasted picture in, as a file that was chosen.
 * @param bytes null where there is none any more
 * @throws StandingError `nothing-pasted`, `cancelled`
 */
export async function takePasted(
  office: Office,
  reader: PageReader,
  bytes: Uint8Array | null,
  on: CalendarDate,
  work: Work,
): Promise<readonly FileOutcome[]> {
  if (bytes === null)
    throw new StandingError(
      'nothing-pasted',
      'The picture was taken in already.',
      'Copy it again, and paste it.',
    );
  const came = await receiveBytes(office, { bytes, name: NAME, channel: 'pasted' }, on);
  if (!('refused' in came)) await readUnread(office, reader, on, work);
  return [await outcomeOf(office, NAME, came, new Set())];
}
