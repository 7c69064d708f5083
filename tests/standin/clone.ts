/** Writes values as text and back, keeping what structured clone keeps. */
export interface CloneCodec {
  /** @throws Error 'An object could not be cloned.' for functions, symbols, promises and host objects. */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * The codec, as one function without outside names, because its source is also sent to the page.
 *
 * The text is a JSON list of nodes. A word in a node is a plain JSON value, or a list: `['u']` undefined,
 * `['n', text]` a number JSON cannot hold, `['i', text]` a bigint, `['r', index]` the node at that index;
 * so shared references and cycles survive.
 */
export function cloneCodec(): CloneCodec {
  const views: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const errors: Record<string, ErrorConstructor> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  function toBase64(bytes: Uint8Array): string {
    if (typeof Buffer !== 'undefined') return Buffer.from(bytes).toString('base64');
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  }

  function fromBase64(text: string): ArrayBuffer {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes.buffer;
  }

  function encode(root: unknown): string {
    const nodes: unknown[] = [];
    const seen = new Map<object, number>();

    function word(value: unknown): unknown {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'undefined':
          return ['u'];
        case 'bigint':
          return ['i', String(value)];
        case 'number':
          if (Object.is(value, -0)) return ['n', '-0'];
          return Number.isFinite(value) ? value : ['n', String(value)];
        case 'object': {
          if (value === null) return null;
          const known = seen.get(value);
          if (known !== undefined) return ['r', known];
          const index = nodes.push(null) - 1;
          seen.set(value, index);
          nodes[index] = node(value);
          return ['r', index];
        }
        default:
          throw new Error('An object could not be cloned.');
      }
    }

    function fields(value: object): unknown[] {
      return Object.entries(value).map(([key, field]) => [key, word(field)]);
    }

    function node(value: object): unknown[] {
      const kind = kindOf(value);
      if (Array.isArray(value)) {
        const dense = Object.keys(value).length === value.length;
        return dense ? ['a', value.map(word)] : ['h', value.length, fields(value)];
      }
      if (value instanceof Date) return ['d', word(value.getTime())];
      if (value instanceof RegExp) return ['x', value.source, value.flags];
      if (value instanceof Map) return ['m', [...value].map(([key, entry]) => [word(key), word(entry)])];
      if (value instanceof Set) return ['s', [...value].map(word)];
      if (value instanceof ArrayBuffer) return ['b', toBase64(new Uint8Array(value))];
      if (ArrayBuffer.isView(value)) {
        return ['t', kind, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
      }
      if (value instanceof Error || kind === 'Error') {
        // Another realm's Error fails instanceof but has the same three texts.
        const error = value as Error;
        const cause = 'cause' in error ? [word(error.cause)] : [];
        return ['e', error.name, error.message, error.stack ?? '', ...cause];
      }
      if (value instanceof Number || value instanceof String || value instanceof Boolean) {
        return ['p', word(value.valueOf())];
      }
      if (kind !== 'Object' && Object.getPrototypeOf(value) !== null) {
        throw new Error('An object could not be cloned.');
      }
      return ['o', fields(value)];
    }

    const first = word(root);
    return JSON.stringify([first, nodes]);
  }

  function decode(text: string): unknown {
    const [first, nodes] = JSON.parse(text);
    const built = new Map<number, unknown>();

    // biome-ignore lint/suspicious/noExplicitAny: words are what encode wrote, checked by their first letter.
    function value(word: any): unknown {
      if (!Array.isArray(word)) return word;
      const [kind, content] = word;
      if (kind === 'u') return undefined;
      if (kind === 'n') return content === '-0' ? -0 : Number(content);
      if (kind === 'i') return BigInt(content);
      if (!built.has(content)) build(content);
      return built.get(content);
    }

    function keep<T>(index: number, made: T): T {
      built.set(index, made);
      return made;
    }

    function setFields(target: object, entries: [string, unknown][]): void {
      for (const [key, field] of entries) {
        Object.defineProperty(target, key, {
          value: value(field),
          configurable: true,
          enumerable: true,
          writable: true,
        });
      }
    }

    function build(index: number): void {
      const [kind, a, b, c, ...rest] = nodes[index];
      if (kind === 'a') {
        const list = keep<unknown[]>(index, []);
        for (const item of a) list.push(value(item));
      } else if (kind === 'h') setFields(keep(index, new Array(a)), b);
      else if (kind === 'o') setFields(keep(index, {}), a);
      else if (kind === 'd') keep(index, new Date(Number(value(a))));
      else if (kind === 'x') keep(index, new RegExp(a, b));
      else if (kind === 'm') {
        const map = keep(index, new Map());
        for (const [key, entry] of a) map.set(value(key), value(entry));
      } else if (kind === 's') {
        const set = keep(index, new Set());
        for (const item of a) set.add(value(item));
      } else if (kind === 'b') keep(index, fromBase64(a));
      else if (kind === 't') keep(index, new (views[a] ?? Uint8Array)(fromBase64(b)));
      else if (kind === 'p') keep(index, Object(value(a)));
      else if (kind === 'e') {
        const error = keep(index, new (errors[a] ?? Error)(b));
        Object.defineProperty(error, 'stack', { value: c, configurable: true, writable: true });
        if (rest.length > 0) error.cause = value(rest[0]);
      }
    }

    return value(first);
  }

  return { encode, decode };
}
