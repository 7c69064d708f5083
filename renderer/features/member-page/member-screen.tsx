import { Screen } from '../../components/screen.tsx';
export function MemberScreen() {
  return (
    <Screen title="Member">
      <p />
    </Screen>
  );
}
