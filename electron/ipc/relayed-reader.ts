import type { PageReader } from '../documents/reading/reader.ts';
import type { Reading } from '../documents/reading/reading.ts';
import { post } from './serve.ts';

/** The reader of the office thread: a thread cannot start Electron's helper processes, so the main process reads for it. */
export interface RelayedReader extends PageReader {
  /** The main process has read what was asked for; null = cancelled. */
  answered(id: number, reading: Reading | null): void;
}

export function relayedReader(): RelayedReader {
  const waiting = new Map<number, (reading: Reading | null) => void>();
  let lastId = 0;
  return {
    read(file, type, signal) {
      lastId += 1;
      const id = lastId;
      const cancel = () => post({ kind: 'stopReading', id });
      return new Promise((resolve) => {
        waiting.set(id, (reading) => {
          signal?.removeEventListener('abort', cancel);
          resolve(reading);
        });
        signal?.addEventListener('abort', cancel);
        post({ kind: 'read', id, file, type });
      });
    },
    // The window asks the main process for pictures itself.
    draw: async () => null,
    words: async () => null,
    close: () => undefined,
    answered(id, reading) {
      waiting.get(id)?.(reading);
      waiting.delete(id);
    },
  };
}
