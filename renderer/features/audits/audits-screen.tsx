import type { ReactNode } from 'react';
import { useQueryText } from '../../app/navigation.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { CasesTab } from './cases-tab.tsx';
import { DrawsTab } from './draws-tab.tsx';
import { LettersTab } from './letters-tab.tsx';
import './audits.css';
import './case.css';

const TABS: Readonly<Record<string, { readonly text: string; readonly content: () => ReactNode }>> = {
  cases: { text: 'Audits', content: () => <CasesTab /> },
  letters: { text: 'Letters', content: () => <LettersTab /> },
  draws: { text: 'Draws', content: () => <DrawsTab /> },
};

/** The annual audit: who is audited, the letters that wait, and how they were drawn; `?tab=draws` opens one. */
export function AuditsScreen() {
  const [text, setText] = useQueryText();
  const asked = text.get('tab') ?? '';
  const chosen = Object.hasOwn(TABS, asked) ? asked : 'cases';
  return (
    <Screen title="Audits">
      <Tabs
        label="Audits"
        tabs={Object.entries(TABS).map(([id, tab]) => ({ id, text: tab.text }))}
        chosen={chosen}
        onChoose={(tab) => setText({ tab })}
      >
        {TABS[chosen]?.content()}
      </Tabs>
    </Screen>
  );
}
