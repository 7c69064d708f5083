import { EmptyState } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';

export function ImportScreen() {
  return (
    <Screen title="Import">
      <EmptyState title="Nothing here yet" />
    </Screen>
  );
}
