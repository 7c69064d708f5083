import type { ChecklistItem } from '../../../shared/domain/recertification.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { ApplicationCase } from './application.ts';

// PB-REC-1: "signed and dated attestation".

export function signedAttestation({ attestedOn }: Pick<ApplicationCase, 'attestedOn'>): ChecklistItem {
  return {
    id: 'attestation',
    title: 'Signed and dated attestation',
    citation: 'PB-REC-1',
    done: attestedOn !== null,
    said: attestedOn === null ? 'Not signed and dated' : `Signed on ${displayDate(attestedOn)}`,
    ask: attestedOn === null ? 'The attestation at the end of the application, signed and dated.' : '',
  };
}
