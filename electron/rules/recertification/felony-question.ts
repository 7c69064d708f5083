import type { ChecklistItem } from '../../../shared/domain/recertification.ts';
import type { ApplicationCase } from './application.ts';

// PB-REC-1: "felony question (and, if yes, date, nature, court, outcome)". Whether it is answered whole is all that is told here:
// what was answered nobody learns from a checklist or a letter.

export function felonyQuestion({ felonyAnswered }: Pick<ApplicationCase, 'felonyAnswered'>): ChecklistItem {
  return {
    id: 'felony',
    title: 'Felony question',
    citation: 'PB-REC-1',
    done: felonyAnswered,
    said: felonyAnswered ? 'Answered' : 'Not answered whole',
    ask: felonyAnswered ? '' : 'An answer to every part of the felony question.',
  };
}
