import { CcpScreen } from '../features/ccp/ccp-screen.tsx';
import { AttestationsTab } from '../features/points/attestations-tab.tsx';
import { EnterPointsTab } from '../features/points/enter-points-tab.tsx';
import { FeedTab } from '../features/points/feed-tab.tsx';

/** CCP, put together from the features that its tabs belong to. Worklists come first in the row. */
export function CcpRoute() {
  return (
    <CcpScreen
      tabs={{
        enter: { text: 'Enter points', content: () => <EnterPointsTab /> },
        feed: { text: 'Online feed', content: () => <FeedTab /> },
        attestations: { text: 'Attestations', content: () => <AttestationsTab /> },
      }}
    />
  );
}
