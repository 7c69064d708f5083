import { BackUp } from './back-up.tsx';
import { Restore } from './restore.tsx';
import { Verify } from './verify.tsx';

/** Backing the whole office up into one file, verifying the office, and restoring a backup into a new folder. */
export function BackupTab() {
  return (
    <div className="backup">
      <BackUp />
      <Verify />
      <Restore />
    </div>
  );
}
