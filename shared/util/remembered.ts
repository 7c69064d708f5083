/**
 * Remembers what was made of the texts that come first, at most so many: for texts of which the same few come again and
 * again, such as names and places.
 */
export function remembered<T>(read: (text: string) => T, most = 1000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = read(text);
    if (known.size < most) known.set(text, made);
    return made;
  };
}
