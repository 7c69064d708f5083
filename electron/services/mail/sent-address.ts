import { join } from 'node:path';
import { fitAddress, type Measure } from '../../printing/address/fit-address.ts';
import { parseEnvelope } from '../../printing/envelope/profile.ts';
import { loadLetterFonts } from '../../printing/type/face.ts';
import { addressesOf, type KnownAddress, type PrintedSheet } from '../../repositories/returned-mail.ts';
import { frozenRun } from '../../repositories/runs.ts';
import type { OfficeView } from '../office.ts';

/**
 * Which of a member's addresses a sheet was sent to: the one in force when its run was prepared that gives the very lines that were
 * printed. null where that address is no longer on record.
 */
export async function sentAddress(view: OfficeView, piece: PrintedSheet): Promise<KnownAddress | null> {
  const known = await addressesOf(view.reader, piece.memberId);
  const then = known.filter(
    ({ validFrom, validTo }) =>
      validFrom <= piece.preparedOn && (validTo === null || validTo >= piece.preparedOn),
  );
  const [only] = then;
  // Addresses that changed on the very day can only be told apart by what was printed.
  const certain =
    then.length === 1 && only !== undefined && only.validFrom < piece.preparedOn && only.validTo === null;
  if (certain) return only;
  const envelope = parseEnvelope((await frozenRun(view.reader, piece.run)).envelope, 'the run’s envelope');
  const measure = addressMeasure(view.resources);
  const printed = piece.content.addressLines.join('\n');
  const same = then.find((address) => {
    const fitted = fitAddress(piece.content.memberName, address, envelope, measure);
    return !('held' in fitted) && fitted.lines.join('\n') === printed;
  });
  return same ?? null;
}

/** Widths in the face that addresses are printed in. */
function addressMeasure(resources: string): Measure {
  const { plain } = loadLetterFonts(join(resources, 'fonts'));
  return (text, size) => plain.width(text, size);
}
