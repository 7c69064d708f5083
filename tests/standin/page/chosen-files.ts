import type { Channel } from './channel.ts';

/** Electron's `webUtils`. */
export interface WebUtils {
  /** Absolute path of a file the person chose or dropped; empty for one made by script. */
  readonly getPathForFile: (file: File) => string;
}

/**
 * Electron's `webUtils`, as one function without outside names. Runs in the page.
 * Only the main process can ask Chromium for a path, and `getPathForFile` must answer at once: so a file
 * input's event, or a drop, is held back until the paths are here, and is then sent again.
 */
export function makeWebUtils(channel: Channel): WebUtils {
  const paths = new WeakMap<File, string>();
  const waiting = new Map<number, () => void>();
  let lastId = 0;

  channel.listen((message) => {
    if (message.kind !== 'paths') return;
    channel.files.get(message.id)?.forEach((file, index) => {
      paths.set(file, message.paths[index] ?? '');
    });
    channel.files.delete(message.id);
    waiting.get(message.id)?.();
    waiting.delete(message.id);
  });

  const learn = (files: readonly File[], then: () => void) => {
    lastId += 1;
    channel.files.set(lastId, files);
    waiting.set(lastId, then);
    channel.post({ kind: 'files', id: lastId, count: files.length });
  };

  const onInput = (event: Event) => {
    const input = event.composedPath()[0];
    if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
    const files = [...(input.files ?? [])];
    if (files.every((file) => paths.has(file))) return;
    event.stopImmediatePropagation();
    learn(files, () => input.dispatchEvent(new Event(event.type, { bubbles: true, composed: true })));
  };

  const onDrop = (event: DragEvent) => {
    const target = event.composedPath()[0];
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!target || files.every((file) => paths.has(file))) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    const { clientX, clientY } = event;
    const again = { bubbles: true, cancelable: true, composed: true, clientX, clientY, dataTransfer };
    learn([...dataTransfer.files], () => target.dispatchEvent(new DragEvent('drop', again)));
  };

  window.addEventListener('input', onInput, true);
  window.addEventListener('change', onInput, true);
  window.addEventListener('drop', onDrop, true);
  return { getPathForFile: (file) => paths.get(file) ?? '' };
}
