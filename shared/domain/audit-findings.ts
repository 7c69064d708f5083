/** What a reviewer says of an activity. */
export const VERDICTS = ['accepted', 'reduced', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  accepted: 'Accepted',
  reduced: 'Reduced',
  rejected: 'Rejected',
};

/** Why an activity is reduced or rejected. */
export const FINDING_REASONS = [
  'name-missing',
  'outside-cycle',
  'not-proof',
  'hours-not-shown',
  'not-related',
  'duplicate',
  'provider-unknown',
] as const;
export type FindingReason = (typeof FINDING_REASONS)[number];

export const FINDING_REASON_WORDS: Readonly<Record<FindingReason, string>> = {
  'name-missing': 'Name missing',
  'outside-cycle': 'Date outside the cycle',
  'not-proof': 'Not proof of completion',
  'hours-not-shown': 'Hours not shown',
  'not-related': 'Title not related',
  duplicate: 'Duplicate',
  'provider-unknown': 'Provider unknown',
};

/** What the proof of an activity has to show. */
export const EVIDENCE_ITEMS = ['name', 'sponsor', 'title', 'date', 'hours'] as const;
export type EvidenceItem = (typeof EVIDENCE_ITEMS)[number];

export const EVIDENCE_ITEM_WORDS: Readonly<Record<EvidenceItem, string>> = {
  name: 'Name',
  sponsor: 'Sponsor',
  title: 'Title',
  date: 'Date',
  hours: 'Hours',
};
