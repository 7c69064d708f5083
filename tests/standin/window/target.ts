import type { Session } from '../chromium/connection.ts';
import { browser, isVisible } from '../chromium/running.ts';
import { interceptRequests, type NavigationCheck } from '../main/interception.ts';

/** A page of Chromium that shows one window. */
export interface Target {
  readonly id: string;
  readonly session: Session;
  /** Lets a page go that was opened on its first address and waits before it. */
  readonly release?: () => Promise<void>;
}

const closedListeners = new Map<string, () => void>();
const arrivals: ((target: { id: string; sessionId: string }) => void)[] = [];
let prepared: Promise<void> | undefined;

/** Opens a page for a window: an empty one, or in visible mode an app window that waits before `url`. */
export async function openTarget(url: string, mayNavigate: NavigationCheck): Promise<Target> {
  prepared ??= prepare(mayNavigate);
  await prepared;
  return isVisible() ? openVisible(url) : openHeadless();
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
    arrivals.shift()?.({ id: targetInfo.targetId, sessionId });
  });
  ended.then(() => {
    for (const id of [...closedListeners.keys()]) closed(id);
  });
  await interceptRequests(chromium, mayNavigate);
  await chromium.send('Target.setDiscoverTargets', { discover: true });
  if (!isVisible()) return;
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

async function openHeadless(): Promise<Target> {
  const { connection } = browser();
  const { targetId: id } = await connection.browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
  });
  const { sessionId } = await connection.browser.send('Target.attachToTarget', {
    targetId: id,
    flatten: true,
  });
  return { id, session: connection.session(sessionId) };
}

async function openVisible(url: string): Promise<Target> {
  const arrival = new Promise<{ id: string; sessionId: string }>((resolve) => arrivals.push(resolve));
  browser().openAppWindow(url);
  const { id, sessionId } = await arrival;
  const session = browser().connection.session(sessionId);
  return {
    id,
    session,
    release: async () => {
      await session.send('Runtime.runIfWaitingForDebugger');
    },
  };
}
