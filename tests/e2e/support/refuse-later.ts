import type { ElectronApplication } from '@playwright/test';
import type { ChannelName } from '../../../shared/ipc/contract.ts';

/** What is said when it is refused. */
export const REFUSED = 'The disk is full.';

/**
 * From now on a channel keeps its answers back, and then refuses: an office that is slow, and cannot save.
 * @returns lets the refusals go
 */
export async function refuseLater(
  app: ElectronApplication,
  channel: ChannelName,
): Promise<() => Promise<void>> {
  await app.evaluate(
    ({ ipcMain }, [name, message]) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      Object.assign(globalThis, { letRefusalsGo: resolve });
      ipcMain.removeHandler(name);
      ipcMain.handle(name, async () => {
        await promise;
        return { ok: false, error: { code: 'disk-full', message, fix: 'Make room.' } };
      });
    },
    [channel, REFUSED] as const,
  );
  return () => app.evaluate(() => Reflect.get(globalThis, 'letRefusalsGo')());
}
