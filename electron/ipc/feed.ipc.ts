import { setting } from '../repositories/settings.ts';
import { feedFiles, takeFolder, watchFolder } from '../services/points/feed/folder.ts';
import { assignRow, dismissRow, feedRows, feedState, undoRow } from '../services/points/feed/queue.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const feedReader: ReaderHandlers<'feed.state' | 'feed.rows'> = {
  'feed.state': ({ view }) => feedState(view),
  'feed.rows': ({ view }, query) => feedRows(view, query),
};

export const feedActions: OfficeHandlers<'feed.assign' | 'feed.dismiss' | 'feed.undo' | 'feed.watch'> = {
  'feed.assign': { changes: ['members', 'feed'], answer: ({ office }, order) => assignRow(office, order) },
  'feed.dismiss': { changes: ['feed'], answer: ({ office }, order) => dismissRow(office, order) },
  'feed.undo': { changes: ['members', 'feed'], answer: ({ office }, { row }) => undoRow(office, row) },
  'feed.watch': {
    changes: ['feed'],
    async answer({ office }, { folder }) {
      await watchFolder(office, folder);
      return feedState(office);
    },
  },
};

export const feedJobs: JobHandlers<'feed.take' | 'feed.takeFolder'> = {
  'feed.take': {
    changes: ['members', 'feed'],
    async run({ office }, { file }, work) {
      const { takeFeed } = await import('../services/points/feed/take.ts');
      return takeFeed(office, { file, origin: 'dropped' }, work);
    },
  },
  'feed.takeFolder': {
    changes: ['members', 'feed'],
    async run({ office }, _input, work) {
      const folder = (await setting(office.reader, 'pointsFeed'))?.folder ?? null;
      if (folder === null) return { taken: [], refused: [] };
      return takeFolder(office, folder, [...(await feedFiles(folder)).keys()], work);
    },
  },
};
