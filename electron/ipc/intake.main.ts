import { documentPath } from '../documents/store.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';

const KINDS = [
  { name: 'Scans and photos', extensions: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'] },
  // The type is taken from the content.
  { name: 'All files', extensions: ['*'] },
];

export const intakeMain: MainHandlers<'intake.chooseFiles' | 'intake.page'> = {
  async 'intake.chooseFiles'(shell) {
    return (await shell.chooseFiles('Choose the documents to take in', KINDS, true)) ?? [];
  },
  'intake.page'(shell, { sha256, type, page, small }) {
    const { folder } = shell.threads;
    if (folder === null) throw noOffice();
    return shell.drawPage(documentPath(folder, sha256), type, page, small === true ? 'small' : 'whole');
  },
};
