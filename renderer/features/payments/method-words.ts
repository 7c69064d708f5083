import type { PaymentMethod } from '../../../shared/domain/codes.ts';

/** The office's word for each way of paying. */
export const METHOD_WORDS: Readonly<Record<PaymentMethod, string>> = {
  cheque: 'Cheque',
  card: 'Card',
  cash: 'Cash',
  online: 'Online',
};
