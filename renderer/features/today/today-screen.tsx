import { Button } from '../../components/button.tsx';
import { Screen } from '../../components/screen.tsx';
export function TodayScreen({ onSweep }: { readonly onSweep: () => void }) {
  return (
    <Screen title="Today">
      <Button onClick={onSweep}>Bring standings up to date</Button>
    </Screen>
  );
}
