/**
 * Electron's `contextBridge`, as one function without outside names. Runs in the page.
 * There is no second world to cross, but what crosses is copied as if there were: functions are wrapped,
 * plain objects lose their prototype, errors keep only their message.
 */
export function makeContextBridge(): object {
  const cross = (value: unknown): unknown => {
    if (typeof value === 'symbol') throw new Error('Symbols cannot cross the context bridge');
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        try {
          return cross(value(...args.map(cross)));
        } catch (error) {
          throw cross(error);
        }
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) {
      return value.then(cross, (error) => {
        throw cross(error);
      });
    }
    if (value instanceof Error) return new Error(value.message);
    if (Array.isArray(value)) return value.map(cross);
    const kind = Object.prototype.toString.call(value);
    if (kind !== '[object Object]')
      return value instanceof Node || value instanceof Blob ? value : structuredClone(value);
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, cross(field)]));
  };

  return {
    exposeInMainWorld(name: string, api: unknown): void {
      if (name in globalThis)
        throw new Error(`Cannot bind an API on top of an existing property on the window object`);
      const exposed = cross(api);
      Object.defineProperty(globalThis, name, {
        value: typeof exposed === 'object' && exposed !== null ? Object.freeze(exposed) : exposed,
        enumerable: true,
      });
    },
    exposeInIsolatedWorld(): never {
      throw new Error('contextBridge.exposeInIsolatedWorld is not part of the Electron stand-in');
    },
  };
}
