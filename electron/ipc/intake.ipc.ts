import { intakeMember, intakeParts, intakeState, intakeSuggestions } from '../services/intake/lists.ts';
import { arrangeBack, arrangePages, documentPages } from '../services/intake/pages.ts';
import { assignPart, dismissPart, refusePart, undoPart } from '../services/intake/queue.ts';
import { recognition, saveRecognition } from '../services/intake/recognition.ts';
import { saveLimit, saveScanFolder } from '../services/intake/settings.ts';
import { suggestionsNamed } from '../services/intake/suggestions-named.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const intakeReader: ReaderHandlers<
  | 'intake.state'
  | 'intake.parts'
  | 'intake.suggestions'
  | 'intake.member'
  | 'intake.recognition'
  | 'intake.named'
  | 'intake.pages'
> = {
  'intake.state': ({ view }) => intakeState(view),
  'intake.parts': ({ view }, query) => intakeParts(view, query),
  'intake.suggestions': ({ view }, { part }) => intakeSuggestions(view, part),
  'intake.member': ({ view }, { memberNo }) => intakeMember(view, memberNo),
  'intake.pages': ({ view }, { document }) => documentPages(view, document),
  'intake.recognition': ({ view }) => recognition(view),
  'intake.named': ({ view }, { names }) => suggestionsNamed(view, names),
};

export const intakeActions: OfficeHandlers<
  | 'intake.assign'
  | 'intake.refuse'
  | 'intake.dismiss'
  | 'intake.undo'
  | 'intake.arrange'
  | 'intake.arrangeBack'
  | 'intake.saveLimit'
  | 'intake.saveRecognition'
  | 'intake.scanFolder'
  | 'intake.saveScanFolder'
  | 'intake.tryScansAgain'
> = {
  'intake.assign': {
    changes: ['intake'],
    answer: ({ office, today }, order) => assignPart(office, order, today()),
  },
  'intake.refuse': {
    changes: ['intake'],
    answer: ({ office, today }, order) => refusePart(office, order, today()),
  },
  'intake.dismiss': {
    changes: ['intake'],
    answer: ({ office, today }, order) => dismissPart(office, order, today()),
  },
  'intake.undo': {
    changes: ['intake'],
    answer: ({ office, today }, { part, reason }) => undoPart(office, part, today(), reason),
  },
  'intake.arrange': {
    changes: ['intake'],
    answer: ({ office, today }, order) => arrangePages(office, order, today()),
  },
  'intake.arrangeBack': {
    changes: ['intake'],
    answer: ({ office, today }, order) => arrangeBack(office, order, today()),
  },
  'intake.scanFolder': { changes: [], answer: ({ scans }) => scans.state },
  'intake.saveScanFolder': {
    changes: ['intake'],
    async answer({ office, scans, clock }, order) {
      await saveScanFolder(office, order);
      // What follows on it is taken by the next look.
      await scans.look(office, clock.now());
      return scans.state;
    },
  },
  'intake.tryScansAgain': {
    changes: ['intake'],
    answer({ scans }) {
      scans.tryAgain();
      return scans.state;
    },
  },
  'intake.saveLimit': {
    changes: ['intake'],
    answer: ({ office }, { megabytes }) => saveLimit(office, megabytes),
  },
  'intake.saveRecognition': {
    changes: ['intake'],
    answer: ({ office }, { on }) => saveRecognition(office, on),
  },
};

export const intakeJobs: JobHandlers<
  'intake.take' | 'intake.takeScans' | 'intake.takePasted' | 'intake.readUnread' | 'intake.readAgain'
> = {
  'intake.take': {
    changes: ['intake'],
    async run({ office, today, reader }, order, work) {
      const { takeFiles } = await import('../services/intake/take.ts');
      return takeFiles(office, reader, order, today(), work);
    },
  },
  'intake.takeScans': {
    changes: ['intake'],
    async run({ office, today, reader }, _input, work) {
      const { collectScans } = await import('../services/intake/scan-folder/collect.ts');
      return collectScans(office, reader, today(), work);
    },
  },
  'intake.takePasted': {
    changes: ['intake'],
    async run({ office, today, reader, pasted }, { held }, work) {
      const { takePasted } = await import('../services/intake/take-pasted.ts');
      return takePasted(office, reader, pasted(held), today(), work);
    },
  },
  'intake.readUnread': {
    changes: ['intake'],
    async run({ office, today, reader }, _input, work) {
      const { readUnread } = await import('../services/intake/take.ts');
      return readUnread(office, reader, today(), work);
    },
  },
  'intake.readAgain': {
    changes: ['intake'],
    async run({ office, today, reader }, { part }, work) {
      const { readAgain } = await import('../services/intake/read-again.ts');
      return readAgain(office, reader, part, today(), work.signal);
    },
  },
};
