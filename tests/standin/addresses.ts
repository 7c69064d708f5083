/**
 * Chromium refuses schemes it does not know, so `app://host/path` is shown to it as `http://host.localhost/path`
 * (a second scheme as `http://host.scheme.localhost/path`) and named `app://host/path` to the app again.
 */
const schemes: string[] = [];

/** Makes a scheme of the app known; safe to call again. */
export function registerScheme(scheme: string): void {
  if (!schemes.includes(scheme)) schemes.push(scheme);
}

/** The app's own schemes, in the order they were registered. */
export function registeredSchemes(): readonly string[] {
  return schemes;
}

/** The address Chromium is given for an address of the app; others pass unchanged. */
export function toBrowserAddress(address: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address);
  const scheme = match?.[1]?.toLowerCase() ?? '';
  if (!match || !schemes.includes(scheme)) return address;
  return `http://${match[2]}.${scheme === schemes[0] ? '' : `${scheme}.`}localhost${match[3] || '/'}`;
}

/** The app's name for an address Chromium reports; others pass unchanged. */
export function toAppAddress(address: string): string {
  const match = /^http:\/\/([^/?#]+)\.localhost(.*)$/is.exec(address);
  const first = schemes[0];
  const host = match?.[1];
  if (!match || !host || first === undefined) return address;
  const other = schemes.find((scheme) => scheme !== first && host.endsWith(`.${scheme}`));
  return other
    ? `${other}://${host.slice(0, -other.length - 1)}${match[2]}`
    : `${first}://${host}${match[2]}`;
}

/** The origin the app knows a page by, such as `app://standing`; `null` for a page without one. */
export function appOrigin(address: string): string {
  const named = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i.exec(address);
  return named ? named[0].toLowerCase() : 'null';
}

/** A Content-Security-Policy with the app's schemes put as Chromium is given them. */
export function toBrowserPolicy(policy: string): string {
  return policy.replace(
    /(^|[\s;])([a-z][a-z0-9+.-]*):(\/\/[^\s;,]+)?(?=[\s;,]|$)/gi,
    (whole, before, scheme, rest) => {
      if (!schemes.includes(String(scheme).toLowerCase())) return whole;
      const address = rest ? toBrowserAddress(`${scheme}:${rest}`) : 'http://*.localhost';
      return `${before}${rest && !/[^/]\//.test(rest) ? address.replace(/\/$/, '') : address}`;
    },
  );
}
