import { bulkInsert, type NewRow } from '../../db/bulk-insert.ts';
import type { Write } from '../../db/transaction.ts';
import type { Activity } from './activities.ts';

/** Rows of some members, ready to be inserted. Members, certifications, fees and payments bring their ids. */
export interface SampleRows {
  readonly members: Omit<NewRow<'member'>, 'import_id'>[];
  readonly addresses: Omit<NewRow<'postal_address'>, 'id'>[];
  readonly certifications: Omit<NewRow<'certification'>, 'import_id'>[];
  readonly fees: Omit<NewRow<'annual_fee'>, 'import_id' | 'paid_cents'>[];
  readonly payments: Omit<NewRow<'payment'>, 'import_id' | 'import_key'>[];
  readonly allocations: NewRow<'payment_allocation'>[];
  readonly activities: (Activity & { readonly member_id: number })[];
  readonly attestations: Omit<NewRow<'attestation'>, 'id' | 'import_id'>[];
  readonly applications: Omit<NewRow<'recertification_application'>, 'id'>[];
}

export function noRows(): SampleRows {
  return {
    members: [],
    addresses: [],
    certifications: [],
    fees: [],
    payments: [],
    allocations: [],
    activities: [],
    attestations: [],
    applications: [],
  };
}

/** Inserts them, what others refer to first. */
export function insertRows(write: Write, rows: SampleRows): void {
  bulkInsert(write, 'member', MEMBER, rows.members);
  bulkInsert(write, 'postal_address', ADDRESS, rows.addresses);
  bulkInsert(write, 'certification', CERTIFICATION, rows.certifications);
  bulkInsert(write, 'annual_fee', FEE, rows.fees);
  bulkInsert(write, 'payment', PAYMENT, rows.payments);
  bulkInsert(write, 'payment_allocation', ALLOCATION, rows.allocations);
  bulkInsert(write, 'activity', ACTIVITY, rows.activities);
  bulkInsert(write, 'attestation', ATTESTATION, rows.attestations);
  bulkInsert(write, 'recertification_application', APPLICATION, rows.applications);
}

const MEMBER = [
  'id',
  'member_no',
  'first_name',
  'middle_name',
  'last_name',
  'suffix',
  'sort_name',
  'email',
  'phone',
  'mail_ok',
  'email_ok',
  'deceased_on',
] as const;

const ADDRESS = [
  'member_id',
  'address1',
  'address2',
  'city',
  'state',
  'zip',
  'country',
  'valid_from',
  'valid_to',
  'bad_reason',
] as const;

const CERTIFICATION = [
  'id',
  'member_id',
  'code',
  'certified_on',
  'recertified_on',
  'certificate_no',
] as const;

const FEE = [
  'id',
  'certification_id',
  'year_start',
  'due_on',
  'amount_cents',
  'waived',
  'invoiced_on',
] as const;

const PAYMENT = ['id', 'certification_id', 'received_on', 'amount_cents', 'method', 'reference'] as const;

const ALLOCATION = ['payment_id', 'annual_fee_id', 'amount_cents'] as const;

const ACTIVITY = [
  'member_id',
  'category',
  'title',
  'provider',
  'completed_on',
  'employed_from',
  'employed_to',
  'hours',
  'points',
  'criteria',
  'source',
  'finding',
  'external_id',
] as const;

const ATTESTATION = ['certification_id', 'cycle_start', 'attested_on'] as const;

const APPLICATION = ['certification_id', 'route', 'received_on', 'closed_on', 'status'] as const;
