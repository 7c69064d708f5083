import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const auditLettersReader: ReaderHandlers<'audits.letters'> = {
  async 'audits.letters'({ view }) {
    const { lettersWaiting } = await import('../services/audit/letters/waiting.ts');
    return lettersWaiting(view);
  },
};

const CHANGES = ['audits', 'members'] as const;

export const auditLettersActions: OfficeHandlers<
  'audits.dropLetter' | 'audits.withdraw' | 'audits.declareFinal'
> = {
  'audits.dropLetter': {
    changes: [...CHANGES, 'runs'],
    async answer({ office }, order) {
      const { dropLetter } = await import('../services/audit/desk/drop-letter.ts');
      return dropLetter(office, order);
    },
  },
  'audits.withdraw': {
    changes: [...CHANGES, 'runs'],
    async answer({ office }, order) {
      const { withdrawDecision } = await import('../services/audit/desk/withdraw.ts');
      return withdrawDecision(office, order);
    },
  },
  'audits.declareFinal': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { declareFinal } = await import('../services/audit/desk/declare-final.ts');
      return declareFinal(office, order);
    },
  },
};

export const auditLettersJobs: JobHandlers<'audits.prepareLetters'> = {
  'audits.prepareLetters': {
    changes: [...CHANGES, 'runs'],
    async run({ office, today }, { kind }, work) {
      const { prepareLetters } = await import('../services/audit/letters/prepare.ts');
      return prepareLetters(office, { kind, asOf: today() }, work);
    },
  },
};
