import { join } from 'node:path';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PrinterOffset } from '../../shared/domain/stationery.ts';
import { CALIBRATION, printCalibrationPage } from '../printing/calibration-page.ts';
import { parseEnvelope } from '../printing/envelope/profile.ts';
import { movedCopy } from '../printing/pdf/moved-copy.ts';
import type { OfficeView } from './office.ts';
import { refuseOwnFile } from './own-files.ts';
import { officeStationery, printerOffset, shippedEnvelope } from './stationery.ts';

/** Writes the page that a printer is measured with, on the paper of the office's envelope. @throws StandingError `office-file`, `cannot-write` */
export async function calibrationPage(
  view: OfficeView,
  outFile: string,
  today: CalendarDate,
): Promise<{ readonly file: string }> {
  refuseOwnFile(outFile);
  const { envelope } = await officeStationery(view);
  const { sheet } = parseEnvelope(shippedEnvelope(view.resources, envelope), `${envelope}.json`);
  const fontsDir = join(view.resources, 'fonts');
  await printCalibrationPage({ fontsDir, outFile, sheet, dated: today });
  return { file: outFile };
}

/** How far a printer is off that has the calibration page's lines at these inches from the paper's left and top edges. */
export function offsetMeasured(fromLeft: number, fromTop: number): PrinterOffset {
  const exact = (inches: number) => Math.round(inches * 1000) / 1000;
  return { dx: exact(fromLeft - CALIBRATION.fromLeft), dy: exact(fromTop - CALIBRATION.fromTop) };
}

/**
 * Writes a print's copy for the office's own printer, every page moved against its error.
 * @returns false where the printer is not off, and nothing was written
 */
export async function copyForPrinter(
  view: Pick<OfficeView, 'reader'>,
  source: string,
  target: string,
): Promise<boolean> {
  const offset = await printerOffset(view);
  if (offset.dx === 0 && offset.dy === 0) return false;
  await movedCopy(source, target, offset);
  return true;
}
