import type { WorkForms } from '../components/worklist/work-forms.ts';
import { ContactOfMember } from '../features/member-page/contact/contact-of-member.tsx';
import { TakePaymentDialog } from '../features/payments/take-payment-dialog.tsx';
import { ActivityDialog } from '../features/points/activity-dialog.tsx';
import { AttestDialog } from '../features/points/attest-dialog.tsx';
import { DuplicatesDialog } from '../features/points/duplicates-dialog.tsx';
import { OpenCycle } from '../features/points/open-cycle.tsx';

/** What works a row of a worklist without leaving it, put together from the features that it belongs to. */
export const WORK_FORMS: WorkForms = {
  Cycle: OpenCycle,
  Points: ActivityDialog,
  Attestation: AttestDialog,
  Payment: TakePaymentDialog,
  Duplicates: DuplicatesDialog,
  Contact: ContactOfMember,
};
