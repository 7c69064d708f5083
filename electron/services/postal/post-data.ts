import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadZipPrefixes, type ZipPrefixes } from '../../printing/address/zip-prefixes.ts';
import type { Presort } from './trays.ts';

const sourced = { source: z.string().min(1), checkedOn: z.string() };
const presortSchema = z.object({
  ...sourced,
  presortMinimum: z.int().positive(),
  trayMinimum: z.int().positive(),
  piecesPerTray: z.int().positive(),
});
const ounces = z.number().positive();
const weightsSchema = z.object({
  ...sourced,
  sheetOunces: ounces,
  envelopeOunces: z.record(z.string(), ounces),
  otherEnvelopeOunces: ounces,
});

/** What sheets and envelopes weigh, in ounces. */
export type Weights = z.infer<typeof weightsSchema>;

/** The post's own numbers: `resources/postal/`. */
export interface PostData {
  readonly presort: Presort;
  readonly weights: Weights;
  readonly prefixes: ZipPrefixes;
}

const loaded = new Map<string, PostData>();

/** Reads them once. @throws ZodError where a file is not as it must be */
export function postData(resources: string): PostData {
  const folder = join(resources, 'postal');
  const known = loaded.get(folder);
  if (known !== undefined) return known;
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const data: PostData = {
    presort: presortSchema.parse(read('presort.json')),
    weights: weightsSchema.parse(read('weights.json')),
    prefixes: loadZipPrefixes(join(folder, 'zip-prefixes.json')),
  };
  loaded.set(folder, data);
  return data;
}

/** Ounces of one piece: a sheet in an envelope. */
export function pieceOunces(
  { sheetOunces, envelopeOunces, otherEnvelopeOunces }: Weights,
  envelope: string,
): number {
  return sheetOunces + (envelopeOunces[envelope] ?? otherEnvelopeOunces);
}
