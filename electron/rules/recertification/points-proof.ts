import type { ChecklistItem } from '../../../shared/domain/recertification.ts';
import { type ApplicationCase, listed } from './application.ts';

// PB-REC-1: "points per type of competency with proof, employment verification form where employment is claimed".
// SC-DOC-1: documents are taken for recertification.

/** Whether every line that is not refused has its proof; there must be one at least. */
export function pointsProof(application: ApplicationCase): ChecklistItem {
  const lines = listed(application).filter(
    ({ category, refusedWhy }) => category !== 'employment-verification' && refusedWhy === null,
  );
  const bare = lines.filter(({ proofOn }) => proofOn === null);
  const none = listed(application).length === 0;
  return {
    id: 'proof',
    title: 'Points by type of competency, with proof',
    citation: 'PB-REC-1',
    done: !none && bare.length === 0,
    said: none
      ? 'No points are listed yet'
      : bare.length === 0
        ? 'Proof is there for each'
        : `Proof is missing for ${bare.length} of ${lines.length}`,
    ask: none
      ? 'Your activities by type of competency with their points, and a proof of each.'
      : bare.length === 0
        ? ''
        : `Proof of: ${bare.map(({ title }) => title).join('; ')}.`,
  };
}

/** Whether the employment verification form is there; null where no employment is claimed. */
export function employmentForm(application: ApplicationCase): ChecklistItem | null {
  const jobs = listed(application).filter(
    ({ category, refusedWhy }) => category === 'employment-verification' && refusedWhy === null,
  );
  if (jobs.length === 0) return null;
  const bare = jobs.filter(({ proofOn }) => proofOn === null);
  return {
    id: 'employment-form',
    title: 'Employment verification form',
    citation: 'PB-REC-1',
    done: bare.length === 0,
    said:
      bare.length === 0 ? 'The form is there' : `Missing for ${bare.map(({ title }) => title).join('; ')}`,
    ask:
      bare.length === 0
        ? ''
        : `The employment verification form, filled in by the employer: ${bare.map(({ title }) => title).join('; ')}.`,
  };
}
