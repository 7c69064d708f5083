import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';

const inches = z.number().positive();

const sheetSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  sheet: z.strictObject({ width: inches, height: inches }),
  columns: z.int().positive(),
  rows: z.int().positive(),
  label: z.strictObject({ width: inches, height: inches }),
  /** The first label's corner from the sheet's. */
  first: z.strictObject({ left: inches, top: inches }),
  /** From a label's corner to the next one's. */
  pitch: z.strictObject({ across: inches, down: inches }),
  /** How far inside a label every character stays. */
  clearance: z.strictObject({ across: inches, down: inches }),
  /** Type sizes in points. */
  address: z.strictObject({ minSize: inches, maxSize: inches, maxLines: z.int().positive() }),
});

/** A sheet of labels: data of `resources/labels/`, everything in inches. */
export type LabelSheet = z.infer<typeof sheetSchema>;

/** Reads one. @throws StandingError `bad-labels` naming the file and the offending value */
export function loadLabelSheet(file: string): LabelSheet {
  let issue: string;
  try {
    const parsed = sheetSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    issue = `${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}`;
  } catch (error) {
    issue = error instanceof Error ? error.message : String(error);
  }
  throw new StandingError(
    'bad-labels',
    `The label sheet ${file} is not valid (${issue}).`,
    'Install the app again.',
  );
}

/** Labels on one sheet. */
export function labelsOn({ columns, rows }: LabelSheet): number {
  return columns * rows;
}

/** The top left corner of a label in inches; labels are counted from 0, row by row. */
export function labelCorner(
  { columns, first, pitch }: LabelSheet,
  at: number,
): { readonly left: number; readonly top: number } {
  return {
    left: first.left + (at % columns) * pitch.across,
    top: first.top + Math.floor(at / columns) * pitch.down,
  };
}

/** A label as a window that shows all of it and does not move, so that addresses are fitted to it as they are to an envelope. */
export function labelWindow({ id, name, label, clearance, address }: LabelSheet): EnvelopeProfile {
  const whole = {
    left: clearance.across,
    bottom: clearance.down,
    width: label.width - 2 * clearance.across,
    height: label.height - 2 * clearance.down,
  };
  return {
    id,
    name,
    envelope: label,
    sheet: label,
    folds: [label.height],
    addressWindow: whole,
    returnWindow: whole,
    clearance: 0,
    address,
  };
}
