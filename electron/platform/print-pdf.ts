import { basename, dirname } from 'node:path';
import { BrowserWindow } from 'electron';
import { StandingError } from '../../shared/ipc/errors.ts';
import { HOME } from './page-address.ts';
import { CONFINED } from './window.ts';

/** What Chromium says when the person closes the print dialog. */
const DISMISSED = /cancell?ed/i;
/** The PDF viewer lays out its first page after the document counts as loaded. */
const VIEWER_MS = 500;

/**
 * Shows a run's PDF in a window of its own and opens the system's print dialog over it.
 * @returns false when the person dismissed the dialog
 * @throws StandingError `not-sent-to-printer`
 */
export async function printPdf(parent: BrowserWindow | null, file: string): Promise<boolean> {
  const viewer = new BrowserWindow({
    ...(parent === null ? {} : { parent }),
    width: 900,
    height: 900,
    title: basename(file),
    webPreferences: { ...CONFINED, plugins: true },
  });
  try {
    await viewer.loadURL(addressOf(file));
    await new Promise((resolve) => setTimeout(resolve, VIEWER_MS));
    return await sent(viewer);
  } finally {
    if (!viewer.isDestroyed()) viewer.destroy();
  }
}

/** Within the window's own pages: the calibration page lies with the jobs, all else with its run. */
function addressOf(file: string): string {
  const folder = basename(dirname(file));
  return folder === 'jobs' ? `${HOME}jobs/${basename(file)}` : `${HOME}runs/${folder}/${basename(file)}`;
}

function sent(viewer: BrowserWindow): Promise<boolean> {
  return new Promise((resolve, reject) => {
    viewer.webContents.print({ silent: false, printBackground: true }, (success, reason) => {
      if (success || DISMISSED.test(reason)) return resolve(success);
      reject(
        new StandingError(
          'not-sent-to-printer',
          `The notices did not reach a printer (${reason}).`,
          'Save the PDF and print it with your PDF program at 100 %.',
        ),
      );
    });
  });
}
