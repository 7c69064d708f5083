import type { ReactNode } from 'react';
import { useQueryText } from '../../app/navigation.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { BooksTab } from './books-tab.tsx';
import { CreditsTab } from './credits-tab.tsx';
import { DepositsTab } from './deposits-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import { StatementTab } from './statement-tab.tsx';
import { UnmatchedTab } from './unmatched-tab.tsx';
import './payments.css';

const TABS: Readonly<Record<string, { readonly text: string; readonly content: () => ReactNode }>> = {
  deposits: { text: 'Deposits', content: () => <DepositsTab /> },
  files: { text: 'Files', content: () => <FilesTab /> },
  unmatched: { text: 'Unmatched', content: () => <UnmatchedTab /> },
  credits: { text: 'Credits', content: () => <CreditsTab /> },
  statement: { text: 'Statement', content: () => <StatementTab /> },
  books: { text: 'Books', content: () => <BooksTab /> },
};

/** Payments: what came in, what is still unmatched, what is held as credit, a member’s account, the books; `?tab=credits` opens one. */
export function PaymentsScreen() {
  const [text, setText] = useQueryText();
  const asked = text.get('tab') ?? '';
  const chosen = Object.hasOwn(TABS, asked) ? asked : 'deposits';
  return (
    <Screen title="Payments">
      <Tabs
        label="Payments"
        tabs={Object.entries(TABS).map(([id, tab]) => ({ id, text: tab.text }))}
        chosen={chosen}
        onChoose={(tab) => setText({ tab })}
      >
        {TABS[chosen]?.content()}
      </Tabs>
    </Screen>
  );
}
