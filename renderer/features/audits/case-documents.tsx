import { FileQuestion } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { Select } from '../../components/field.tsx';
import { EmptyState } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';

interface CaseDocumentsProps {
  readonly documents: readonly IntakePart[];
  readonly Pages: ComponentType<{ readonly part: IntakePart }>;
}

/** What was filed to the case, one document at a time. */
export function CaseDocuments({ documents, Pages }: CaseDocumentsProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const part = documents.find((one) => one.part === chosen) ?? documents[0];
  if (part === undefined)
    return (
      <EmptyState icon={FileQuestion} title="No document has come for this case.">
        What Intake files to it is shown here, beside the activities.
      </EmptyState>
    );
  return (
    <>
      <Select
        label="Document"
        value={String(part.part)}
        options={documents.map((one) => ({
          value: String(one.part),
          text: `${one.activity ?? one.name}, received ${shortDate(one.receivedOn)}`,
        }))}
        onChange={(event) => setChosen(Number(event.target.value))}
      />
      <Pages part={part} />
    </>
  );
}
