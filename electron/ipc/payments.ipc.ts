import { managers, saveManagers } from '../services/managers.ts';
import { applyCredit, listCredits } from '../services/payments/credits.ts';
import {
  changeControl,
  closeDeposit,
  depositView,
  listDeposits,
  openDeposit,
} from '../services/payments/deposits.ts';
import { assignRemittance, enterRemittance } from '../services/payments/enter.ts';
import { listPayments, listUnassigned } from '../services/payments/lists.ts';
import { recognise } from '../services/payments/recognise.ts';
import { refund } from '../services/payments/refund.ts';
import { movePayment, reverse } from '../services/payments/reverse.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const paymentsReader: ReaderHandlers<
  | 'office.managers'
  | 'payments.deposits'
  | 'payments.deposit'
  | 'payments.recognise'
  | 'payments.unassigned'
  | 'payments.credits'
  | 'payments.ofMember'
> = {
  'office.managers': ({ view }) => managers(view),
  'payments.deposits': ({ view }, query) => listDeposits(view, query),
  'payments.deposit': ({ view }, { deposit }) => depositView(view, deposit),
  'payments.recognise': ({ view, today }, { text }) => recognise(view, text, today()),
  'payments.unassigned': ({ view }, page) => listUnassigned(view, page),
  'payments.credits': ({ view }, page) => listCredits(view, page),
  'payments.ofMember': ({ view }, { memberNo }) => listPayments(view, memberNo),
};

export const paymentsActions: OfficeHandlers<
  | 'office.saveManagers'
  | 'payments.openDeposit'
  | 'payments.changeControl'
  | 'payments.closeDeposit'
  | 'payments.enter'
  | 'payments.assign'
  | 'payments.reverse'
  | 'payments.move'
  | 'payments.applyCredit'
  | 'payments.refund'
> = {
  'office.saveManagers': {
    changes: ['office'],
    answer: ({ office }, { names }) => saveManagers(office, names),
  },
  'payments.openDeposit': {
    changes: ['payments'],
    answer: ({ office }, control) => openDeposit(office, control),
  },
  'payments.changeControl': {
    changes: ['payments'],
    answer: ({ office }, { deposit, ...control }) => changeControl(office, deposit, control),
  },
  'payments.closeDeposit': {
    changes: ['payments'],
    answer: ({ office }, { deposit }) => closeDeposit(office, deposit),
  },
  'payments.enter': {
    changes: ['payments', 'members'],
    answer: ({ office }, typed) => enterRemittance(office, typed),
  },
  'payments.assign': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => assignRemittance(office, order),
  },
  'payments.reverse': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => reverse(office, order),
  },
  'payments.move': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => movePayment(office, order),
  },
  'payments.applyCredit': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => applyCredit(office, order),
  },
  'payments.refund': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => refund(office, order),
  },
};
