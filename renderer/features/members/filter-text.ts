import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import {
  MEMBER_SORTS,
  type MemberFilter,
  type MemberQuery,
  type MemberSort,
} from '../../../shared/domain/members-list.ts';
import { type Attention, STANDING_STATUSES } from '../../../shared/domain/standing.ts';

const ATTENTIONS: readonly Attention[] = ['points-outstanding', 'roll-blocked', 'audit-open'];

/** The list's question as the place says it: `status=past-due,lapsed&state=IL&sort=-owedCents`. What is no value of ours is ignored. */
export function readQuestion(text: URLSearchParams): MemberQuery {
  const month = Number(text.get('month'));
  const attention = one(text.get('attention'), ATTENTIONS);
  const search = (text.get('text') ?? '').slice(0, 200).trim();
  const status = several(text.get('status'), STANDING_STATUSES);
  const code = several(text.get('code'), CERTIFICATION_CODES);
  const state = (text.get('state') ?? '').split(',').filter((part) => /^[A-Z]{2}$/.test(part));
  const sort = text.get('sort') ?? '';
  return {
    filter: {
      ...(status.length > 0 ? { status } : {}),
      ...(code.length > 0 ? { code } : {}),
      ...(state.length > 0 ? { state } : {}),
      ...(Number.isInteger(month) && month >= 1 && month <= 12 ? { anniversaryMonth: month } : {}),
      ...(attention === null ? {} : { attention }),
      ...(search === '' ? {} : { text: search }),
    },
    sort: {
      by: one<MemberSort>(sort.replace(/^-/, ''), MEMBER_SORTS) ?? 'name',
      descending: sort.startsWith('-'),
    },
  };
}

/** A filter as the place says it; empty texts take a part out. */
export function writeFilter(filter: MemberFilter): Readonly<Record<string, string>> {
  return {
    status: (filter.status ?? []).join(','),
    code: (filter.code ?? []).join(','),
    state: (filter.state ?? []).join(','),
    month: filter.anniversaryMonth === undefined ? '' : String(filter.anniversaryMonth),
    attention: filter.attention ?? '',
    text: filter.text ?? '',
  };
}

/** A sort as the place says it; the usual one is not said. */
export function writeSort(sort: MemberQuery['sort']): string {
  if (sort.by === 'name' && !sort.descending) return '';
  return `${sort.descending ? '-' : ''}${sort.by}`;
}

/** How many parts of a filter narrow the list. */
export function partsOf(filter: MemberFilter): number {
  return Object.values(filter).filter((part) => part !== undefined).length;
}

function several<T extends string>(text: string | null, allowed: readonly T[]): T[] {
  const parts = (text ?? '').split(',');
  return allowed.filter((value) => parts.includes(value));
}

function one<T extends string>(text: string | null, allowed: readonly T[]): T | null {
  return allowed.find((value) => value === text) ?? null;
}
