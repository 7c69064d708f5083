import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { z } from 'zod';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { throwIfCancelled, type Work } from '../../jobs/work.ts';

// A backup is a gzipped tar: the office's files, then manifest.json with the hash of each.

const MANIFEST = 'manifest.json';
const FORMAT = 'standing-backup-1';

const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  createdAt: z.string(),
  files: z
    .array(z.strictObject({ path: z.string(), size: z.number().int().min(0), sha256: z.string().length(64) }))
    .min(1),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** A file to be backed up: where it is, and its path in the archive with `/`. */
export interface ArchiveFile {
  readonly source: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Writes an archive: whole and synced under its name, or not at all. */
export async function writeArchive(
  file: string,
  files: readonly ArchiveFile[],
  createdAt: string,
  work: Work,
): Promise<Manifest> {
  const partial = `${file}.partial`;
  const tar = pack();
  const written = pipeline(tar, createGzip({ level: 1 }), createWriteStream(partial), {
    signal: work.signal,
  });
  // Awaited below; until then a failure must not count as unhandled.
  written.catch(() => undefined);
  try {
    const manifest: Manifest = { format: FORMAT, createdAt, files: [] };
    for (const [index, entry] of files.entries()) {
      manifest.files.push({
        path: entry.path,
        size: entry.size,
        sha256: await addFile(tar, entry, work.signal),
      });
      work.progress({ doing: 'Writing the backup', done: index + 1, total: files.length, cancellable: true });
      await work.breathe();
    }
    tar.entry({ name: MANIFEST }, JSON.stringify(manifest));
    tar.finalize();
    await written;
    await sync(partial);
    await rename(partial, file);
    return manifest;
  } catch (error) {
    tar.destroy();
    await written.catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

async function addFile(
  tar: ReturnType<typeof pack>,
  { source, path, size }: ArchiveFile,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  const entry = tar.entry({ name: path, size });
  await pipeline(
    createReadStream(source),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    entry,
    { signal },
  );
  return hash.digest('hex');
}

/**
 * Unpacks an archive into an empty folder and checks every file against the manifest.
 * @throws StandingError `backup-damaged`, `not-a-backup`
 */
export async function unpackArchive(file: string, folder: string, work: Work): Promise<Manifest> {
  const found = new Map<string, { size: number; sha256: string }>();
  let manifestText: string | null = null;
  const tar = extract();
  const unzipped = pipeline(createReadStream(file), createGunzip(), tar, { signal: work.signal });
  unzipped.catch(() => undefined);
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      if (type !== 'file') throw notABackup(file);
      if (name === MANIFEST) manifestText = await text(entry);
      else found.set(name, await unpackFile(entry, safeJoin(folder, name, file)));
      work.progress({ doing: 'Reading the backup', done: found.size, total: null, cancellable: true });
      await work.breathe();
    }
    await unzipped;
  } catch (error) {
    throwIfCancelled(work.signal);
    if (error instanceof StandingError) throw error;
    throw found.size === 0 ? notABackup(file, error) : damaged(file, error);
  }
  return checkManifest(file, manifestText, found);
}

function checkManifest(
  file: string,
  manifestText: string | null,
  found: ReadonlyMap<string, { size: number; sha256: string }>,
): Manifest {
  const parsed = manifestText === null ? null : manifestSchema.safeParse(JSON.parse(manifestText));
  if (parsed === null || !parsed.success) throw notABackup(file);
  const manifest = parsed.data;
  if (manifest.files.length !== found.size) throw damaged(file);
  for (const { path, size, sha256 } of manifest.files) {
    const there = found.get(path);
    if (there === undefined || there.size !== size || there.sha256 !== sha256) throw damaged(file);
  }
  return manifest;
}

async function unpackFile(
  entry: AsyncIterable<unknown>,
  target: string,
): Promise<{ size: number; sha256: string }> {
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    bytesOf(entry),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(target, { flags: 'wx' }),
  );
  await sync(target);
  return { size, sha256: hash.digest('hex') };
}

/** The library's streams do not say that they yield bytes. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}

/** No entry may lead out of the folder. */
function safeJoin(folder: string, name: string, file: string): string {
  const target = normalize(join(folder, name));
  if (!target.startsWith(normalize(folder) + sep)) throw notABackup(file);
  return target;
}

async function text(entry: AsyncIterable<unknown>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function notABackup(file: string, cause?: unknown): StandingError {
  return new StandingError(
    'not-a-backup',
    `${file} is not a backup made by Standing.`,
    'Choose a file that Standing’s backup wrote; nothing was changed.',
    { cause },
  );
}

function damaged(file: string, cause?: unknown): StandingError {
  return new StandingError(
    'backup-damaged',
    `The backup ${file} is damaged: not everything in it is as it was written.`,
    'Use another backup; nothing was changed.',
    { cause },
  );
}
