import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EnvelopeProfile, ReturnEnvelope } from '../../../shared/domain/envelope.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';

export {
  type Area,
  addressArea,
  type EnvelopeProfile,
  returnArea,
  visibleArea,
} from '../../../shared/domain/envelope.ts';

const inches = z.number().positive();
const window = z.strictObject({ left: inches, bottom: inches, width: inches, height: inches });
const size = z.strictObject({ width: inches, height: inches });

const profileSchema = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    envelope: size,
    sheet: size,
    folds: z.array(inches).min(1),
    addressWindow: window,
    returnWindow: window.nullable(),
    returnBlock: z.strictObject({ left: inches, top: inches, right: inches, bottom: inches }).optional(),
    clearance: inches,
    address: z.strictObject({ minSize: inches, maxSize: inches, maxLines: z.int().positive() }),
  })
  .superRefine((profile, { addIssue }) => {
    const wrong = (path: string, message: string) =>
      addIssue({ code: 'custom', path: path.split('.'), message });
    const { envelope, sheet, folds } = profile;
    if (profile.returnWindow === null && profile.returnBlock === undefined)
      wrong('returnBlock', 'an envelope without a return window says where the return address stands');
    const edges = [0, ...folds, sheet.height];
    const panels = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
    const highest = Math.max(...panels);
    if (panels.some((panel) => panel <= 0)) wrong('folds', 'folds lie on the sheet, from its top down');
    else if (highest > envelope.height + 1e-9)
      wrong('folds', `a panel of ${highest.toFixed(3)} in does not go into ${envelope.height} in`);
    if (sheet.width > envelope.width)
      wrong('sheet.width', `a sheet of ${sheet.width} in does not go into ${envelope.width} in`);
    for (const name of ['addressWindow', 'returnWindow'] as const) {
      const own = profile[name];
      if (own === null) continue;
      if (own.left + own.width > envelope.width || own.bottom + own.height > envelope.height)
        wrong(name, 'the window lies inside the envelope');
    }
    if (profile.address.minSize > profile.address.maxSize)
      wrong('address.minSize', 'the least size is no larger than the greatest');
  });

const returnSchema = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    use: z.literal('return'),
    envelope: size,
    slip: size,
  })
  .refine(({ envelope, slip }) => slip.width <= envelope.width && slip.height <= envelope.height, {
    path: ['slip'],
    message: 'the slip goes into the envelope',
  });

/**
 * Reads an envelope profile.
 * @throws StandingError `bad-envelope` naming the file and the offending value.
 */
export function loadEnvelope(file: string): EnvelopeProfile {
  return parseEnvelope(textOf(file), file);
}

/** The same for a text at hand; `file` is for messages. */
export function parseEnvelope(text: string, file: string): EnvelopeProfile {
  return checked(profileSchema, json(text), file);
}

/** Reads what may be either kind of envelope. @throws StandingError `bad-envelope` */
export function loadAnyEnvelope(file: string): EnvelopeProfile | ReturnEnvelope {
  const value = json(textOf(file));
  const returns = typeof value === 'object' && value !== null && 'use' in value;
  return returns ? checked(returnSchema, value, file) : checked(profileSchema, value, file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StandingError(
      'bad-envelope',
      `The envelope profile ${file} cannot be read.`,
      'Install the app again.',
      { cause },
    );
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StandingError(
    'bad-envelope',
    `The envelope profile ${file} is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}.`,
    'Correct the file or install the app again.',
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
