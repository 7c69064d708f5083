import { basename } from 'node:path';
import type { ResultOf } from '../../shared/ipc/contract.ts';
import { documentPath } from '../documents/store.ts';
import { copyWhole } from '../platform/copy-whole.ts';
import type { MainHandlers } from './handlers.ts';
import { noOffice } from './no-office.ts';
import type { Shell } from './shell.ts';

const KINDS = [
  { name: 'Scans and photos', extensions: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'heic', 'heif'] },
  // The type is taken from the content.
  { name: 'All files', extensions: ['*'] },
];

export const intakeMain: MainHandlers<
  | 'intake.chooseFiles'
  | 'intake.chooseFolder'
  | 'intake.paste'
  | 'intake.saveCopy'
  | 'intake.page'
  | 'intake.words'
> = {
  async 'intake.chooseFiles'(shell) {
    return (await shell.chooseFiles('Choose the documents to take in', KINDS, true)) ?? [];
  },
  'intake.chooseFolder': (shell) => shell.chooseFolder('Choose the folder that the scanner writes to'),
  async 'intake.paste'(shell) {
    const files = await shell.clipboard.files();
    if (files.length > 0) return { kind: 'files', files };
    const picture = await shell.clipboard.picture();
    if (picture === null) return { kind: 'nothing' };
    return { kind: 'picture', held: await shell.threads.holdPasted(picture) };
  },
  async 'intake.saveCopy'(shell, { sha256, name }) {
    const file = documentIn(shell, sha256);
    const target = await shell.chooseTarget('Save a copy of the document', basename(name), []);
    if (target !== null) await copyWhole(file, target);
    return target;
  },
  async 'intake.page'(shell, { sha256, type, page, small }) {
    const file = documentIn(shell, sha256);
    // Nothing can be read in a small picture.
    if (small === true) return shell.pages.picture(file, type, page, false, 'small');
    return shell.pages.picture(file, type, page, await recognises(shell));
  },
  async 'intake.words'(shell, { sha256, type, page }) {
    return shell.pages.words(documentIn(shell, sha256), type, page, await recognises(shell));
  },
};

function documentIn({ threads: { folder } }: Shell, sha256: string): string {
  if (folder === null) throw noOffice();
  return documentPath(folder, sha256);
}

/** Whether the office wants words looked for in pictures. */
async function recognises({ threads }: Shell): Promise<boolean> {
  const answer = await threads.ask('intake.recognition', undefined);
  // The channel's own answer.
  return answer.ok && (answer.value as ResultOf<'intake.recognition'>);
}
