import type { ChecklistItem } from '../../../shared/domain/recertification.ts';
import type { ApplicationCase } from './application.ts';

// SC-RECERT-3: "Recertify by Exam: submit a Recertification by Exam Application and fee." What the way asks to be sent beside both is data in
// resources/policy/eligibility/. SC-DOC-1: documents are taken for recertification.

/** Whether the documents of the way that the eligibility assistant found are there; null where it asks for none. */
export function examDocuments({ eligibility }: ApplicationCase): ChecklistItem | null {
  const asked = eligibility?.documents.filter(({ shownBy }) => shownBy === null) ?? [];
  if (eligibility === null || asked.length === 0) return null;
  const missing = asked.filter(({ cameOn }) => cameOn === null).map(({ text }) => text);
  const done = missing.length === 0;
  return {
    id: 'documents',
    title: 'Documents of the way to the exam',
    citation: eligibility.citation,
    done,
    said: `For “${eligibility.title}”: ${done ? 'all are there' : `missing ${missing.join('; ')}`}`,
    ask: done ? '' : `For the way “${eligibility.title}” to the exam: ${missing.join('; ')}.`,
  };
}
