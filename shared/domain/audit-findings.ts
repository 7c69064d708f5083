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

/**
 * The sentence that each reason rests on: proof is asked for (PB-AUD-2); what is claimed was earned in the cycle, once (SC-CCP-4); and it
 * relates to the certification (SC-CCP-1).
 */
export const FINDING_REASON_CITATIONS: Readonly<Record<FindingReason, string>> = {
  'name-missing': 'PB-AUD-2',
  'outside-cycle': 'SC-CCP-4',
  'not-proof': 'PB-AUD-2',
  'hours-not-shown': 'PB-AUD-2',
  'not-related': 'SC-CCP-1',
  duplicate: 'SC-CCP-4',
  'provider-unknown': 'PB-AUD-2',
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
