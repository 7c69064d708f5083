import { appOrigin, toAppAddress, toBrowserPolicy } from '../addresses.ts';
import type { Session } from '../chromium/connection.ts';
import type { Protocol } from '../chromium/protocol-types.ts';
import { handlerOf } from './protocol.ts';
import { defaultSession } from './session.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** Whether the app lets the window whose main frame this is go to `address` (as the app names it). */
export type NavigationCheck = (frameId: string, address: string) => boolean;

/** Answers every request of every window: the app's own scheme by its handler, others by the network. */
export async function interceptRequests(chromium: Session, mayNavigate: NavigationCheck): Promise<void> {
  chromium.on('Fetch.requestPaused', (paused) => {
    answer(chromium, paused, mayNavigate).catch((error: unknown) => {
      if (process.env.STANDING_STANDIN_LOG === '1') process.stderr.write(`${paused.request.url}: ${error}\n`);
    });
  });
  await chromium.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(chromium: Session, paused: Paused, mayNavigate: NavigationCheck): Promise<void> {
  const { requestId, request, resourceType, frameId } = paused;
  const url = toAppAddress(request.url);
  if (resourceType === 'Document' && !mayNavigate(frameId, url)) {
    // 204 leaves the page where it is, as a prevented navigation does.
    await chromium.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  if (await defaultSession.refuses({ url, method: request.method, resourceType: typeName(resourceType) })) {
    await chromium.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  if (isFavicon(url, request)) {
    await chromium.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  if (url === request.url) {
    await chromium.send('Fetch.continueRequest', { requestId });
    return;
  }
  await chromium.send('Fetch.fulfillRequest', { requestId, ...(await responseTo(url, request)) });
}

/** A browser asks for the picture of its tab; Electron has no tabs and never does. */
function isFavicon(url: string, { headers }: Protocol.Network.Request): boolean {
  return url.endsWith('/favicon.ico') && headers.Referer !== undefined;
}

function typeName(resourceType: string): string {
  return resourceType === 'Document' ? 'mainFrame' : resourceType.toLowerCase();
}

async function responseTo(
  url: string,
  request: Protocol.Network.Request,
): Promise<Omit<Protocol.Fetch.fulfillRequestParameters, 'requestId'>> {
  const handler = handlerOf(appOrigin(url).split(':')[0] ?? '');
  if (!handler) return { responseCode: 404, body: '' };
  try {
    const response = await handler(requestOf(url, request));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    return { responseCode: response.status, responseHeaders: headersOf(response), body };
  } catch (error) {
    process.stderr.write(`The handler of ${url} failed: ${error instanceof Error ? error.stack : error}\n`);
    return { responseCode: 500, body: '' };
  }
}

function requestOf(url: string, request: Protocol.Network.Request): Request {
  const parts = request.postDataEntries?.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')) ?? [];
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    ...(parts.length > 0 && { body: Buffer.concat(parts) }),
  });
}

function headersOf(response: Response): Protocol.Fetch.HeaderEntry[] {
  return [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'content-security-policy' ? toBrowserPolicy(value) : value,
  }));
}
