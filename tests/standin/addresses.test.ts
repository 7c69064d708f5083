import { beforeAll, describe, expect, it } from 'vitest';
import { appOrigin, registerScheme, toAppAddress, toBrowserAddress, toBrowserPolicy } from './addresses.ts';

beforeAll(() => {
  registerScheme('app');
  registerScheme('doc');
});

describe('addresses', () => {
  it.each([
    ['app://standing/index.html', 'http://standing.localhost/index.html'],
    ['app://standing/a?b=c#/d', 'http://standing.localhost/a?b=c#/d'],
    ['app://standing/', 'http://standing.localhost/'],
    ['doc://office/ab/cd.pdf', 'http://office.doc.localhost/ab/cd.pdf'],
    ['https://example.com/', 'https://example.com/'],
    ['http://localhost:5173/', 'http://localhost:5173/'],
    ['file:///tmp/a.html', 'file:///tmp/a.html'],
    ['about:blank', 'about:blank'],
  ])('%s is %s to Chromium, and back', (app, browser) => {
    expect(toBrowserAddress(app)).toBe(browser);
    expect(toAppAddress(browser)).toBe(app);
  });

  it.each([
    ['app://standing/index.html', 'app://standing'],
    ['https://example.com:8443/a', 'https://example.com:8443'],
    ['about:blank', 'null'],
  ])('the origin of %s is %s', (address, origin) => {
    expect(appOrigin(address)).toBe(origin);
  });

  it.each([
    [
      "default-src 'self'; img-src 'self' data: app:",
      "default-src 'self'; img-src 'self' data: http://*.localhost",
    ],
    ['connect-src app://standing', 'connect-src http://standing.localhost'],
    ['frame-src doc://office/; object-src none', 'frame-src http://office.doc.localhost/; object-src none'],
    ['img-src https://example.com blob:', 'img-src https://example.com blob:'],
  ])('the policy %s', (policy, expected) => {
    expect(toBrowserPolicy(policy)).toBe(expected);
  });
});
