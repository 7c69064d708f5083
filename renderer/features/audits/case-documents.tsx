import { FileQuestion } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Select } from '../../components/field.tsx';
import { EmptyState } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import type { ShownPage } from './page-evidence.tsx';

/** Draws the pages of one part and tells which of them is looked at. */
export type PagesOfPart = ComponentType<{
  readonly part: IntakePart;
  readonly onPage: (page: number) => void;
}>;

interface CaseDocumentsProps {
  readonly documents: readonly IntakePart[];
  /** Title of the activity that is looked at: a document filed to it is shown. */
  readonly activity: string | null;
  readonly Pages: PagesOfPart;
  /** Told which page is looked at. */
  readonly onShown: (shown: ShownPage) => void;
}

/** What was filed to the case, one document at a time; it follows the activity that is looked at. */
export function CaseDocuments({ documents, activity, Pages, onShown }: CaseDocumentsProps) {
  const [chosen, setChosen] = useState<{ readonly part: number; readonly activity: string | null } | null>(
    null,
  );
  // What somebody chose is shown until another activity is looked at that has a document of its own.
  const own = documents.find((one) => one.activity !== null && one.activity === activity);
  const kept = chosen === null || (own !== undefined && chosen.activity !== activity) ? null : chosen.part;
  const part = documents.find((one) => one.part === kept) ?? own ?? documents[0];
  const choose = (one: IntakePart | undefined) => {
    if (one !== undefined) setChosen({ part: one.part, activity });
  };
  const at = part === undefined ? 0 : documents.indexOf(part);
  useKeys('Documents', [
    { keys: '.', does: 'Next document', run: () => choose(documents[at + 1]) },
    { keys: ',', does: 'Document before', run: () => choose(documents[at - 1]) },
  ]);
  if (part === undefined)
    return (
      <EmptyState icon={FileQuestion} title="No document has come for this case.">
        What Intake files to it is shown here, beside the activities.
      </EmptyState>
    );
  return (
    <>
      <Select
        label={documents.length === 1 ? 'Document' : `Document ${at + 1} of ${documents.length}`}
        value={String(part.part)}
        options={documents.map((one) => ({
          value: String(one.part),
          text: `${one.activity ?? one.name}, received ${shortDate(one.receivedOn)}`,
        }))}
        onChange={(event) => choose(documents.find((one) => String(one.part) === event.target.value))}
      />
      <Pages part={part} onPage={(page) => onShown({ part, page })} />
    </>
  );
}
