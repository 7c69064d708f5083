import type { ReactNode } from 'react';
import { useQueryText } from '../../app/navigation.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';

/** One part of CCP: its word on the tab and what it shows. */
export interface CcpTab {
  readonly text: string;
  readonly content: () => ReactNode;
}

interface CcpScreenProps {
  /** By the name that the place has for it (`?tab=feed`), in their order. */
  readonly tabs: Readonly<Record<string, CcpTab>>;
}

/** CCP: what waits, and the ways that points come in; the place says which tab is open. */
export function CcpScreen({ tabs }: CcpScreenProps) {
  const [text, setText] = useQueryText();
  const asked = text.get('tab') ?? '';
  const chosen = Object.hasOwn(tabs, asked) ? asked : (Object.keys(tabs)[0] ?? '');
  return (
    <Screen title="CCP">
      <Tabs
        label="CCP"
        tabs={Object.entries(tabs).map(([id, tab]) => ({ id, text: tab.text }))}
        chosen={chosen}
        onChoose={(tab) => setText({ tab })}
      >
        {tabs[chosen]?.content()}
      </Tabs>
    </Screen>
  );
}
