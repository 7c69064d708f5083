import type { PolicyValueUsed } from '../../../shared/domain/standing.ts';

/** What one rule of granting found: the points after it, and what it applied. */
export interface Step {
  readonly rule: 'feed' | 'hours' | 'claimed' | 'exam-retake';
  readonly points: number;
  readonly text: string;
  /** The sentence applied; null where only an office's value was. */
  readonly citation: string | null;
  readonly value: PolicyValueUsed | null;
}

/** `1 point`, `2.5 points`. */
export function pointsText(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`;
}
