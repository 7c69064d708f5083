import { z } from 'zod';
import {
  DOCUMENT_TYPES,
  type FileOutcome,
  type IntakeMember,
  type IntakePart,
  type IntakeParts,
  type IntakeState,
  type IntakeSuggestion,
  PART_STATES,
  type Pasted,
  type ScanFolder,
  type ScanReport,
} from '../domain/intake.ts';
import type { DocumentPages } from '../domain/page-order.ts';
import type { PageWords } from '../domain/page-words.ts';
import { channel } from './define.ts';
import { arrangeBackInput, arrangeInput, documentInput } from './intake-inputs.ts';

// Documents that come in, and where they are filed.

const part = z.number().int().min(1);
const memberNo = z.string().min(1).max(40);
const reason = z.string().max(500);
const onePage = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(DOCUMENT_TYPES),
  page: z.number().int().min(1).max(10_000),
});

export const INTAKE_CHANNELS = {
  'intake.state': channel<IntakeState>()('reader', z.undefined()),
  'intake.parts': channel<IntakeParts>()(
    'reader',
    z.object({
      state: z.enum(PART_STATES),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'intake.suggestions': channel<readonly IntakeSuggestion[]>()('reader', z.object({ part })),
  'intake.member': channel<IntakeMember>()('reader', z.object({ memberNo })),
  'intake.take': channel<readonly FileOutcome[]>()(
    'job',
    z.object({
      files: z.array(z.string().min(1).max(4096)).min(1).max(5000),
      channel: z.enum(['dropped', 'chosen', 'pasted']),
    }),
  ),
  /** Reads what an earlier run left unread. */
  'intake.readUnread': channel<number>()('job', z.undefined()),
  /** Reads a document of the quarantine once more. */
  'intake.readAgain': channel<readonly IntakePart[]>()('job', z.object({ part })),
  'intake.assign': channel<IntakePart>()(
    'office',
    z.object({
      part,
      memberNo,
      case: z.object({ kind: z.enum(['audit', 'application']), id: z.number().int().min(1) }).nullable(),
      activity: z.number().int().min(1).nullable().optional(),
      override: z.object({ reason, approvedBy: z.string().max(200).nullable() }).nullable(),
    }),
  ),
  'intake.refuse': channel<IntakePart>()('office', z.object({ part, memberNo })),
  'intake.dismiss': channel<IntakePart>()('office', z.object({ part, reason })),
  'intake.undo': channel<IntakePart>()('office', z.object({ part, reason: reason.optional() })),
  'intake.pages': channel<DocumentPages>()('reader', documentInput),
  'intake.arrange': channel<DocumentPages>()('office', arrangeInput),
  'intake.arrangeBack': channel<DocumentPages>()('office', arrangeBackInput),
  'intake.saveLimit': channel<number>()('office', z.object({ megabytes: z.number() })),
  'intake.scanFolder': channel<ScanFolder>()('office', z.undefined()),
  'intake.saveScanFolder': channel<ScanFolder>()(
    'office',
    z.object({ folder: z.string().min(1).max(4096).nullable(), leave: z.boolean() }),
  ),
  /** Tries again what lies in the scan folder and was not taken. */
  'intake.tryScansAgain': channel<ScanFolder>()('office', z.undefined()),
  /** Takes what lies in the scan folder now. */
  'intake.takeScans': channel<ScanReport>()('job', z.undefined()),
  /** Looks what lies on the clipboard: files are named, a picture is held for `intake.takePasted`. */
  'intake.paste': channel<Pasted>()('main', z.undefined()),
  'intake.takePasted': channel<readonly FileOutcome[]>()('job', z.object({ held: z.number().int().min(1) })),
  /** Saves a copy of a document as it came, where the person says; null = dismissed. */
  'intake.saveCopy': channel<string | null>()(
    'main',
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(4096) }),
  ),
  'intake.chooseFolder': channel<string | null>()('main', z.undefined()),
  'intake.chooseFiles': channel<readonly string[]>()('main', z.undefined()),
  /** A page as a JPEG in Base64, with card numbers covered; null where it cannot be drawn. */
  'intake.page': channel<string | null>()(
    'main',
    onePage.extend({ /** A small picture, to choose by. */ small: z.boolean().optional() }),
  ),
  /** The words of a page, without card numbers; null where it has none, or none that can be read. */
  'intake.words': channel<PageWords | null>()('main', onePage),
  /** Whether words are looked for in pictures of pages. */
  'intake.recognition': channel<boolean>()('reader', z.undefined()),
  'intake.saveRecognition': channel<boolean>()('office', z.object({ on: z.boolean() })),
  /** Members whose names are read on a page, to be suggested. */
  'intake.named': channel<readonly IntakeSuggestion[]>()(
    'reader',
    z.object({ names: z.array(z.string().max(200)).max(10) }),
  ),
} as const;
