import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { StandingStatus } from './standing.ts';

/** What of a standing can differ: its status, how it lapsed and the ways back, its points, what is owed, what needs attention. */
export const STANDING_PARTS = ['status', 'lapse', 'points', 'fees', 'attention'] as const;
export type StandingPart = (typeof STANDING_PARTS)[number];

/** A policy value that is tried. */
export interface TriedValue {
  readonly name: string;
  readonly value: number | CalendarDate;
  /** First day on which it would be in force; absent = always. */
  readonly from?: CalendarDate | undefined;
}

/** What is tried: other values, another day, or both. Nothing of it is written. */
export interface Trial {
  readonly values: readonly TriedValue[];
  /** A decision that is taken as withdrawn; null = none. */
  readonly without: number | null;
  /** The day everyone is judged on under what is tried. */
  readonly asOf: CalendarDate;
  /** The day that is compared with, under what is in force. */
  readonly against: CalendarDate;
}

/** How many certifications would go from one status to another. */
export interface StatusMove {
  readonly from: StandingStatus;
  readonly to: StandingStatus;
  readonly certifications: number;
}

/** What a trial found, in numbers; whom it found, its rows say. */
export interface TrialReport {
  readonly trial: Trial;
  /** Certifications judged: those that stood somewhere on both days. */
  readonly judged: number;
  /** Most first. */
  readonly moves: readonly StatusMove[];
  /** Certifications of another status. */
  readonly moved: number;
  /** Those of the same status that would stand otherwise all the same. */
  readonly otherwise: number;
}

/** Whom a list of a trial shows: those of another status, those of one move, those that stand otherwise. */
export interface TrialFilter {
  readonly show: 'moved' | 'otherwise';
  readonly from: StandingStatus | null;
  readonly to: StandingStatus | null;
}

export const TRIAL_SORTS = ['name', 'memberNo', 'code', 'from', 'to'] as const;
export type TrialSort = (typeof TRIAL_SORTS)[number];

/** A certification that would stand otherwise, and why. */
export interface TrialRow {
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly from: StandingStatus;
  readonly to: StandingStatus;
  readonly parts: readonly StandingPart[];
  /** What decides as things are, and what would decide. */
  readonly before: string;
  readonly after: string;
}

export interface TrialRows {
  readonly total: number;
  readonly rows: readonly TrialRow[];
}
