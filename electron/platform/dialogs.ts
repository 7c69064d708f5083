import { type BrowserWindow, dialog, shell as system } from 'electron';
import type { FileKind, Shell } from '../ipc/shell.ts';
import { printPdf } from './print-pdf.ts';

/** The questions of a shell, asked by the system's own dialogs over the window. */
export type Dialogs = Pick<Shell, 'chooseFolder' | 'chooseFiles' | 'chooseTarget' | 'showFile' | 'printPdf'>;

export function systemDialogs(window: () => BrowserWindow | null): Dialogs {
  async function open(options: Electron.OpenDialogOptions): Promise<readonly string[] | null> {
    const over = window();
    const { canceled, filePaths } =
      over === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(over, options);
    return canceled ? null : filePaths;
  }
  return {
    async chooseFolder(title) {
      const folders = await open({ title, properties: ['openDirectory', 'createDirectory'] });
      return folders?.[0] ?? null;
    },
    chooseFiles: (title, kinds, several) =>
      open({
        title,
        filters: filtersFor(kinds),
        properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
      }),
    async chooseTarget(title, suggested, kinds) {
      const options = { title, defaultPath: suggested, filters: filtersFor(kinds) };
      const over = window();
      const { canceled, filePath } =
        over === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(over, options);
      return canceled || filePath === '' ? null : filePath;
    },
    showFile: (file) => system.showItemInFolder(file),
    printPdf: (file) => printPdf(window(), file),
  };
}

function filtersFor(kinds: readonly FileKind[]): Electron.FileFilter[] {
  return [
    ...kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
    { name: 'All files', extensions: ['*'] },
  ];
}

/** Asks whether to leave though work is under way. */
export async function confirmLeaving(window: BrowserWindow | null): Promise<boolean> {
  const options = {
    type: 'question' as const,
    message: 'Standing is still working.',
    detail: 'If you leave now the work is cancelled. What was finished stays; nothing is left half done.',
    buttons: ['Keep working', 'Cancel the work and leave'],
    defaultId: 0,
    cancelId: 0,
  };
  const { response } =
    window === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(window, options);
  return response === 1;
}
