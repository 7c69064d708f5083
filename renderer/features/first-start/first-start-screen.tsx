import { EmptyState } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';

export function FirstStartScreen() {
  return (
    <Screen title="FirstStart">
      <EmptyState title="Nothing here yet" />
    </Screen>
  );
}
