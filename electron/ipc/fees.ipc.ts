import {
  adjustFee,
  invoiceFee,
  reissueFee,
  unwaiveFee,
  voidFee,
  waiveFee,
} from '../services/fees/change-fee.ts';
import { feesOfMember, listVoided } from '../services/fees/lists.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const feesReader: ReaderHandlers<'fees.ofMember' | 'fees.voided'> = {
  'fees.ofMember': ({ view, today }, { memberNo }) => feesOfMember(view, memberNo, today()),
  'fees.voided': ({ view }, page) => listVoided(view, page),
};

export const feesActions: OfficeHandlers<
  'fees.invoice' | 'fees.waive' | 'fees.unwaive' | 'fees.adjust' | 'fees.void' | 'fees.reissue'
> = {
  'fees.invoice': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => invoiceFee(office, order),
  },
  'fees.waive': { changes: ['payments', 'members'], answer: ({ office }, order) => waiveFee(office, order) },
  'fees.unwaive': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => unwaiveFee(office, order),
  },
  'fees.adjust': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => adjustFee(office, order),
  },
  'fees.void': { changes: ['payments', 'members'], answer: ({ office }, order) => voidFee(office, order) },
  'fees.reissue': {
    changes: ['payments', 'members'],
    answer: ({ office }, order) => reissueFee(office, order),
  },
};
