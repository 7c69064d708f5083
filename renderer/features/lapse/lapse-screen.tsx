import { RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { LAPSE_WORKLISTS, type WorklistItem } from '../../../shared/domain/worklists.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Screen } from '../../components/screen.tsx';
import type { WorkForms } from '../../components/worklist/work-forms.ts';
import { Worklist } from '../../components/worklist/worklist.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

/** Lapse: who has lapsed and by which way back, who is within grace, and who is past due and will lapse. */
export function LapseScreen({ forms }: { readonly forms: WorkForms }) {
  const [reversing, setReversing] = useState<WorklistItem | null>(null);
  return (
    <Screen title="Lapse" kind="fill">
      <Worklist
        lists={LAPSE_WORKLISTS}
        forms={forms}
        actions={({ found: item }) =>
          item.list === 'lapsed' && item.standings[0] !== undefined && item.row !== null ? (
            <>
              <Button
                icon={RotateCcw}
                onClick={() =>
                  navigate(`/recertification?start=${item.memberNo}:${item.standings[0]?.code ?? ''}`)
                }
              >
                Start recertification
              </Button>
              <Button icon={Undo2} onClick={() => setReversing(item)}>
                Reverse the lapse…
              </Button>
            </>
          ) : null
        }
      />
      {reversing === null ? null : (
        <ReverseDialog
          memberNo={reversing.memberNo}
          memberName={reversing.memberName}
          code={reversing.standings[0]?.code ?? 'MT'}
          onClose={() => setReversing(null)}
        />
      )}
    </Screen>
  );
}
