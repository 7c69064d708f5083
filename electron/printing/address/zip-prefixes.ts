import { readFileSync } from 'node:fs';
import { z } from 'zod';

const digits = z.string().regex(/^\d{3}$/);
const fileSchema = z.object({
  source: z.string().min(1),
  checkedOn: z.string(),
  prefixes: z.array(z.object({ from: digits, to: digits, states: z.array(z.string().length(2)).min(1) })),
});

/** The states that each three-digit ZIP Code prefix serves; a prefix that is not there is assigned to none. */
export type ZipPrefixes = ReadonlyMap<string, readonly string[]>;

/** Reads `resources/postal/zip-prefixes.json`. @throws ZodError where the file is not as it must be */
export function loadZipPrefixes(file: string): ZipPrefixes {
  const { prefixes } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const found = new Map<string, readonly string[]>();
  for (const { from, to, states } of prefixes)
    for (let prefix = Number(from); prefix <= Number(to); prefix++)
      found.set(String(prefix).padStart(3, '0'), states);
  return found;
}
