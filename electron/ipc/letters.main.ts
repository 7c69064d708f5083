import { StandingError } from '../../shared/ipc/errors.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';
import { calibrationFile } from './office-files.ts';

export const lettersMain: MainHandlers<'stationery.printCalibration'> = {
  async 'stationery.printCalibration'(shell) {
    const { folder } = shell.threads;
    if (folder === null) throw noOffice();
    const answer = await shell.threads.ask('stationery.calibrationPage', undefined);
    if (!answer.ok) throw new StandingError(answer.error.code, answer.error.message, answer.error.fix);
    return { sent: await shell.printPdf(calibrationFile(folder)) };
  },
};
