import { expect, test } from 'vitest';
import { copiedFiles } from '../../electron/platform/copied-files.ts';

const PLIST = `<?xml version="1.0"?><plist version="1.0"><array><string>/Users/a/scan 1.pdf</string><string>/Users/a/R&amp;D.png</string></array></plist>`;

/** What the file windows of the three systems put on the clipboard. */
const CASES: readonly (readonly [string, string, Buffer, readonly string[]])[] = [
  [
    'macOS, several',
    'NSFilenamesPboardType',
    Buffer.from(PLIST),
    ['/Users/a/scan 1.pdf', '/Users/a/R&D.png'],
  ],
  ['macOS, one', 'public.file-url', Buffer.from('file:///Users/a/scan%201.pdf'), ['/Users/a/scan 1.pdf']],
  ['Windows', 'FileNameW', Buffer.from('C:\\Scans\\März 1.pdf\0', 'utf16le'), ['C:\\Scans\\März 1.pdf']],
  [
    'GNOME',
    'x-special/gnome-copied-files',
    Buffer.from('copy\nfile:///s/1.pdf\nfile:///s/2.pdf'),
    ['/s/1.pdf', '/s/2.pdf'],
  ],
  [
    'KDE',
    'text/uri-list',
    Buffer.from('# two\r\nfile:///s/1.pdf\r\nhttps://example.org/2.pdf\r\n'),
    ['/s/1.pdf'],
  ],
  ['a text', 'text/plain', Buffer.from('file:///s/1.pdf'), []],
];

test.runIf(process.platform !== 'win32').each(CASES)(
  'files copied in a file window: %s',
  async (_, format, bytes, paths) => {
    expect(await copiedFiles(async (asked) => (asked === format ? bytes : null))).toEqual(paths);
  },
);
