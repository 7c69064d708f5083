import { lstat, mkdir, rename } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { isSame, type SeenFile, seenFile } from './sight.ts';

/**
 * Moves a file into a folder beside it, under a name that none there has. What lies there under its name meanwhile and is another file stays, so that it is
 * not taken for the one that was.
 * @param was the file that is meant
 * @returns where it is now, or null where it is not there any more
 * @throws the system's error where it cannot be moved
 */
export async function moveAside(
  folder: string,
  where: string,
  name: string,
  was: SeenFile,
): Promise<string | null> {
  const file = join(folder, name);
  if (!isSame(await seenFile(file), was)) return null;
  await mkdir(join(folder, where), { recursive: true });
  const target = await freeName(join(folder, where), name);
  await rename(file, target);
  if (isSame(await seenFile(target), was)) return target;
  // Replaced between the look and the move.
  await rename(target, await freeName(folder, name));
  return null;
}

/** A path in a folder at which nothing lies: `scan.pdf`, `scan-2.pdf`. */
export async function freeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const target = join(folder, n === 1 ? name : `${stem}-${n}${ext}`);
    const taken = await lstat(target).then(
      () => true,
      () => false,
    );
    if (!taken) return target;
  }
}
