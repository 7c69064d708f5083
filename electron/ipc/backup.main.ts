import type { MainHandlers } from './handlers.ts';

const BACKUP = { name: 'Standing backup', extensions: ['backup'] };

export const backupMain: MainHandlers<'backup.chooseTarget' | 'backup.chooseSource'> = {
  'backup.chooseTarget': ({ chooseTarget }) =>
    chooseTarget('Save a backup', 'Standing office.backup', [BACKUP]),
  async 'backup.chooseSource'({ chooseFiles }) {
    const [file] = (await chooseFiles('Choose a backup to restore', [BACKUP], false)) ?? [];
    return file ?? null;
  },
};
