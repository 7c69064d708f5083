import { EmptyState } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';

export function RenewalsScreen() {
  return (
    <Screen title="Renewals">
      <EmptyState title="Nothing here yet" />
    </Screen>
  );
}
