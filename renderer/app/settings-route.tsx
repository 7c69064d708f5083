import { lazy } from 'react';
import { LimitTab } from '../features/intake/limit-tab.tsx';
import { RecognitionCard } from '../features/intake/recognition-card.tsx';
import { ScanFolderCard } from '../features/intake/scan-folder-card.tsx';
import { FeedFolderTab } from '../features/points/feed-folder-tab.tsx';
import { PolicyTab } from '../features/policy/policy-tab.tsx';
import { useUnconfirmedCount } from '../features/policy/use-unconfirmed-count.ts';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { EnvelopesTab } from '../features/stationery/envelopes-tab.tsx';
import { LettersTab } from '../features/stationery/letters-tab.tsx';

/** The library that reads PDFs is large: it comes when a letter is looked at. */
const SheetPreview = lazy(async () => ({
  default: (await import('../features/pdf-viewer/sheet-preview.tsx')).SheetPreview,
}));

/** Settings, with the policy book, and the letters and envelopes that they choose among. */
export function SettingsRoute() {
  const unconfirmed = useUnconfirmedCount();
  return (
    <SettingsScreen
      more={{
        policy: { text: 'Policy book', content: () => <PolicyTab />, count: unconfirmed },
        letters: { text: 'Letters', content: () => <LettersTab Viewer={SheetPreview} /> },
        envelopes: { text: 'Envelopes', content: () => <EnvelopesTab /> },
        intake: {
          text: 'Intake',
          content: () => (
            <div className="intake">
              <ScanFolderCard />
              <LimitTab />
              <RecognitionCard />
            </div>
          ),
        },
        feed: { text: 'Online feed', content: () => <FeedFolderTab /> },
      }}
    />
  );
}
