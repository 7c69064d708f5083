import { app, dialog } from 'electron';
import type { Log } from './log.ts';

/** Sees to it that nothing fails in silence: what nobody caught is logged and said in one sentence. */
export interface Failures {
  /** Into the log alone: whoever asked is told by the answer. */
  note(where: string, error: unknown): void;
  /** Something went wrong; the program goes on. */
  tell(where: string, error: unknown): void;
  /** Something went wrong that the program cannot go on after. */
  end(where: string, error: unknown): void;
}

export function watchFailures(log: Log): Failures {
  let shown = false;
  let ending = false;
  const note = (where: string, error: unknown) =>
    log.write(where, error instanceof Error ? (error.stack ?? error.message) : String(error));
  const failures: Failures = {
    note,
    tell(where, error) {
      note(where, error);
      if (shown || ending) return;
      shown = true;
      void app.whenReady().then(() => {
        dialog.showErrorBox(
          'Standing',
          'Something unexpected went wrong. What was saved is safe; the newest file in the office folder’s logs tells more.',
        );
        shown = false;
      });
    },
    end(where, error) {
      note(where, error);
      if (ending) return;
      ending = true;
      void app.whenReady().then(() => {
        dialog.showErrorBox(
          'Standing has to close',
          'The part of Standing that keeps the office has stopped. What was saved is safe: open Standing again.',
        );
        app.exit(1);
      });
    },
  };
  process.on('uncaughtException', (error) => failures.tell('uncaught', error));
  process.on('unhandledRejection', (error) => failures.tell('unhandled', error));
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit' || ending) return;
    failures.tell('window', `The page's process ended: ${reason} (${exitCode}).`);
    if (!contents.isDestroyed()) contents.reload();
  });
  return failures;
}
