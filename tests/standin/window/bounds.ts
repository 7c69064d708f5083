import { browser, isVisible } from '../chromium/running.ts';
import type { Target } from './target.ts';

/** Place and size in screen points, as Electron's `Rectangle`. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Rectangle, 'width' | 'height'>;

/** What Chromium's own frame takes of a window, by target. */
const frames = new Map<string, Size>();

/** Gives a window its place and size. Without a display the page itself gets that size: there is no title bar. */
export async function placeWindow(target: Target, bounds: Rectangle): Promise<void> {
  const chromium = browser().connection.browser;
  const { windowId, bounds: now } = await chromium.send('Browser.getWindowForTarget', {
    targetId: target.id,
  });
  const frame = frames.get(target.id) ?? (await measureFrame(target, now));
  frames.set(target.id, frame);
  const { x: left, y: top } = bounds;
  const width = bounds.width + frame.width;
  const height = bounds.height + frame.height;
  await chromium.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
}

async function measureFrame(target: Target, now: Partial<Size>): Promise<Size> {
  if (isVisible()) return { width: 0, height: 0 };
  const { cssLayoutViewport: page } = await target.session.send('Page.getLayoutMetrics');
  const width = (now.width ?? page.clientWidth) - page.clientWidth;
  return { width, height: (now.height ?? page.clientHeight) - page.clientHeight };
}

/** Maximises, minimises or restores a window. */
export async function setWindowState(
  target: Target,
  windowState: 'normal' | 'maximized' | 'minimized',
): Promise<void> {
  const chromium = browser().connection.browser;
  const { windowId } = await chromium.send('Browser.getWindowForTarget', { targetId: target.id });
  await chromium.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
}
