import type { MainHandlers } from './handlers.ts';

export const officeMain: MainHandlers<
  'office.state' | 'office.createEmpty' | 'office.open' | 'office.close' | 'office.chooseFolder'
> = {
  'office.state': ({ threads }) => threads.state(),
  'office.createEmpty': ({ threads, defaultFolder }, { folder }) => threads.create(folder ?? defaultFolder),
  'office.open': ({ threads }, { folder }) => threads.open(folder),
  'office.close': ({ threads }) => threads.close(),
  'office.chooseFolder': (shell, { purpose }) =>
    shell.chooseFolder(purpose === 'new' ? 'Choose a folder for the new office' : 'Open an office’s folder'),
};
