import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';
import { calibrationFile } from './office-files.ts';

/** What only looks; previews are set in type, on the thread that reads. */
export const lettersReader: ReaderHandlers<
  | 'letters.list'
  | 'letters.draft'
  | 'letters.someone'
  | 'letters.preview'
  | 'stationery.view'
  | 'stationery.tap'
  | 'stationery.calibrationPage'
> = {
  async 'letters.list'({ view }) {
    const { listLetters } = await import('../services/letters/versions.ts');
    return listLetters(view);
  },
  async 'letters.draft'({ view }, { letter, version }) {
    const { letterDraft } = await import('../services/letters/versions.ts');
    return letterDraft(view, letter, version);
  },
  async 'letters.someone'({ view, today }, { letter }) {
    const { someoneFor } = await import('../services/letters/tap.ts');
    return someoneFor(view, letter, today());
  },
  async 'letters.preview'({ view, today }, request) {
    const { previewLetter } = await import('../services/letters/preview.ts');
    return previewLetter(view, { ...request, today: today() });
  },
  async 'stationery.view'({ view }) {
    const { stationeryView } = await import('../services/stationery.ts');
    return stationeryView(view);
  },
  async 'stationery.tap'({ view, today }, request) {
    const { tapView } = await import('../services/letters/tap.ts');
    return tapView(view, request, today());
  },
  async 'stationery.calibrationPage'({ view, today }) {
    const { calibrationPage } = await import('../services/calibration.ts');
    const file = calibrationFile(view.folder);
    await mkdir(dirname(file), { recursive: true });
    return calibrationPage(view, file, today());
  },
};

export const lettersActions: OfficeHandlers<
  'letters.save' | 'stationery.chooseEnvelope' | 'stationery.saveSignature' | 'stationery.savePrinterOffset'
> = {
  'letters.save': {
    changes: ['office'],
    async answer({ office }, { letter, text }) {
      const { saveLetter } = await import('../services/letters/versions.ts');
      return { version: await saveLetter(office, letter, text) };
    },
  },
  'stationery.chooseEnvelope': {
    changes: ['office'],
    async answer({ office }, { id }) {
      const { chooseEnvelope } = await import('../services/stationery.ts');
      return chooseEnvelope(office, id);
    },
  },
  'stationery.saveSignature': {
    changes: ['office'],
    async answer({ office }, { signature }) {
      const { saveSignature } = await import('../services/stationery.ts');
      return saveSignature(office, signature);
    },
  },
  'stationery.savePrinterOffset': {
    changes: ['office'],
    async answer({ office }, offset) {
      const { savePrinterOffset } = await import('../services/stationery.ts');
      return savePrinterOffset(office, offset);
    },
  },
};
