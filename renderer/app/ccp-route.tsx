import { CcpScreen } from '../features/ccp/ccp-screen.tsx';
import { WorklistsTab } from '../features/ccp-worklists/worklists-tab.tsx';
import { CeTab } from '../features/ce/ce-tab.tsx';
import { AttestationsTab } from '../features/points/attestations-tab.tsx';
import { EnterPointsTab } from '../features/points/enter-points-tab.tsx';
import { FeedTab } from '../features/points/feed-tab.tsx';
import { WORK_FORMS } from './work-forms.ts';

/** CCP, put together from the features that its tabs belong to. Worklists come first in the row. */
export function CcpRoute() {
  return (
    <CcpScreen
      tabs={{
        worklists: { text: 'Worklists', content: () => <WorklistsTab forms={WORK_FORMS} /> },
        enter: { text: 'Enter points', content: () => <EnterPointsTab /> },
        feed: { text: 'Online feed', content: () => <FeedTab /> },
        attestations: { text: 'Attestations', content: () => <AttestationsTab /> },
        ce: { text: 'CE catalogue', content: () => <CeTab /> },
      }}
    />
  );
}
