import { EmptyState } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';

export function SettingsScreen() {
  return (
    <Screen title="Settings">
      <EmptyState title="Nothing here yet" />
    </Screen>
  );
}
