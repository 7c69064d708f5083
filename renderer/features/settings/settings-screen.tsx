import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { useQueryText } from '../../app/navigation.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { AboutTab } from './about-tab.tsx';
import { AppearanceTab } from './appearance-tab.tsx';
import { BackupTab } from './backup-tab.tsx';
import { EmailTab } from './email-tab.tsx';
import { unconfirmedCount } from './policy-groups.ts';
import { PolicyTab } from './policy-tab.tsx';
import { PostalTab } from './postal-tab.tsx';
import { ProfileTab } from './profile-tab.tsx';
import './settings.css';

const TABS: Readonly<Record<string, { readonly text: string; readonly content: () => ReactNode }>> = {
  office: { text: 'Office profile', content: () => <ProfileTab /> },
  policy: { text: 'Policy book', content: () => <PolicyTab /> },
  postal: { text: 'Printing and post', content: () => <PostalTab /> },
  email: { text: 'E-mail', content: () => <EmailTab /> },
  backup: { text: 'Backup and restore', content: () => <BackupTab /> },
  appearance: { text: 'Appearance', content: () => <AppearanceTab /> },
  about: { text: 'About', content: () => <AboutTab /> },
};

/** Settings, one subject a tab; `?tab=policy` opens one. */
export function SettingsScreen() {
  const [text, setText] = useQueryText();
  const book = useAsk('policy.book', undefined);
  const asked = text.get('tab') ?? '';
  const chosen = Object.hasOwn(TABS, asked) ? asked : 'office';
  const unconfirmed = book.data === undefined ? 0 : unconfirmedCount(book.data.values);
  return (
    <Screen title="Settings">
      <Tabs
        label="Settings"
        tabs={Object.entries(TABS).map(([id, tab]) => ({
          id,
          text: tab.text,
          count: id === 'policy' && unconfirmed > 0 ? unconfirmed : undefined,
        }))}
        chosen={chosen}
        onChoose={(tab) => setText({ tab })}
      >
        {TABS[chosen]?.content()}
      </Tabs>
    </Screen>
  );
}
