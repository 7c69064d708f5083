import { ipcMain, type WebContents } from 'electron';
import { CHANNEL_NAMES } from '../../shared/ipc/channels.ts';
import type { EventName, Events } from '../../shared/ipc/events.ts';
import type { Router } from './router.ts';

/** Answers every channel of the contract; the only place that touches `ipcMain`. */
export function answerWindow(router: Router): void {
  for (const name of CHANNEL_NAMES) {
    ipcMain.handle(name, (event, input: unknown) => {
      const frame = event.senderFrame;
      // A frame that navigated away or was closed while its call was under way has no frame any more.
      const sender = { url: frame?.url ?? '', isMainFrame: frame !== null && frame.parent === null };
      return router(sender, name, input);
    });
  }
}

/** Pushes an event to the window's page. */
export function tell<Name extends EventName>(page: WebContents, name: Name, event: Events[Name]): void {
  if (!page.isDestroyed()) page.send(name, event);
}
