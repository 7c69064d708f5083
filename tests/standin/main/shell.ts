/** Electron's `shell`: opens nothing, so that no test starts another program; a test may replace the functions. */
export const shell = {
  async openPath(_path: string): Promise<string> {
    return '';
  },
  async openExternal(_url: string): Promise<void> {},
  showItemInFolder(_path: string): void {},
  async trashItem(_path: string): Promise<void> {
    throw new Error('shell.trashItem is not part of the Electron stand-in');
  },
  beep(): void {},
};
