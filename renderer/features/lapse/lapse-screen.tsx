import { LAPSE_WORKLISTS } from '../../../shared/domain/worklists.ts';
import { Screen } from '../../components/screen.tsx';
import type { WorkForms } from '../../components/worklist/work-forms.ts';
import { Worklist } from '../../components/worklist/worklist.tsx';
import { LapseActions, type StartForm } from './lapse-actions.tsx';

interface LapseScreenProps {
  readonly forms: WorkForms;
  readonly Start: StartForm;
}

/** Lapse: who has lapsed and by which way back, who is within grace, and who is past due and will lapse. */
export function LapseScreen({ forms, Start }: LapseScreenProps) {
  return (
    <Screen title="Lapse" kind="fill">
      <Worklist
        lists={LAPSE_WORKLISTS}
        forms={forms}
        actions={({ found, onSaved }) => {
          const code = found.row?.code ?? null;
          return found.list === 'lapsed' && code !== null ? (
            <LapseActions found={found} onSaved={onSaved} code={code} Start={Start} />
          ) : null;
        }}
      />
    </Screen>
  );
}
