/** Where nobody can answer: the shell's dialogs, which a test replaces through `electronApp.evaluate`. */
function unanswered(name: string): void {
  process.stderr.write(
    `dialog.${name}: nobody can answer a dialog of the Electron stand-in; it counts as cancelled\n`,
  );
}

/** Electron's `dialog`: every dialog is cancelled unless a test replaces its function. */
export const dialog = {
  async showOpenDialog(..._words: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    unanswered('showOpenDialog');
    return { canceled: true, filePaths: [] };
  },
  async showSaveDialog(..._words: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    unanswered('showSaveDialog');
    return { canceled: true, filePath: '' };
  },
  async showMessageBox(...words: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    unanswered('showMessageBox');
    return { response: cancelButton(words.at(-1)), checkboxChecked: false };
  },
  showOpenDialogSync(): undefined {
    unanswered('showOpenDialogSync');
    return undefined;
  },
  showSaveDialogSync(): string {
    unanswered('showSaveDialogSync');
    return '';
  },
  showMessageBoxSync(...words: unknown[]): number {
    unanswered('showMessageBoxSync');
    return cancelButton(words.at(-1));
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}: ${content}\n`);
  },
};

function cancelButton(options: unknown): number {
  const cancel = typeof options === 'object' && options !== null && 'cancelId' in options && options.cancelId;
  return typeof cancel === 'number' ? cancel : 0;
}
