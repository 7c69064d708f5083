import { caseRows } from '../repositories/audit-worklist.ts';
import { auditPreviewsReader } from './audit-previews.ipc.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const auditCasesReader: ReaderHandlers<
  | 'audits.worklist'
  | 'audits.tallies'
  | 'audits.case'
  | 'audits.previewSubstitute'
  | 'audits.elsewhere'
  | 'audits.reasonSentences'
> = {
  ...auditPreviewsReader,
  'audits.worklist': ({ view, today }, { offset, limit, sort, ...filter }) =>
    caseRows(view.reader, filter, sort, today(), { offset, limit }),
  async 'audits.tallies'({ view, today }) {
    const { tallies } = await import('../services/audit/desk/assign.ts');
    return tallies(view, today(), null);
  },
  async 'audits.case'({ view, today }, { audit }) {
    const { caseView } = await import('../services/audit/desk/view.ts');
    return caseView(view, audit, today());
  },
};

const CHANGES = ['audits', 'members'] as const;

export const auditCasesActions: OfficeHandlers<
  | 'audits.assign'
  | 'audits.step'
  | 'audits.find'
  | 'audits.evidence'
  | 'audits.substitute'
  | 'audits.decide'
  | 'audits.second'
  | 'audits.appeal'
> = {
  'audits.assign': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { assign } = await import('../services/audit/desk/assign.ts');
      return assign(office, order);
    },
  },
  'audits.step': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { takeStep } = await import('../services/audit/desk/step.ts');
      return takeStep(office, order);
    },
  },
  'audits.find': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { findActivity } = await import('../services/audit/desk/find.ts');
      return findActivity(office, order);
    },
  },
  'audits.evidence': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { noteEvidence } = await import('../services/audit/desk/find.ts');
      return noteEvidence(office, order);
    },
  },
  'audits.substitute': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { substitute } = await import('../services/audit/desk/substitute.ts');
      return substitute(office, order);
    },
  },
  'audits.decide': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { decideCase } = await import('../services/audit/desk/decide.ts');
      return decideCase(office, order);
    },
  },
  'audits.second': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { secondReview } = await import('../services/audit/desk/decide.ts');
      return secondReview(office, order);
    },
  },
  'audits.appeal': {
    changes: CHANGES,
    async answer({ office }, order) {
      const { appeal } = await import('../services/audit/desk/appeal.ts');
      return appeal(office, order);
    },
  },
};
