import { toAppAddress } from '../addresses.ts';
import type { Session } from '../chromium/connection.ts';
import { receiveFromPage } from '../main/ipc-main.ts';
import type { MainMessage, PageMessage } from '../page/channel.ts';
import type { WebContents } from './web-contents.ts';

/** Says something to the page that is there now; lost, as in Electron, where there is none. */
export async function tellPage(session: Session, receiver: string, message: MainMessage): Promise<void> {
  const expression = `globalThis[${JSON.stringify(receiver)}]?.deliver(${JSON.stringify(message)})`;
  await session.send('Runtime.evaluate', { expression }).catch(() => undefined);
}

/** Acts on one message of the page of `contents`. */
export async function hearPage(
  contents: WebContents,
  session: Session,
  receiver: string,
  message: PageMessage,
): Promise<void> {
  if (message.kind === 'open') contents.askForWindow(toAppAddress(message.url), message.frameName);
  else if (message.kind === 'files') {
    const paths = await pathsOf(session, receiver, message);
    await tellPage(session, receiver, { kind: 'paths', id: message.id, paths });
  } else {
    await receiveFromPage(contents, message, (reply) => {
      tellPage(session, receiver, reply);
    });
  }
}

async function pathsOf(
  session: Session,
  receiver: string,
  { id, count }: { readonly id: number; readonly count: number },
): Promise<string[]> {
  const paths: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const expression = `globalThis[${JSON.stringify(receiver)}].file(${id}, ${index})`;
    const { result } = await session.send('Runtime.evaluate', { expression });
    // Chromium has no path for a file made by script.
    const found =
      result.objectId &&
      (await session.send('DOM.getFileInfo', { objectId: result.objectId }).catch(() => undefined));
    paths.push(found ? found.path : '');
  }
  return paths;
}
