import { clipboard } from 'electron';
import type { Shell } from '../ipc/shell.ts';
import { copiedFiles } from './copied-files.ts';

/** What lies on the system's clipboard, as the shell hands it on. */
export const systemClipboard: Shell['clipboard'] = {
  files: async () =>
    copiedFiles(
      // Formats of the system itself go by a name of Electron's.
      async (format) =>
        (await bytesOf(format)) ?? (await bytesOf(`electron application/osclipboard;format="${format}"`)),
    ),
  picture: () => bytesOf('image/png'),
};

async function bytesOf(type: string): Promise<Buffer | null> {
  for (const item of await clipboard.read()) {
    const blob = await item.getType(type).catch(() => null);
    if (blob instanceof Blob) return Buffer.from(await blob.arrayBuffer());
  }
  return null;
}
