import type { PolicyValue } from './policy.ts';

export interface PolicySentence {
  readonly id: string;
  readonly text: string;
  readonly source: string;
}

/** One named value with its history, newest first. */
export interface PolicyEntry {
  readonly name: string;
  readonly title: string;
  readonly periods: readonly PolicyValue[];
}

export interface PolicyBookView {
  readonly entries: readonly PolicyEntry[];
  readonly sentences: readonly PolicySentence[];
}
