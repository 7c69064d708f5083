const HIDDEN = new Set(['thumbs.db', 'desktop.ini']);
/** What programs call a file while they write it. */
const HALF_WRITTEN = /\.(tmp|temp|part|partial|crdownload|download|filepart)$/i;

/** Why a file or folder that lies in a folder is no document; null for one that may be. */
export function passedOver(name: string): string | null {
  if (name.startsWith('~$')) return 'It is the lock of a document that is open elsewhere.';
  if (name.startsWith('.') || HIDDEN.has(name.toLowerCase())) return 'It is hidden.';
  if (HALF_WRITTEN.test(name)) return 'It is half written, as its name says.';
  return null;
}
