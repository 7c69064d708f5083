import { EventEmitter } from 'node:events';
import type { Session } from '../chromium/connection.ts';

type ThemeSource = 'system' | 'light' | 'dark';

const sessions = new Set<Session>();

/** Electron's `nativeTheme`: where it is not `system`, pages see it as `prefers-color-scheme`. */
class NativeTheme extends EventEmitter {
  #source: ThemeSource = 'system';
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;

  get themeSource(): ThemeSource {
    return this.#source;
  }
  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: ${source}`);
    if (source === this.#source) return;
    this.#source = source;
    for (const session of sessions) emulate(session, source).catch(() => sessions.delete(session));
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();

/** Keeps one window's page in the theme of the app. */
export async function applyTheme(session: Session): Promise<void> {
  sessions.add(session);
  if (nativeTheme.themeSource !== 'system') await emulate(session, nativeTheme.themeSource);
}

async function emulate(session: Session, source: ThemeSource): Promise<void> {
  const features = [{ name: 'prefers-color-scheme', value: source === 'system' ? '' : source }];
  await session.send('Emulation.setEmulatedMedia', { features });
}
