import { emailRun, emailsOf } from '../services/email/runs.ts';
import { mailSettings } from '../services/email/settings.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const emailReader: ReaderHandlers<'email.settings' | 'email.run' | 'email.list'> = {
  'email.settings': ({ view }) => mailSettings(view),
  'email.run': ({ view }, { run }) => emailRun(view, run),
  'email.list': ({ view }, query) => emailsOf(view, query),
};

export const emailActions: OfficeHandlers<
  'email.saveSettings' | 'email.resolve' | 'email.bounce' | 'email.readBounces' | 'email.unsubscribe'
> = {
  'email.saveSettings': {
    changes: ['office'],
    async answer({ office }, settings) {
      const { saveMailSettings } = await import('../services/email/settings.ts');
      return saveMailSettings(office, settings);
    },
  },
  'email.resolve': {
    changes: ['runs', 'members'],
    async answer({ office }, input) {
      const { resolveEmail } = await import('../services/email/resolve.ts');
      return resolveEmail(office, input);
    },
  },
  'email.bounce': {
    changes: ['runs', 'members'],
    async answer({ office }, input) {
      const { noteBounce } = await import('../services/email/bounces.ts');
      return noteBounce(office, input);
    },
  },
  'email.readBounces': {
    changes: ['runs', 'members'],
    async answer({ office }, input) {
      const { readBounces } = await import('../services/email/bounces.ts');
      return readBounces(office, input);
    },
  },
  'email.unsubscribe': {
    changes: ['members'],
    async answer({ office }, { who }) {
      const { unsubscribe } = await import('../services/email/unsubscribe.ts');
      return unsubscribe(office, who);
    },
  },
};

export const emailJobs: JobHandlers<'email.try' | 'email.send' | 'email.toFolder' | 'email.resolveFromLog'> =
  {
    'email.try': {
      changes: [],
      lane: 'mail',
      async run(_desk, input, work) {
        const { tryServer } = await import('../services/email/try-server.ts');
        await tryServer(input, work);
        return null;
      },
    },
    'email.send': {
      changes: ['runs', 'members'],
      lane: 'mail',
      async run({ office }, { run, password }, work) {
        const { sendRun } = await import('../services/email/send.ts');
        return sendRun(office, { run, password }, work);
      },
    },
    'email.toFolder': {
      changes: ['runs', 'members'],
      lane: 'mail',
      async run({ office }, input, work) {
        const { writeToFolder } = await import('../services/email/to-folder.ts');
        return writeToFolder(office, input, work);
      },
    },
    // In the lane of those that send: what is being handed over right now was not cut off.
    'email.resolveFromLog': {
      changes: ['runs', 'members'],
      lane: 'mail',
      async run({ office }, input, work) {
        const { resolveFromLog } = await import('../services/email/resolve.ts');
        return resolveFromLog(office, input, work);
      },
    },
  };
