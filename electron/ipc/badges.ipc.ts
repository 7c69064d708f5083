import { listExports } from '../services/badges/exports.ts';
import { listRequests, requestFor, withdraw } from '../services/badges/requests.ts';
import { badgeSettingsView, saveTemplates } from '../services/badges/settings.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const badgesReader: ReaderHandlers<'badges.requests' | 'badges.exports' | 'badges.settings'> = {
  'badges.requests': ({ view }, query) => listRequests(view, query),
  'badges.exports': ({ view }) => listExports(view),
  'badges.settings': ({ view }) => badgeSettingsView(view),
};

export const badgesActions: OfficeHandlers<'badges.request' | 'badges.withdraw' | 'badges.saveTemplates'> = {
  'badges.request': {
    changes: ['members'],
    answer: ({ office }, asked) => requestFor(office, asked),
  },
  'badges.withdraw': {
    changes: ['members'],
    answer: ({ office }, { request, reason }) => withdraw(office, request, reason),
  },
  'badges.saveTemplates': {
    changes: ['office'],
    answer: ({ office }, { templates }) => saveTemplates(office, templates),
  },
};

export const badgesJobs: JobHandlers<
  | 'badges.takeTemplate'
  | 'badges.export'
  | 'badges.writeAgain'
  | 'badges.import'
  | 'badges.drift'
  | 'badges.correct'
> = {
  'badges.takeTemplate': {
    changes: ['office'],
    async run({ office }, { file }, work) {
      const { takeTemplateFile } = await import('../services/badges/settings.ts');
      return takeTemplateFile(office, file, work);
    },
  },
  'badges.export': {
    changes: ['members'],
    async run({ office }, order, work) {
      const { exportBadges } = await import('../services/badges/export.ts');
      return exportBadges(office, order, work);
    },
  },
  'badges.writeAgain': {
    changes: [],
    async run({ office }, { export: number, folder }) {
      const { writeAgain } = await import('../services/badges/write-files.ts');
      return writeAgain(office, number, folder);
    },
  },
  'badges.import': {
    changes: ['members'],
    async run({ office }, { file }, work) {
      const { importCredly } = await import('../services/badges/import.ts');
      return importCredly(office, file, work);
    },
  },
  'badges.drift': {
    changes: [],
    async run({ office, today }, _, work) {
      const { driftReport } = await import('../services/badges/drift.ts');
      return driftReport(office, today(), work);
    },
  },
  'badges.correct': {
    changes: ['members'],
    async run({ office, today }, { folder }, work) {
      const { writeCorrections } = await import('../services/badges/correct.ts');
      return writeCorrections(office, { folder, asOf: today() }, work);
    },
  },
};
