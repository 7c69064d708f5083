import { StandingError } from '../../shared/ipc/errors.ts';

export function noOffice(): StandingError {
  return new StandingError('no-office', 'No office is open.', 'Open an office or make a new one first.');
}
