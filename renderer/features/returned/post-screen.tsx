import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate, usePlace } from '../../app/navigation.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { FindPanel } from './find-panel.tsx';
import { MovesPanel } from './moves-panel.tsx';
import { ReturnedPanel } from './returned-panel.tsx';
import './returned.css';

const TABS = [
  { id: 'returned', text: 'Returned mail' },
  { id: 'addresses', text: 'Find the address' },
  { id: 'moves', text: 'Address changes' },
] as const;

/** What came back, whose address is to be found, and what a move-update vendor knows: each at its own path. */
export function PostScreen() {
  const { path } = usePlace();
  const toFind = useAsk('returned.toFind', { offset: 0, limit: 1 }).data?.total ?? 0;
  const chosen = TABS.find(({ id }) => path === `/renewals/${id}`)?.id ?? 'returned';
  return (
    <Screen title="Returned mail and addresses" about={<Link to="/renewals">Renewals</Link>}>
      <Tabs
        label="Returned mail and addresses"
        tabs={TABS.map((tab) => ({
          ...tab,
          count: tab.id === 'addresses' && toFind > 0 ? toFind : undefined,
        }))}
        chosen={chosen}
        onChoose={(tab) => navigate(`/renewals/${tab}`)}
      >
        {chosen === 'returned' ? <ReturnedPanel /> : null}
        {chosen === 'addresses' ? <FindPanel /> : null}
        {chosen === 'moves' ? <MovesPanel /> : null}
      </Tabs>
    </Screen>
  );
}
