import type { ChecklistItem } from '../../../shared/domain/recertification.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { ApplicationCase } from './application.ts';

// SC-LAPSE-0: "You must meet CURRENT eligibility criteria, not those at initial certification."
// SC-RECERT-4: "Recertifying as an RMA? Try the RMA Eligibility Assistant to see if you qualify for recertification by exam."

/** Whether it was looked at by which current route the applicant may take the exam. */
export function examEligibility({ code, eligibleBy, eligibleCheckedOn }: ApplicationCase): ChecklistItem {
  const done = eligibleBy !== null && eligibleCheckedOn !== null;
  return {
    id: 'eligibility',
    title: 'Current eligibility criteria',
    citation: code === 'RMA' ? 'SC-RECERT-4' : 'SC-LAPSE-0',
    done,
    said: done ? `${eligibleBy}, checked on ${displayDate(eligibleCheckedOn)}` : 'Not checked yet',
    ask: done
      ? ''
      : `Proof that you meet the current eligibility criteria for the ${code} exam: they are those of today, not those of your first certification.`,
  };
}
