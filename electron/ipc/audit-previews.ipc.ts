import type { ReaderHandlers } from './handlers.ts';

export const auditPreviewsReader: ReaderHandlers<
  'audits.previewSubstitute' | 'audits.elsewhere' | 'audits.reasonSentences'
> = {
  async 'audits.previewSubstitute'({ view, today }, { audit, draft }) {
    const { previewSubstitute } = await import('../services/audit/desk/preview-substitute.ts');
    return previewSubstitute(view, audit, draft, today());
  },
  async 'audits.elsewhere'({ view, today }, { audit, rejecting }) {
    const { changesElsewhere } = await import('../services/audit/desk/elsewhere.ts');
    return changesElsewhere(view, audit, rejecting, today());
  },
  async 'audits.reasonSentences'({ view }) {
    const { reasonSentences } = await import('../services/audit/desk/reason-sentences.ts');
    return reasonSentences(view);
  },
};
