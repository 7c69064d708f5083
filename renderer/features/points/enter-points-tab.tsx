import { Search } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/notices.tsx';

/** Where points are entered: it begins with whose they are. */
export function EnterPointsTab() {
  return (
    <EmptyState
      icon={Search}
      title="Whose points are they?"
      action={<Button onClick={() => document.getElementById('lookup')?.focus()}>Look a member up</Button>}
    >
      The member’s Points tab shows what is recorded and what counts.
    </EmptyState>
  );
}
