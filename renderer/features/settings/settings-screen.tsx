import type { ReactNode } from 'react';
import { useQueryText } from '../../app/navigation.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { AboutTab } from './about-tab.tsx';
import { AppearanceTab } from './appearance-tab.tsx';
import { BackupTab } from './backup-tab.tsx';
import { EmailTab } from './email-tab.tsx';
import { PostalTab } from './postal-tab.tsx';
import { ProfileTab } from './profile-tab.tsx';
import './settings.css';

interface SettingsTab {
  readonly text: string;
  readonly content: () => ReactNode;
  /** How many things wait in it. */
  readonly count?: number | undefined;
}
type SettingsTabs = Readonly<Record<string, SettingsTab>>;

const FIRST: SettingsTabs = {
  office: { text: 'Office profile', content: () => <ProfileTab /> },
};

const LAST: SettingsTabs = {
  postal: { text: 'Printing and post', content: () => <PostalTab /> },
  email: { text: 'E-mail', content: () => <EmailTab /> },
  backup: { text: 'Backup and restore', content: () => <BackupTab /> },
  appearance: { text: 'Appearance', content: () => <AppearanceTab /> },
  about: { text: 'About', content: () => <AboutTab /> },
};

interface SettingsScreenProps {
  /** Subjects of other features, by the tab's id; they stand after the office profile. */
  readonly more?: SettingsTabs;
}

/** Settings, one subject a tab; `?tab=policy` opens one. */
export function SettingsScreen({ more = {} }: SettingsScreenProps) {
  const all = { ...FIRST, ...more, ...LAST };
  const [text, setText] = useQueryText();
  const asked = text.get('tab') ?? '';
  const chosen = Object.hasOwn(all, asked) ? asked : 'office';
  return (
    <Screen title="Settings">
      <Tabs
        label="Settings"
        tabs={Object.entries(all).map(([id, tab]) => ({
          id,
          text: tab.text,
          count: tab.count,
        }))}
        chosen={chosen}
        onChoose={(tab) => setText({ tab, letter: '', value: '' })}
      >
        {all[chosen]?.content()}
      </Tabs>
    </Screen>
  );
}
