/** The whole file's length of `bytes 0-65535/1234567`; null where it is not said. */
export function fullLength(contentRange: string | null): number | null {
  const match = /\/(\d+)$/.exec(contentRange ?? '');
  return match === null ? null : Number(match[1]);
}
