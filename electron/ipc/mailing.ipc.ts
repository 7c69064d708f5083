import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunPart } from '../../shared/util/run-file.ts';
import type { JobHandlers, OfficeHandlers, ReaderHandlers } from './handlers.ts';
import { runPartFile } from './office-files.ts';

export const mailingReader: ReaderHandlers<
  | 'renewals.sentPage'
  | 'renewals.reevaluate'
  | 'renewals.postal'
  | 'members.addressFindings'
  | 'office.postal'
> = {
  async 'renewals.sentPage'({ view }, { run, memberNo }) {
    const { sentPage } = await import('../services/notices/sent-page.ts');
    return sentPage(view, run, memberNo);
  },
  async 'renewals.reevaluate'({ view, today }, { run, memberNo }) {
    const { reevaluatePiece } = await import('../services/notices/re-evaluate.ts');
    return reevaluatePiece(view, run, memberNo, today());
  },
  async 'renewals.postal'({ view }, { run }) {
    const { runPostal } = await import('../services/postal/run-postal.ts');
    return runPostal(view, run);
  },
  async 'members.addressFindings'({ view }, { memberNo }) {
    const { checkMember } = await import('../services/postal/check.ts');
    return (await checkMember(view, memberNo))?.findings ?? [];
  },
  async 'office.postal'({ view }) {
    const { postalSettings } = await import('../services/postal/settings.ts');
    return postalSettings(view);
  },
};

export const mailingActions: OfficeHandlers<'renewals.markSpoiled' | 'office.savePostal'> = {
  'renewals.markSpoiled': {
    changes: ['runs'],
    async answer({ office }, request) {
      const { markSpoiled } = await import('../services/notices/spoiled.ts');
      return markSpoiled(office, request);
    },
  },
  'office.savePostal': {
    changes: ['office'],
    async answer({ office }, settings) {
      const { savePostalSettings } = await import('../services/postal/settings.ts');
      return savePostalSettings(office, settings);
    },
  },
};

export const mailingJobs: JobHandlers<'renewals.printCover' | 'renewals.printLabels'> = {
  'renewals.printCover': {
    changes: [],
    async run({ office }, { run }) {
      const { printCover } = await import('../services/notices/cover.ts');
      return printCover(office, { run, outFile: await partFile(office.folder, run, 'cover') });
    },
  },
  'renewals.printLabels': {
    changes: [],
    async run({ office }, { run }) {
      const { printLabels } = await import('../services/postal/labels.ts');
      const outFile = await partFile(office.folder, run, 'labels');
      return printLabels(office, { of: { run }, start: 1, outFile });
    },
  },
};

async function partFile(folder: string, run: string, part: RunPart): Promise<string> {
  const file = runPartFile(folder, run, part);
  await mkdir(dirname(file), { recursive: true });
  return file;
}
