import type { BarcodeSetting, PostalSettings } from '../../../shared/domain/postal.ts';
import type { FrozenRun } from '../../../shared/domain/run-content.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Write } from '../../db/transaction.ts';
import { saveSetting, setting, settingIn } from '../../repositories/settings.ts';
import type { Office, OfficeView } from '../office.ts';

const AT_FIRST: PostalSettings = { duplex: false, barcode: null };

/** How the office prints and posts; at first single-sided and without barcodes. */
export async function postalSettings(view: Pick<OfficeView, 'reader'>): Promise<PostalSettings> {
  return (await setting(view.reader, 'postal')) ?? AT_FIRST;
}

/**
 * Changes it. Barcodes go on runs prepared from now on; blank backs on whatever is printed from now on.
 * @throws StandingError `barcode-invalid`
 */
export async function savePostalSettings(office: Office, after: PostalSettings): Promise<PostalSettings> {
  if (after.barcode !== null) checkBarcode(after.barcode);
  const before = await postalSettings(office);
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  await office.act(async (write) => {
    await saveSetting(write, 'postal', after);
    write.journal({
      action: 'office.postal-changed',
      subject: 'office',
      subjectId: 'postal',
      detail: { before, after },
    });
  });
  return after;
}

function checkBarcode({ mailerId, serviceType, barcodeId }: BarcodeSetting): void {
  const wrong =
    mailerIdProblem(mailerId) ??
    (/^\d{3}$/.test(serviceType) ? null : `The service type “${serviceType}” is not three digits.`) ??
    (/^\d[0-4]$/.test(barcodeId)
      ? null
      : `The barcode identifier “${barcodeId}” is not two digits with the second from 0 to 4.`);
  if (wrong !== null)
    throw new StandingError('barcode-invalid', wrong, 'Take it from what the USPS assigned to the office.');
}

/** Mailer IDs of nine digits begin with 9, those of six with 0 to 8 (USPS-B-3200, 2.1.3). */
function mailerIdProblem(mailerId: string): string | null {
  if (/^9\d{8}$/.test(mailerId) || /^[0-8]\d{5}$/.test(mailerId)) return null;
  return `The Mailer ID “${mailerId}” is neither six digits that begin with 0 to 8 nor nine that begin with 9.`;
}

/**
 * What a run that is being published keeps of the barcode setting: the serial numbers of its sheets are its own, and no other run's
 * until the Mailer ID's digits are used up.
 */
export async function withBarcodes(write: Write, frozen: FrozenRun, sheets: number): Promise<FrozenRun> {
  const barcode = (await settingIn(write, 'postal'))?.barcode ?? null;
  if (barcode === null || sheets === 0) return frozen;
  const firstSerial = (await settingIn(write, 'nextSerial')) ?? 1;
  await saveSetting(write, 'nextSerial', firstSerial + sheets);
  return { ...frozen, barcodes: { ...barcode, firstSerial } };
}
