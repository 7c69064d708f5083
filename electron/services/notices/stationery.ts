import { join } from 'node:path';
import type { LetterKind } from '../../../shared/domain/desk-letters.ts';
import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import type { FrozenRun } from '../../../shared/domain/run-content.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { FittedAddress, HeldAddress, Measure } from '../../printing/address/fit-address.ts';
import { fitAddress } from '../../printing/address/fit-address.ts';
import { type EnvelopeProfile, parseEnvelope } from '../../printing/envelope/profile.ts';
import { parseLetter } from '../../printing/letter/template.ts';
import { loadLetterFonts } from '../../printing/type/face.ts';
import type { Recipient } from '../../repositories/renewal-candidates.ts';
import { letterText } from '../letters/current.ts';
import type { OfficeView } from '../office.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';

/** What a run is printed on and with, as it is now. */
export interface Stationery {
  readonly frozen: FrozenRun;
  /** Sets a recipient's address, or says why the piece is held. */
  fit(recipient: Recipient): FittedAddress | HeldAddress;
}

/**
 * Reads a step's letter, the envelope and the fonts, and checks them before a run is prepared with them.
 * @throws StandingError `office-unnamed`, `bad-letter`, `bad-envelope`, `fonts-missing`
 */
export async function stationery(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  office: OfficeProfile,
  step: { readonly kind: LetterKind; readonly letter: string },
): Promise<Stationery> {
  const { resources } = view;
  if (office.name === '' || office.address.address1 === '' || office.address.city === '') {
    throw new StandingError(
      'office-unnamed',
      'The office has no name or return address yet, so no letter can be written.',
      'Fill in the office profile in Settings (or make the office with a sample) and prepare the run again.',
    );
  }
  const { text: letter, version: letterVersion } = await letterText(view, step.letter);
  parseLetter(letter, `${step.letter}.txt`, step.kind);
  const { envelope: id, signature } = await officeStationery(view);
  const envelopeText = shippedEnvelope(resources, id);
  const envelope = parseEnvelope(envelopeText, `${id}.json`);
  const measure = addressMeasure(resources);
  return {
    frozen: {
      office,
      letter,
      letterVersion,
      ...(signature === null ? {} : { signature }),
      envelope: envelopeText,
    },
    fit: (recipient) => fitTo(recipient, envelope, measure),
  };
}

/** How addresses fit the office's own envelope, as it is now. @throws StandingError `bad-envelope`, `fonts-missing` */
export async function addressFit(view: Pick<OfficeView, 'reader' | 'resources'>): Promise<Stationery['fit']> {
  const { envelope: id } = await officeStationery(view);
  const envelope = parseEnvelope(shippedEnvelope(view.resources, id), `${id}.json`);
  const measure = addressMeasure(view.resources);
  return (recipient) => fitTo(recipient, envelope, measure);
}

/** Widths in the face that addresses are printed in. */
function addressMeasure(resources: string): Measure {
  const { plain } = loadLetterFonts(join(resources, 'fonts'));
  return (text, size) => plain.width(text, size);
}

function fitTo(
  { name, address, badReason }: Recipient,
  envelope: EnvelopeProfile,
  measure: Measure,
): FittedAddress | HeldAddress {
  if (address === null) return { held: 'No usable address: there is none.' };
  if (badReason !== null) return { held: `No usable address: post came back from it (${badReason}).` };
  return fitAddress(name, address, envelope, measure);
}
