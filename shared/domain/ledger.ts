/** Where the money of a deposit came in. */
export const DEPOSIT_SOURCES = ['post', 'portal', 'lockbox'] as const;
export type DepositSource = (typeof DEPOSIT_SOURCES)[number];

/** What is done to a fee by hand. */
export const FEE_CHANGE_KINDS = [
  'invoiced',
  'adjusted',
  'waived',
  'unwaived',
  'voided',
  'reissued',
  'written-off',
] as const;
export type FeeChangeKind = (typeof FEE_CHANGE_KINDS)[number];

/** Why a payment is met by a counter-entry: typed wrongly, not honoured by the bank, or meant for another. */
export const PAYMENT_REVERSAL_KINDS = ['mis-keyed', 'bounced', 'moved'] as const;
export type PaymentReversalKind = (typeof PAYMENT_REVERSAL_KINDS)[number];

export const REMITTANCE_REVERSAL_KINDS = ['mis-keyed', 'bounced'] as const;
export type RemittanceReversalKind = (typeof REMITTANCE_REVERSAL_KINDS)[number];

/** How a line of a payment file was recognised. `doubtful`: the name is known but the number is not his. */
export const RECEIPT_OUTCOMES = ['matched', 'unmatched', 'doubtful'] as const;
export type ReceiptOutcome = (typeof RECEIPT_OUTCOMES)[number];

/** The accounts of the office's double entry. */
export const LEDGER_ACCOUNTS = [
  'bank',
  'unassigned',
  'credit',
  'receivable',
  'fee-income',
  'waived',
  'written-off',
  'recertification-income',
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** A paper that is given out one at a time. */
export const PAPER_KINDS = ['receipt', 'statement', 'deposit-slip', 'refund', 'cover-sheet'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
