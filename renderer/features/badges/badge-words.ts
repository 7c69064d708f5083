import type { BadgeStep, DriftKind } from '../../../shared/domain/badges.ts';

/** Each step in the desk's words, with a shape of its own beside its colour. */
export const STEP_WORDS: Readonly<Record<BadgeStep, { readonly text: string; readonly mark: string }>> = {
  waiting: { text: 'Waiting', mark: '○' },
  held: { text: 'Held', mark: '▲' },
  exported: { text: 'Exported', mark: '◐' },
  issued: { text: 'Issued', mark: '◕' },
  claimed: { text: 'Claimed', mark: '●' },
  revoked: { text: 'Revoked', mark: '■' },
  withdrawn: { text: 'Withdrawn', mark: '×' },
};

/** Each kind of difference as a heading. */
export const DRIFT_WORDS: Readonly<Record<DriftKind, string>> = {
  missing: 'No badge at Credly',
  revoked: 'Revoked at Credly',
  lapsed: 'Lapsed here',
  email: 'E-mail differs',
  name: 'Name differs',
  stranger: 'Nobody of ours',
};

/** `1 badge`, `1,204 badges`. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
