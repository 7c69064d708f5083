import type { Session } from '../chromium/connection.ts';
import { browser, isVisible } from '../chromium/running.ts';
import { interceptRequests, type NavigationCheck } from '../main/interception.ts';

/** A page of Chromium that shows one window. */
export interface Target {
  readonly id: string;
  readonly session: Session;
}

const closedListeners = new Map<string, () => void>();
const arrivals: ((target: Target) => void)[] = [];
let prepared: Promise<void> | undefined;

/**
 * Opens a page for a window. It waits before its first request until `release`, so that Playwright and the
 * stand-in see the window's own first document and no empty one before it.
 */
export async function openTarget(url: string, mayNavigate: NavigationCheck): Promise<Target> {
  prepared ??= prepare(mayNavigate);
  await prepared;
  const arrival = new Promise<Target>((resolve) => arrivals.push(resolve));
  if (isVisible()) browser().openAppWindow(url);
  else await browser().connection.browser.send('Target.createTarget', { url, newWindow: true });
  return arrival;
}

/** Lets a page go on to its first document. */
export async function release({ session }: Target): Promise<void> {
  await session.send('Runtime.runIfWaitingForDebugger');
}

/** Calls `listener` once when the page of that id has gone. */
export function whenTargetCloses(id: string, listener: () => void): void {
  closedListeners.set(id, listener);
}

async function prepare(mayNavigate: NavigationCheck): Promise<void> {
  const { connection, ended } = browser();
  const chromium = connection.browser;
  chromium.on('Target.targetDestroyed', ({ targetId }) => closed(targetId));
  chromium.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    arrivals.shift()?.({ id: targetInfo.targetId, session: connection.session(sessionId) });
  });
  ended.then(() => {
    for (const id of [...closedListeners.keys()]) closed(id);
  });
  await interceptRequests(chromium, mayNavigate);
  await chromium.send('Target.setDiscoverTargets', { discover: true });
  const filter = [{ type: 'page' }];
  await chromium.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter,
  });
}

function closed(id: string): void {
  const listener = closedListeners.get(id);
  closedListeners.delete(id);
  listener?.();
}
