import { z } from 'zod';
import { CERTIFICATION_CODES, PAYMENT_METHODS } from '../domain/codes.ts';
import { isCalendarDate } from '../util/dates.ts';

// What the channels of payments and fees take in. All money is whole cents.

const id = z.number().int().min(1);
const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const memberNo = z.string().min(1).max(32);
/** At most ten million dollars. */
const cents = z.number().int().min(1).max(1_000_000_000);
const reason = z.string().max(500);
const approvedBy = z.string().max(80).nullable();
const reference = z.string().max(80);
const code = z.enum(CERTIFICATION_CODES);
const year = { memberNo, code, yearStart: date };
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };

const part = z.object({
  memberNo,
  code,
  cents,
  yearStart: date.nullable(),
  recertification: z.boolean().optional(),
});
const control = {
  controlCount: z.number().int().min(0).max(100_000),
  controlCents: z.number().int().min(0).max(1_000_000_000),
};

export const moneyInputs = {
  deposits: z.object({ state: z.enum(['open', 'closed']).nullable(), ...page }),
  openDeposit: z.object(control),
  deposit: z.object({ deposit: id }),
  changeControl: z.object({ deposit: id, ...control }),
  recognise: z.object({ text: z.string().max(200) }),
  enter: z.object({
    deposit: id,
    receivedOn: date,
    method: z.enum(PAYMENT_METHODS),
    amountCents: cents,
    reference,
    payer: z.string().max(120),
    note: z.string().max(500),
    parts: z.array(part).max(200),
    confirmDuplicate: z.boolean(),
  }),
  assign: z.object({ remittance: id, parts: z.array(part).min(1).max(200) }),
  reverse: z.object({
    /** One payment (a bounced one takes its whole cheque along), or a whole cheque. */
    of: z.union([z.object({ payment: id }), z.object({ remittance: id })]),
    kind: z.enum(['mis-keyed', 'bounced']),
    reason,
    on: date,
  }),
  move: z.object({
    payment: id,
    memberNo,
    code,
    yearStart: date.nullable(),
    recertification: z.boolean().optional(),
    reason,
    on: date,
  }),
  page: z.object(page),
  applyCredit: z.object({ payment: id, fee: id }),
  refund: z.object({
    payment: id,
    cents,
    reason,
    approvedBy,
    method: z.enum(PAYMENT_METHODS),
    reference,
  }),
  member: z.object({ memberNo }),
  invoiceFee: z.object({ ...year, reason }),
  waiveFee: z.object({ ...year, reason, approvedBy }),
  adjustFee: z.object({ ...year, cents, reason }),
  voidFee: z.object({ ...year, reason }),
  managers: z.object({ names: z.array(z.string().max(80)).max(50) }),
} as const;
