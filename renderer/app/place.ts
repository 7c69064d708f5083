/** Where the window is: a path in words and what narrows it, e.g. `/members?status=past-due`. */
export interface Place {
  /** Begins with `/`, no `/` at its end. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The place that an address's hash names; Today for an empty one. */
export function parsePlace(hash: string): Place {
  const text = hash.replace(/^#/, '');
  const at = text.indexOf('?');
  const path = (at < 0 ? text : text.slice(0, at)).replace(/\/+$/, '');
  return {
    path: path === '' ? '/today' : path.startsWith('/') ? path : `/${path}`,
    query: new URLSearchParams(at < 0 ? '' : text.slice(at + 1)),
  };
}

/** The place as a link's `to`; empty values are left out. */
export function formatPlace(path: string, query: URLSearchParams | Readonly<Record<string, string>>): string {
  const kept = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(query)) if (value !== '') kept.append(name, value);
  const text = kept.toString();
  return text === '' ? path : `${path}?${text}`;
}

/**
 * The parts of a path that a pattern names, or null where it does not match:
 * `matchPath('/members/:memberNo', '/members/700412')` is `{ memberNo: '700412' }`.
 */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      params[part.slice(1)] = decode(value);
    } else if (part !== value) return null;
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
