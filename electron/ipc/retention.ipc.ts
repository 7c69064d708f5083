import { destructionLog } from '../repositories/destructions.ts';
import { dueDocuments, retentionState } from '../services/intake/retention/due.ts';
import { liftHold, placeHold } from '../services/intake/retention/hold.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const retentionReader: ReaderHandlers<'retention.state' | 'retention.due' | 'retention.log'> = {
  'retention.state': ({ view, today }) => retentionState(view, today()),
  'retention.due': ({ view, today }, query) => dueDocuments(view, query, today()),
  'retention.log': ({ view }, query) => destructionLog(view.reader, query),
};

export const retentionActions: OfficeHandlers<
  'retention.hold' | 'retention.lift' | 'retention.writeLog' | 'retention.printCertificate'
> = {
  'retention.hold': {
    changes: ['intake'],
    answer: ({ office, today }, order) => placeHold(office, order, today()),
  },
  'retention.lift': {
    changes: ['intake'],
    answer: ({ office, today }, order) => liftHold(office, order, today()),
  },
  'retention.writeLog': {
    changes: [],
    async answer({ office }, { file }) {
      const { writeDestructionLog } = await import('../services/intake/retention/log-file.ts');
      return writeDestructionLog(office, file);
    },
  },
  'retention.printCertificate': {
    changes: [],
    async answer({ office }, { destruction, file }) {
      const { printDestruction } = await import('../services/intake/retention/certificate.ts');
      return printDestruction(office, destruction, file);
    },
  },
};

export const retentionJobs: JobHandlers<'retention.destroy'> = {
  'retention.destroy': {
    changes: ['intake', 'audits'],
    async run({ office, today }, order, work) {
      const { destroyDocuments } = await import('../services/intake/retention/destroy.ts');
      return destroyDocuments(office, order, today(), work);
    },
  },
};
