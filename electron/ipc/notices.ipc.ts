import { unwatchedWork } from '../jobs/work.ts';
import { officeSchedule } from '../services/notices/schedule.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const noticesReader: ReaderHandlers<
  'notices.schedule' | 'notices.due' | 'notices.calendar' | 'notices.completeness'
> = {
  'notices.schedule': ({ view, today }) => officeSchedule(view, today()),
  async 'notices.due'({ view, today }) {
    const { dueSteps } = await import('../services/notices/completeness.ts');
    return dueSteps(view, today(), unwatchedWork());
  },
  async 'notices.calendar'({ view, today }, { month }) {
    const { noticeCalendar } = await import('../services/notices/calendar.ts');
    return noticeCalendar(view, month, today());
  },
  async 'notices.completeness'({ view, today }, { month }) {
    const { monthCompleteness } = await import('../services/notices/completeness.ts');
    return monthCompleteness(view, month, today(), unwatchedWork());
  },
};

export const noticesActions: OfficeHandlers<'notices.saveSchedule'> = {
  'notices.saveSchedule': {
    changes: ['runs', 'office'],
    async answer({ office, today }, schedule) {
      const { saveSchedule } = await import('../services/notices/schedule.ts');
      return saveSchedule(office, schedule, today());
    },
  },
};

export const noticesJobs: JobHandlers<'notices.previewSchedule'> = {
  'notices.previewSchedule': {
    changes: [],
    async run({ office, today }, { schedule, month }, work) {
      const { previewSchedule } = await import('../services/notices/preview-schedule.ts');
      return previewSchedule(office, { json: schedule, month, asOf: today() }, work);
    },
  },
};
