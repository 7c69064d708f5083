import type { ReactNode } from 'react';
import { useQueryText } from '../../app/navigation.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { CredlyTab } from './credly-tab.tsx';
import { RequestsTab } from './requests-tab.tsx';
import { SetupTab } from './setup-tab.tsx';
import './badges.css';

const TABS: Readonly<Record<string, { readonly text: string; readonly content: () => ReactNode }>> = {
  requests: { text: 'Requests', content: () => <RequestsTab /> },
  credly: { text: 'Compare with Credly', content: () => <CredlyTab /> },
  setup: { text: 'Setup', content: () => <SetupTab /> },
};

/** Badges: what was asked for, what Credly has, and what links the two; `?tab=credly` opens one. */
export function BadgesScreen() {
  const [text, setText] = useQueryText();
  const asked = text.get('tab') ?? '';
  const chosen = Object.hasOwn(TABS, asked) ? asked : 'requests';
  return (
    <Screen title="Badges" about="Credly issues them; members claim them there (SC-RECERT-1).">
      <Tabs
        label="Badges"
        tabs={Object.entries(TABS).map(([id, tab]) => ({ id, text: tab.text }))}
        chosen={chosen}
        onChoose={(tab) => setText({ tab })}
      >
        {TABS[chosen]?.content()}
      </Tabs>
    </Screen>
  );
}
