import { lazy } from 'react';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { EnvelopesTab } from '../features/stationery/envelopes-tab.tsx';
import { LettersTab } from '../features/stationery/letters-tab.tsx';

/** The library that reads PDFs is large: it comes when a letter is looked at. */
const SheetPreview = lazy(async () => ({
  default: (await import('../features/pdf-viewer/sheet-preview.tsx')).SheetPreview,
}));

/** Settings, with the letters and envelopes that they choose among. */
export function SettingsRoute() {
  return (
    <SettingsScreen
      more={{
        letters: { text: 'Letters', content: () => <LettersTab Viewer={SheetPreview} /> },
        envelopes: { text: 'Envelopes', content: () => <EnvelopesTab /> },
      }}
    />
  );
}
