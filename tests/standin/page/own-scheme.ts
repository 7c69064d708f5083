/**
 * Lets the page name the app's own scheme where it fetches or shows something, as one function without outside
 * names. Runs in the page.
 * @param schemes as `registeredSchemes()`: the first becomes `host.localhost`, others `host.scheme.localhost`.
 */
export function mapOwnScheme(schemes: readonly string[]): void {
  const map = (address: string): string => {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address);
    const scheme = match?.[1]?.toLowerCase() ?? '';
    if (!match || !schemes.includes(scheme)) return address;
    return `http://${match[2]}.${scheme === schemes[0] ? '' : `${scheme}.`}localhost${match[3] || '/'}`;
  };
  const pageFetch = window.fetch;
  window.fetch = (input, options) =>
    pageFetch(input instanceof Request ? input : map(String(input)), options);

  const properties: readonly (readonly [{ prototype: object }, string])[] = [
    [HTMLImageElement, 'src'],
    [HTMLIFrameElement, 'src'],
    [HTMLEmbedElement, 'src'],
    [HTMLObjectElement, 'data'],
    [HTMLAnchorElement, 'href'],
    [HTMLSourceElement, 'src'],
  ];
  for (const [{ prototype }, name] of properties) {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    if (!own?.set) continue;
    const { set } = own;
    Object.defineProperty(prototype, name, {
      ...own,
      set(this: Element, value: string) {
        set.call(this, map(String(value)));
      },
    });
  }
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (this: Element, name: string, value: string) {
    const address = name === 'src' || name === 'href' || name === 'data';
    setAttribute.call(this, name, address ? map(String(value)) : value);
  };
}
