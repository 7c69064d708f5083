import type { AttestationEntry, AttestationRows } from '../../../shared/domain/attestations.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { StandingChange } from '../../../shared/domain/points.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { Reading } from '../../db/reading.ts';
import {
  addAttestation,
  attestationEntry,
  recordedAttestations,
  undoAttestation,
} from '../../repositories/attestations.ts';
import { decide } from '../../rules/decision.ts';
import type { Office, OfficeView } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { reasonOf } from '../payments/checks.ts';
import { groundIn } from '../points/enter.ts';
import { groundOf, standingNow } from '../points/preview.ts';
import { changeBetween } from '../points/standing-change.ts';
import { slipSheet } from './recognise.ts';
import { judgeSlip } from './slip.ts';

/** A signed slip: by the code of its sheet, or by the member's number. */
export interface SlipToRecord {
  readonly of: { readonly code: string } | { readonly memberNo: string };
  /** The certifications whose boxes are ticked. */
  readonly codes: readonly CertificationCode[];
  /** The day it was signed. */
  readonly attestedOn: CalendarDate;
}

/**
 * Records a signed attestation slip (PB-CCP-3) for each certification that is ticked on it.
 * @throws StandingError `slip-unknown`, `member-unknown`, `certification-unknown`, `attestation-refused`, `date-impossible`
 */
export function recordAttestation(
  office: Office,
  toRecord: SlipToRecord,
): Promise<readonly AttestationEntry[]> {
  return onBooks(office, async (books) => {
    const { attestedOn, codes } = toRecord;
    refuseAhead(attestedOn, books.today);
    const sheet = 'code' in toRecord.of ? await sheetOf(books, toRecord.of.code) : null;
    const memberNo = 'memberNo' in toRecord.of ? toRecord.of.memberNo : (sheet?.memberNo ?? '');
    const ground = await groundIn(books, office, memberNo);
    const judged = judgeSlip(ground, attestedOn, sheet?.named ?? null);
    if (codes.length === 0) throw nothingTicked();
    const made: AttestationEntry[] = [];
    for (const code of new Set(codes)) {
      const cycle = judged.find(({ shown }) => shown.code === code);
      if (cycle === undefined)
        throw new StandingError(
          'certification-unknown',
          `Member ${memberNo} has no certification ${code}.`,
          `The member’s certifications: ${ground.records.map((record) => record.code).join(', ')}.`,
        );
      const { refusal, cycleStart } = cycle.shown;
      if (refusal !== null) throw refused(code, refusal);
      const attestation = await addAttestation(books.write, {
        certificationId: cycle.certificationId,
        cycleStart,
        attestedOn,
        recordedOn: books.today,
        slip: sheet,
      });
      books.note(ground, 'attestation.recorded', {
        code,
        before: null,
        after: {
          attestation,
          cycleStart,
          attestedOn,
          slip: sheet === null ? null : `${sheet.run} ${sheet.sheet}`,
        },
      });
      made.push(await existing(books.db, attestation));
    }
    return made;
  });
}

/**
 * Meets an attestation that was recorded wrongly by a counter-entry: the cycle is not attested any more.
 * @throws StandingError `attestation-unknown`, `attestation-undone`, `reason-missing`
 */
export function undoRecorded(
  office: Office,
  order: { readonly attestation: number; readonly reason: string },
): Promise<AttestationEntry> {
  return onBooks(office, async (books) => {
    const reason = reasonOf(order.reason, 'A counter-entry');
    const entry = await standingEntry(books.db, order.attestation);
    await undoAttestation(books.write, entry.attestation, { on: books.today, reason });
    const { code, cycleStart, attestedOn } = entry;
    books.note(entry, 'attestation.undone', {
      code,
      before: { attestation: entry.attestation, cycleStart, attestedOn },
      after: { reason },
    });
    return existing(books.db, entry.attestation);
  });
}

/** What undoing an attestation would change. @throws StandingError `attestation-unknown`, `attestation-undone` */
export async function previewUndo(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  attestation: number,
  today: CalendarDate,
): Promise<readonly StandingChange[]> {
  const entry = await standingEntry(view.reader, attestation);
  const ground = await groundOf(view, entry.memberNo, today);
  return ground.records
    .filter(({ code }) => code === entry.code)
    .map((record) => {
      const attestations = record.facts.attestations.filter(
        ({ cycleStart }) => cycleStart !== entry.cycleStart,
      );
      const after = decide({ ...record.facts, attestations }, ground.policy, today);
      return changeBetween(standingNow(record, ground), after);
    });
}

/** What the office recorded, newest first. */
export function listAttestations(
  { reader }: Pick<OfficeView, 'reader'>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<AttestationRows> {
  return recordedAttestations(reader, offset, limit);
}

async function sheetOf(books: Books, code: string) {
  const sheet = await slipSheet({ reader: books.db }, code);
  if (typeof sheet !== 'string') return sheet;
  throw new StandingError('slip-unknown', sheet);
}

type OwnedEntry = AttestationEntry & { readonly memberId: number };

async function existing(db: Reading, attestation: number): Promise<OwnedEntry> {
  const entry = await attestationEntry(db, attestation);
  if (entry !== null) return entry;
  throw new StandingError(
    'attestation-unknown',
    `There is no attestation with the number ${attestation}.`,
    'List the attestations to find its number.',
  );
}

async function standingEntry(db: Reading, attestation: number): Promise<OwnedEntry> {
  const entry = await existing(db, attestation);
  if (entry.undone === null) return entry;
  throw new StandingError(
    'attestation-undone',
    `Attestation ${attestation} was undone on ${displayDate(entry.undone.on)}: ${entry.undone.reason}.`,
    'Record the slip anew if it counts after all.',
  );
}

function refused(
  code: CertificationCode,
  { text, quoted }: { readonly text: string; readonly quoted: { id: string; text: string } | null },
): StandingError {
  const said = quoted === null ? '' : ` “${quoted.text}” (${quoted.id})`;
  return new StandingError(
    'attestation-refused',
    `${code} cannot be attested: ${text}${said}`,
    'Check the day on the slip and which boxes are ticked.',
  );
}

function nothingTicked(): StandingError {
  return new StandingError(
    'attestation-refused',
    'No certification is named that the slip attests.',
    'Name the certifications whose boxes are ticked.',
  );
}

function refuseAhead(attestedOn: CalendarDate, today: CalendarDate): void {
  if (attestedOn <= today) return;
  throw new StandingError(
    'date-impossible',
    `${displayDate(attestedOn)} lies ahead; a slip cannot have been signed then.`,
    'Give the day on which it was signed.',
  );
}
