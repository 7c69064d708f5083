import { readFile, stat } from 'node:fs/promises';
import { StandingError } from '../../shared/ipc/errors.ts';
import type { MainHandlers } from './handlers.ts';

export const shellMain: MainHandlers<'shell.showFile' | 'shell.setTheme' | 'shell.chooseImage'> = {
  'shell.showFile'(shell, { file }) {
    shell.showFile(file);
    return null;
  },
  'shell.setTheme'(shell, { theme }) {
    shell.setTheme(theme);
    return null;
  },
  async 'shell.chooseImage'(shell) {
    const kinds = [{ name: 'Picture', extensions: ['png', 'jpg', 'jpeg'] }];
    const [file] = (await shell.chooseFiles('Choose the office’s logo', kinds, false)) ?? [];
    return file === undefined ? null : { base64: (await readImage(file)).toString('base64') };
  },
};

/** Bytes; as base64 text within what an office profile may hold. */
const LARGEST_IMAGE = 1_400_000;
const SIGNATURES = ['89504e470d0a1a0a', 'ffd8ff'];

/** @throws StandingError `not-an-image`, `image-too-large` */
async function readImage(file: string): Promise<Buffer> {
  if ((await stat(file)).size > LARGEST_IMAGE) {
    throw new StandingError(
      'image-too-large',
      'The picture is larger than 1.4 MB.',
      'Choose a smaller one; about 600 dots wide is plenty on paper.',
    );
  }
  const bytes = await readFile(file);
  const start = bytes.subarray(0, 8).toString('hex');
  if (!SIGNATURES.some((signature) => start.startsWith(signature)))
    throw new StandingError('not-an-image', 'The file is no PNG or JPEG picture.', 'Choose another picture.');
  return bytes;
}
