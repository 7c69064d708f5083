import { join } from 'node:path';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import { parseEnvelope } from '../../../printing/envelope/profile.ts';
import { destructionPages } from '../../../printing/papers/destruction-paper.ts';
import { Content } from '../../../printing/pdf/content.ts';
import { letterSetters, printPages } from '../../../printing/print-pages.ts';
import { destructionLog } from '../../../repositories/destructions.ts';
import type { OfficeView } from '../../office.ts';
import { refuseOwnFile } from '../../own-files.ts';
import { officeProfile } from '../../profile.ts';
import { officeStationery, shippedEnvelope } from '../../stationery.ts';

/** More than any one action destroys. */
const ALL = 1_000_000;

/**
 * Prints the certificate of a destruction: what was destroyed, by whom, when and under which policy value; the log says the same for ever.
 * @throws StandingError `destruction-unknown`, `office-file`, `cannot-write`
 */
export async function printDestruction(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  destruction: number,
  outFile: string,
): Promise<{ readonly file: string; readonly pages: number; readonly sha256: string }> {
  refuseOwnFile(outFile);
  const { rows } = await destructionLog(view.reader, { destruction, inOrder: true, offset: 0, limit: ALL });
  const [first] = rows;
  if (first === undefined)
    throw new StandingError(
      'destruction-unknown',
      `There is no destruction ${destruction}.`,
      'See the log in Intake, Retention.',
    );
  const office = await officeProfile(view);
  const { envelope: id } = await officeStationery(view);
  const envelope = parseEnvelope(shippedEnvelope(view.resources, id), `${id}.json`);
  const fontsDir = join(view.resources, 'fonts');
  const title = `Certificate of destruction ${destruction}`;
  const words = {
    title,
    author: office.name,
    subject: `${title}, ${displayDate(first.destroyedOn)}`,
    language: 'en-US',
    dated: first.destroyedOn,
  };
  const pages = destructionPages(
    { office, envelope, destruction, rows },
    new Content(letterSetters(fontsDir)),
  );
  const printed = await printPages({ words, fontsDir, outFile }, pages);
  return { file: outFile, ...printed };
}
