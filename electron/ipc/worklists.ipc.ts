import { correctFact } from '../services/cycles/correct.ts';
import { memberCycles } from '../services/cycles/member-cycles.ts';
import { reopenCycle } from '../services/cycles/reopen.ts';
import { reversalChoices } from '../services/lapse/choices.ts';
import { reverseLapse } from '../services/lapse/reverse.ts';
import { previewStanding } from '../services/preview/preview-standing.ts';
import { worklistItem } from '../services/worklists/item.ts';
import { worklistCounts, worklistRows } from '../services/worklists/lists.ts';
import { markItem } from '../services/worklists/marks.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const worklistsReader: ReaderHandlers<
  | 'cycles.ofMember'
  | 'cycles.preview'
  | 'worklists.counts'
  | 'worklists.rows'
  | 'worklists.item'
  | 'lapse.choices'
> = {
  'cycles.ofMember': ({ view, today }, { memberNo }) => memberCycles(view, memberNo, today()),
  'cycles.preview': ({ view, today }, change) => previewStanding(view, change, today()),
  'worklists.counts': ({ view, today }) => worklistCounts(view, today()),
  'worklists.rows': ({ view, today }, query) => worklistRows(view, query, today()),
  'worklists.item': ({ view, today }, asked) => worklistItem(view, asked, today()),
  'lapse.choices': ({ view, today }, asked) => reversalChoices(view, asked, today()),
};

export const worklistsActions: OfficeHandlers<
  'cycles.correct' | 'cycles.reopen' | 'worklists.mark' | 'lapse.reverse'
> = {
  'cycles.correct': {
    changes: ['members', 'payments'],
    answer: ({ office }, order) => correctFact(office, order),
  },
  'cycles.reopen': { changes: ['members'], answer: ({ office }, order) => reopenCycle(office, order) },
  'worklists.mark': { changes: ['members'], answer: ({ office }, order) => markItem(office, order) },
  'lapse.reverse': {
    changes: ['members', 'payments'],
    answer: ({ office }, order) => reverseLapse(office, order),
  },
};
