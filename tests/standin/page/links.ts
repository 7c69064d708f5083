import type { Channel } from './channel.ts';

/**
 * Hands every wish for a new window to the main process, as one function without outside names. Runs in the
 * page. No window is ever opened: what the app allows is for the real shell to show.
 */
export function watchLinks(channel: Channel): void {
  const ask = (url: string, frameName: string) => channel.post({ kind: 'open', url, frameName });
  window.open = (url = 'about:blank', frameName = '') => {
    ask(new URL(url, document.baseURI).href, frameName);
    return null;
  };
  const onClick = (event: MouseEvent) => {
    const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
    if (!link?.href || event.defaultPrevented) return;
    const elsewhere = link.target !== '' && !['_self', '_top', '_parent'].includes(link.target);
    const apart = event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1;
    if (!elsewhere && !apart) return;
    event.preventDefault();
    ask(link.href, link.target);
  };
  window.addEventListener('click', onClick);
  window.addEventListener('auxclick', onClick);
}
