import { officePolicy } from '../services/policy.ts';
import { todayView } from '../services/today.ts';
import type { ReaderHandlers } from './handlers.ts';

export const todayReader: ReaderHandlers<'today.view'> = {
  'today.view': async ({ view, today }) => todayView(view, await officePolicy(view), today()),
};
