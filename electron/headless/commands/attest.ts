import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { recogniseSlip } from '../../services/attestations/recognise.ts';
import { listAttestations, recordAttestation, undoRecorded } from '../../services/attestations/record.ts';
import type { Office } from '../../services/office.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { codeOf, dateOf, idOf, SHOWN } from './money-options.ts';
import { attestationText } from './points-words.ts';

/** `attest SLIP|MEMBER_NO [--code C …] [--signed DATE]` */
export async function attest(call: Call): Promise<CommandResult> {
  const text = call.words[0] ?? '';
  const attestedOn = dateOf(call, 'signed', asOfDate(call));
  const named = call.list('code').map(codeOf);
  const made = await withOffice(call, async (office) => {
    const of = /^ST\d\./i.test(text) ? { code: text } : { memberNo: text };
    const codes = named.length > 0 ? named : await onlyCode(office, text, attestedOn, asOfDate(call));
    return recordAttestation(office, { of, codes, attestedOn });
  });
  return { json: made, text: made.map(attestationText).join('\n') };
}

/** `attest list` */
export async function list(call: Call): Promise<CommandResult> {
  const found = await withOffice(call, (office) => listAttestations(office, { offset: 0, limit: SHOWN }));
  return {
    json: found,
    text:
      found.rows.length === 0 ? 'No attestation was recorded.' : found.rows.map(attestationText).join('\n'),
  };
}

/** `attest undo ATTESTATION --reason TEXT` */
export async function undo(call: Call): Promise<CommandResult> {
  const attestation = idOf(call.words[0], 'an attestation');
  const reason = call.text('reason');
  if (reason === null) throw new UsageError('--reason is missing; say in a few words why');
  const entry = await withOffice(call, (office) => undoRecorded(office, { attestation, reason }));
  return { json: entry, text: attestationText(entry) };
}

/**
 * The one certification that the slip can be about; which boxes are ticked nobody can guess where there are several.
 * @throws StandingError `attestation-refused`, `member-unknown`
 */
async function onlyCode(
  office: Office,
  text: string,
  attestedOn: string,
  today: string,
): Promise<readonly CertificationCode[]> {
  const { slip, message } = await recogniseSlip(office, text, attestedOn, today);
  if (slip === null) throw new StandingError('slip-unknown', message ?? `No member has the number ${text}.`);
  const boxes = slip.cycles.filter(({ onSlip }) => onSlip);
  if (boxes.length === 1) return boxes.map(({ code }) => code);
  throw new StandingError(
    'attestation-refused',
    `${slip.memberName} holds ${boxes.map(({ code }) => code).join(', ')}; it is not said which of them the slip attests.`,
    'Name each certification whose box is ticked with --code.',
  );
}
