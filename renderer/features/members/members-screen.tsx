import { Screen } from '../../components/screen.tsx';
export function MembersScreen() {
  return (
    <Screen title="Members">
      <p />
    </Screen>
  );
}
