import { fileURLToPath } from 'node:url';

/** How each system's file window writes the files that were copied in it, the most telling first. */
const FORMATS: readonly (readonly [string, (bytes: Buffer) => readonly string[]])[] = [
  ['NSFilenamesPboardType', (bytes) => fromPropertyList(bytes.toString('utf8'))],
  ['public.file-url', (bytes) => fromUris(bytes.toString('utf8'))],
  // Windows names the first of several.
  ['FileNameW', (bytes) => [(bytes.toString('utf16le').split('\0')[0] ?? '').trim()]],
  ['text/uri-list', (bytes) => fromUris(bytes.toString('utf8'))],
  ['x-special/gnome-copied-files', (bytes) => fromUris(bytes.toString('utf8'))],
];

/**
 * The paths of the files that were copied in the system's file window; none where something else lies on the clipboard.
 * @param read a format of the clipboard; null where it is not there
 */
export async function copiedFiles(
  read: (format: string) => Promise<Buffer | null>,
): Promise<readonly string[]> {
  for (const [format, pathsIn] of FORMATS) {
    const bytes = await read(format);
    const paths = bytes === null ? [] : pathsIn(bytes).filter((path) => path !== '');
    if (paths.length > 0) return paths;
  }
  return [];
}

/** One address a line; comments and the word `copy` before them are none. */
function fromUris(text: string): readonly string[] {
  return text.split(/[\r\n\0]+/).flatMap((line) => {
    if (!line.startsWith('file:')) return [];
    try {
      return [fileURLToPath(line)];
    } catch {
      return [];
    }
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The strings of a property list that is an array of paths. */
function fromPropertyList(text: string): readonly string[] {
  return [...text.matchAll(/<string>([^<]*)<\/string>/g)].map(([, path = '']) =>
    path.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  );
}
