/** What the program is made with: each part's own licence asks for its name to be told. */
export const LICENCES: readonly { readonly name: string; readonly licence: string }[] = [
  { name: 'Electron, Chromium and Node.js', licence: 'MIT, BSD and others' },
  { name: 'React', licence: 'MIT' },
  { name: 'TanStack Table, Virtual and Query', licence: 'MIT' },
  { name: 'SQLite', licence: 'Public domain' },
  { name: 'better-sqlite3', licence: 'MIT' },
  { name: 'Kysely', licence: 'MIT' },
  { name: 'PDFKit and fontkit', licence: 'MIT' },
  { name: 'PDF.js', licence: 'Apache 2.0' },
  { name: 'uqr', licence: 'MIT' },
  { name: 'tar-stream', licence: 'MIT' },
  { name: 'Nodemailer', licence: 'MIT-0' },
  { name: 'Zod', licence: 'MIT' },
  { name: 'Lucide icons', licence: 'ISC' },
  { name: 'Inter', licence: 'SIL Open Font License 1.1' },
  { name: 'Source Serif 4 and Source Sans 3', licence: 'SIL Open Font License 1.1' },
];
