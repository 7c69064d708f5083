import type { ChecklistItem } from '../../../shared/domain/recertification.ts';
import type { ApplicationCase } from './application.ts';
import { signedAttestation } from './attestation.ts';
import { examEligibility } from './eligibility.ts';
import { examDocuments } from './exam-documents.ts';
import { feeSettled } from './fee-settled.ts';
import { felonyQuestion } from './felony-question.ts';
import { employmentForm, pointsProof } from './points-proof.ts';
import { pointsEnough } from './points-required.ts';

// PB-REC-1: what an application by CCP asks. The form of an application by exam is not published: it is asked the same but for points,
// and the current eligibility criteria in their place (SC-LAPSE-0).

/** Everything that an application must contain, in the form's order. */
export function checklistOf(application: ApplicationCase): readonly ChecklistItem[] {
  const own =
    application.route === 'ccp'
      ? [pointsEnough(application), pointsProof(application), employmentForm(application)]
      : [examEligibility(application), examDocuments(application)];
  return [
    felonyQuestion(application),
    ...own.filter((item) => item !== null),
    signedAttestation(application),
    feeSettled(application),
  ];
}

export function missingOf(application: ApplicationCase): readonly ChecklistItem[] {
  return checklistOf(application).filter(({ done }) => !done);
}
