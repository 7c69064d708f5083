import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import {
  WORKLIST_SHOWS,
  WORKLIST_SORTS,
  type WorklistFilter,
  type WorklistName,
  type WorklistQuery,
} from '../../../shared/domain/worklists.ts';

/** How far ahead or back a list may be narrowed, in days. */
export const DAYS = [365, 180, 90, 30] as const;

/** A worklist's question as the place says it: `list=ending&days=90&code=RMA&state=IL&sort=-owed`. What is no value of ours is ignored. */
export function readQuestion(text: URLSearchParams, list: WorklistName): WorklistQuery {
  const days = DAYS.find((one) => String(one) === text.get('days'));
  const code = several(text.get('code'), CERTIFICATION_CODES);
  const state = (text.get('state') ?? '').split(',').filter((part) => /^[A-Z]{2}$/.test(part));
  const cause = several(text.get('cause'), ['fees', 'points', 'audit'] as const);
  const route = one(text.get('route'), ['ccp', 'exam'] as const);
  const show = one(text.get('show'), WORKLIST_SHOWS);
  const sort = text.get('sort') ?? '';
  return {
    list,
    filter: {
      ...(code.length > 0 ? { code } : {}),
      ...(state.length > 0 ? { state } : {}),
      ...(days === undefined ? {} : { days }),
      ...(cause.length > 0 ? { cause } : {}),
      ...(route === null ? {} : { route }),
      ...(text.get('crossing') === 'yes' ? { crossing: true } : {}),
      ...(show === null || show === 'open' ? {} : { show }),
    },
    sort: { by: one(sort.replace(/^-/, ''), WORKLIST_SORTS) ?? 'on', descending: sort.startsWith('-') },
  };
}

/** A sort as the place says it; the usual one is not said. */
export function writeSort({ by, descending }: WorklistQuery['sort']): string {
  return by === 'on' && !descending ? '' : `${descending ? '-' : ''}${by}`;
}

/** What takes every filter out of the place. */
export const NO_FILTER: Readonly<Record<string, string>> = {
  code: '',
  state: '',
  days: '',
  cause: '',
  route: '',
  crossing: '',
  show: '',
};

/** How many parts narrow the list. */
export function partsOf(filter: WorklistFilter): number {
  return Object.keys(filter).length;
}

function several<T extends string>(text: string | null, allowed: readonly T[]): T[] {
  const parts = (text ?? '').split(',');
  return allowed.filter((value) => parts.includes(value));
}

function one<T extends string>(text: string | null, allowed: readonly T[]): T | null {
  return allowed.find((value) => value === text) ?? null;
}
