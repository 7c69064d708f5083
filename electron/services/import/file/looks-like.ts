/** What a file that is no CSV is by its first bytes, with what to do about it; null where they could begin a text. */
export function looksLike(head: Uint8Array): { readonly what: string; readonly fix: string } | null {
  const begins = (...bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  const text = Buffer.from(head.subarray(0, 4096)).toString('latin1');
  const start = text.replace(/^ï»¿/, '').trimStart().slice(0, 200).toLowerCase();
  if (begins(0x50, 0x4b, 0x03, 0x04)) return zip(text);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return { what: 'an Excel workbook (.xls)', fix: SAVE_AS_CSV };
  const binary = BINARIES.find(({ magic }) => begins(...magic));
  if (binary !== undefined) return { what: binary.what, fix: CHOOSE_CSV };
  if (text.startsWith('%PDF')) return { what: 'a PDF', fix: CHOOSE_CSV };
  if (start.startsWith('{\\rtf')) return { what: 'a formatted text document (RTF)', fix: CHOOSE_CSV };
  if (/^(<!doctype html|<html|<head|<table)/.test(start))
    return {
      what: 'a web page (HTML)',
      fix: 'Export the list as CSV; a download that needs a login often saves the login page instead.',
    };
  if (start.startsWith('<?xml') || /^<[a-z]+[\s>]/.test(start)) return { what: 'XML', fix: CHOOSE_CSV };
  if (/^[{[]\s*["{[\d\]}]/.test(start)) return { what: 'JSON', fix: CHOOSE_CSV };
  return null;
}

const CHOOSE_CSV = 'Choose a file of rows and columns that was saved or exported as CSV.';
const SAVE_AS_CSV = 'Open it in Excel, save it as “CSV UTF-8 (comma delimited)” and import that file.';

const BINARIES: readonly { readonly magic: readonly number[]; readonly what: string }[] = [
  { magic: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG)' },
  { magic: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)' },
  { magic: [0x47, 0x49, 0x46, 0x38], what: 'a picture (GIF)' },
  { magic: [0x49, 0x49, 0x2a, 0x00], what: 'a picture (TIFF)' },
  { magic: [0x4d, 0x4d, 0x00, 0x2a], what: 'a picture (TIFF)' },
  { magic: [0x1f, 0x8b], what: 'a compressed file (gzip)' },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], what: 'a compressed file (7-Zip)' },
  { magic: [0x52, 0x61, 0x72, 0x21], what: 'a compressed file (RAR)' },
  { magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], what: 'a database (SQLite)' },
  { magic: [0x4d, 0x5a, 0x90], what: 'a program' },
  { magic: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
];

function zip(text: string): { readonly what: string; readonly fix: string } {
  if (text.includes('xl/') || text.includes('[Content_Types].xml'))
    return { what: 'an Excel workbook (.xlsx) or another Office document', fix: SAVE_AS_CSV };
  if (text.includes('opendocument')) return { what: 'an OpenDocument file', fix: SAVE_AS_CSV };
  return { what: 'a compressed folder (ZIP)', fix: 'Unpack it and import the CSV files inside.' };
}
