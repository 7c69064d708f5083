import type { DocumentType } from '../../../shared/domain/intake.ts';
import type { PlacedLines, Quad } from '../../../shared/domain/page-words.ts';
import {
  type PictureSize,
  READING_LIMITS,
  type Reading,
  type ReadingLimits,
  type ReadingMessage,
  type ReadingOrder,
  type Unreadable,
} from './reading.ts';

/** Reads documents in a process of its own. Never rejects because of a document. */
export interface PageReader {
  /** @param signal cancels: the process is ended, and the document counts as not read */
  read(file: string, type: DocumentType, signal?: AbortSignal): Promise<Reading | null>;
  /** A page as a JPEG in Base64, with something painted over; null where it cannot be drawn. */
  draw(
    file: string,
    type: DocumentType,
    page: number,
    how?: { readonly size?: PictureSize; readonly covered?: readonly Quad[] },
  ): Promise<string | null>;
  /** The words of a page; null where it has none, or they cannot be read. */
  words(file: string, type: DocumentType, page: number, recognise: boolean): Promise<PlacedLines | null>;
  close(): void;
}

/** A running reading process. */
export interface ReadingProcess {
  send(order: ReadingOrder): void;
  kill(): void;
}

/** What a reading process tells: `exit` once, with why it ended unless it was killed. */
export interface ReadingEvents {
  message(message: ReadingMessage): void;
  exit(why: Extract<Unreadable, 'crashed' | 'too-much-memory'>): void;
}

/** How an order ended. */
type Answer = ReadingMessage | 'crashed' | 'too-much-memory' | 'too-slow' | 'cancelled';

/** A process is replaced after so many documents, so that nothing it holds on to can grow. */
const DOCUMENTS_A_PROCESS = 250;

/** @param start starts a reading process, which lives until it is killed, ends by itself, or has read its share */
export function pageReader(
  start: (events: ReadingEvents) => ReadingProcess,
  limits: ReadingLimits = READING_LIMITS,
): PageReader {
  let running: ReadingProcess | null = null;
  let listening: ReadingEvents | null = null;
  let used = 0;
  let lastId = 0;
  let turn: Promise<unknown> = Promise.resolve();

  function end(): void {
    const ended = running;
    running = null;
    ended?.kill();
  }

  function begin(): ReadingProcess {
    const begun = start({
      message: (message) => running === begun && listening?.message(message),
      exit(why) {
        if (running !== begun) return;
        running = null;
        listening?.exit(why);
      },
    });
    used = 0;
    return begun;
  }

  /** One order from sending to its answer, with both time limits. */
  function carryOut(order: (id: number) => ReadingOrder, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve('cancelled');
      if (used >= DOCUMENTS_A_PROCESS) end();
      running ??= begin();
      used += 1;
      lastId += 1;
      const id = lastId;
      let over = false;
      const settle = (answer: Answer) => {
        if (over) return;
        over = true;
        clearTimeout(whole);
        clearTimeout(next);
        signal?.removeEventListener('abort', cancel);
        listening = null;
        if (typeof answer === 'string') end();
        resolve(answer);
      };
      const cancel = () => settle('cancelled');
      const late = () => settle('too-slow');
      const whole = setTimeout(late, limits.fileMs);
      let next = setTimeout(late, limits.pageMs);
      signal?.addEventListener('abort', cancel);
      listening = {
        exit: settle,
        message(message) {
          if (message.id !== id) return;
          if (!('page' in message)) return settle(message);
          clearTimeout(next);
          next = setTimeout(late, limits.pageMs);
        },
      };
      running.send(order(id));
    });
  }

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = turn.then(run);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    read: (file, type, signal) =>
      inTurn(async () => {
        const answer = await carryOut((id) => ({ id, file, type, what: 'codes', limits }), signal);
        if (answer === 'cancelled') return null;
        if (typeof answer === 'string') return { unreadable: answer };
        return 'reading' in answer ? answer.reading : { unreadable: 'crashed' };
      }),
    words: (file, type, page, recognise) =>
      inTurn(async () => {
        const answer = await carryOut((id) => ({ id, file, type, what: 'words', page, recognise, limits }));
        return typeof answer !== 'string' && 'words' in answer ? answer.words : null;
      }),
    draw: (file, type, page, { size = 'whole', covered = [] } = {}) =>
      inTurn(async () => {
        const answer = await carryOut((id) => ({
          id,
          file,
          type,
          what: 'picture',
          page,
          size,
          covered,
          limits,
        }));
        return typeof answer !== 'string' && 'picture' in answer ? answer.picture : null;
      }),
    close: end,
  };
}
