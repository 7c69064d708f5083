import { Dialog } from '../../components/dialog.tsx';
export function SweepDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Bring standings up to date" onClose={onClose}>
      {null}
    </Dialog>
  );
}
