import type { ComponentType } from 'react';
import type { MemberPage } from '../../../shared/domain/member-page.ts';
import { useQueryText } from '../../app/navigation.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { CyclesTab } from './cycles/cycles-tab.tsx';
import { AddressesTab } from './tabs/addresses-tab.tsx';
import { ApplicationsTab } from './tabs/applications-tab.tsx';
import { FeesTab } from './tabs/fees-tab.tsx';
import { HistoryTab } from './tabs/history-tab.tsx';
import { NoticesTab } from './tabs/notices-tab.tsx';

const TABS = [
  { id: 'fees', text: 'Fees', content: FeesTab, count: () => undefined },
  { id: 'points', text: 'Points', content: null, count: (page: MemberPage) => page.activities.length },
  { id: 'cycles', text: 'Cycles', content: CyclesTab, count: () => undefined },
  { id: 'notices', text: 'Notices', content: NoticesTab, count: (page: MemberPage) => page.notices.length },
  {
    id: 'addresses',
    text: 'Addresses',
    content: AddressesTab,
    count: (page: MemberPage) => page.addresses.length,
  },
  { id: 'applications', text: 'Applications', content: ApplicationsTab, count: () => undefined },
  { id: 'history', text: 'History', content: HistoryTab, count: () => undefined },
] as const;

/** A member's points, which another feature shows. */
export interface PointsProps {
  readonly memberNo: string;
  /** Asked to add an activity. */
  readonly onAdd: () => void;
}

interface MemberTabsProps {
  readonly page: MemberPage;
  readonly Points: ComponentType<PointsProps>;
  readonly onAddActivity: () => void;
}

/** Everything recorded about the member, kind by kind; the place says which (`?tab=points`). */
export function MemberTabs({ page, Points, onAddActivity }: MemberTabsProps) {
  const [text, setText] = useQueryText();
  const chosen = TABS.find((tab) => tab.id === text.get('tab')) ?? TABS[0];
  return (
    <Tabs
      label="Records of the member"
      tabs={TABS.map((tab) => ({ id: tab.id, text: tab.text, count: tab.count(page) }))}
      chosen={chosen.id}
      onChoose={(tab) => setText({ tab: tab === 'fees' ? '' : tab })}
    >
      <div className="tab-scroll">
        {chosen.content === null ? (
          <Points memberNo={page.memberNo} onAdd={onAddActivity} />
        ) : (
          <chosen.content page={page} />
        )}
      </div>
    </Tabs>
  );
}
