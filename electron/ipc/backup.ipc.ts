import { StandingError } from '../../shared/ipc/errors.ts';
import type { JobHandlers } from './handlers.ts';
import { officeState } from './office-state.ts';

export const backupJobs: JobHandlers<'backup.create' | 'backup.restore' | 'backup.verify'> = {
  'backup.create': {
    changes: [],
    async run({ office }, { file }, work) {
      const { createBackup } = await import('../services/backup/create.ts');
      return createBackup(office, file, work);
    },
  },
  'backup.restore': {
    changes: ['office', 'members', 'runs', 'imports', 'policy'],
    async run(desk, { file, folder }, work) {
      const { restoreBackup } = await import('../services/backup/restore.ts');
      if (desk.isOpen(folder)) throw openNow(folder);
      await restoreBackup({ file, folder, actor: desk.start.actor, clock: desk.clock }, work);
      await desk.open(folder);
      return officeState(desk.office, desk.start, desk.today());
    },
  },
  'backup.verify': {
    changes: [],
    async run({ office }, _input, work) {
      const { verifyOffice } = await import('../services/backup/verify.ts');
      return verifyOffice(office, work);
    },
  },
};

function openNow(folder: string): StandingError {
  return new StandingError(
    'restore-into-open',
    `The office in ${folder} is the one that is open.`,
    'Choose a new folder for the restored office; the open one stays as it is.',
  );
}
