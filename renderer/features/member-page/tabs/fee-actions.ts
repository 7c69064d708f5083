import type { FeeDetail } from '../../../../shared/domain/fees.ts';
import type { FeeYear } from '../../../../shared/domain/member-page.ts';

/** What can be done to a fee by hand. */
export const FEE_ACTIONS = ['invoice', 'waive', 'unwaive', 'adjust', 'void', 'reissue'] as const;
export type FeeAction = (typeof FEE_ACTIONS)[number];

/** The office's words for each: on its button, as the dialog's title, and what it does. */
export const FEE_ACTION_WORDS: Readonly<
  Record<FeeAction, { readonly button: string; readonly title: string; readonly does: string }>
> = {
  invoice: {
    button: 'Invoice…',
    title: 'Invoice a year by hand',
    does: 'The year is invoiced with the fee that the policy book has for it.',
  },
  waive: {
    button: 'Waive…',
    title: 'Waive the fee',
    does: 'What is unpaid of it is no longer owed. It counts as paid.',
  },
  unwaive: {
    button: 'Take the waiver back…',
    title: 'Take the waiver back',
    does: 'What was waived is owed again.',
  },
  adjust: {
    button: 'Adjust…',
    title: 'Adjust the amount',
    does: 'Only before anything is paid. The amount before stays on record.',
  },
  void: {
    button: 'Void…',
    title: 'Void the invoice',
    does: 'The invoice is withdrawn: the year counts as not invoiced, and no sweep invoices it again.',
  },
  reissue: {
    button: 'Reissue…',
    title: 'Reissue the invoice',
    does: 'The year is invoiced again with the fee that the policy book has for it.',
  },
};

/** What can be done to a year now. */
export function actionsFor(year: Pick<FeeYear, 'state'>, fee: FeeDetail | undefined): readonly FeeAction[] {
  if (fee === undefined) return year.state === 'waived' ? [] : ['invoice'];
  switch (fee.state) {
    case 'unpaid':
      return ['waive', 'adjust', 'void'];
    case 'part-paid':
      return ['waive'];
    case 'waived':
      return ['unwaive'];
    case 'void':
      return ['reissue'];
    case 'paid':
    case 'written-off':
      return [];
  }
}
