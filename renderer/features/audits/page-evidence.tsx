import type { CaseActivity, CaseView } from '../../../shared/domain/audit-case.ts';
import {
  EVIDENCE_ITEM_WORDS,
  EVIDENCE_ITEMS,
  type EvidenceItem,
} from '../../../shared/domain/audit-findings.ts';
import { evidenceOnPage } from '../../../shared/domain/evidence-on-page.ts';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';

/** The page that is looked at beside the activities. */
export interface ShownPage {
  readonly part: IntakePart;
  readonly page: number;
}

interface PageEvidenceProps {
  readonly view: CaseView;
  readonly activity: CaseActivity;
  readonly shown: ShownPage;
  readonly busy: boolean;
  /** Notes that the proof shows these. */
  readonly onTake: (items: readonly EvidenceItem[]) => void;
}

/** What the page that is looked at shows of an activity, as a machine reads it; `e` takes over what is not noted yet. */
export function PageEvidence({ view, activity, shown: { part, page }, busy, onTake }: PageEvidenceProps) {
  const words = useAsk('intake.words', { sha256: part.sha256, type: part.type, page }).data;
  const read =
    words === undefined || words === null
      ? {}
      : evidenceOnPage(words, { ...activity, memberName: view.memberName });
  const found = EVIDENCE_ITEMS.filter((item) => read[item] !== undefined);
  const open = found.filter((item) => activity.evidence[item] !== true);
  const take = () => {
    if (open.length > 0 && !busy) onTake(open);
  };
  useKeys('Activities', [{ keys: 'e', does: 'Take over what the page shows', run: take }]);
  if (found.length === 0) return null;
  return (
    <div className="page-evidence">
      <p className="soft">
        {`Read on page ${page}: `}
        {found.map((item) => `${EVIDENCE_ITEM_WORDS[item].toLowerCase()} ${read[item]}`).join(' · ')}
      </p>
      {open.length === 0 ? null : (
        <Button look="quiet" onClick={take} disabled={busy}>
          {`Yes, it shows ${open.map((item) => EVIDENCE_ITEM_WORDS[item].toLowerCase()).join(', ')} (e)`}
        </Button>
      )}
    </div>
  );
}
