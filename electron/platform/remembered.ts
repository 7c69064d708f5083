import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A small JSON file in the program's own folder; what cannot be read counts as never written. */
export interface Remembered<T> {
  read(): T;
  write(value: T): void;
}

/** @param recall checks what was read; gets undefined where there is nothing */
export function remembered<T>(file: string, recall: (read: unknown) => T): Remembered<T> {
  return {
    read() {
      try {
        return recall(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return recall(undefined);
      }
    },
    write(value) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, JSON.stringify(value));
      renameSync(`${file}.part`, file);
    },
  };
}

/** What is remembered from one start to the next. */
export interface LastTime {
  readonly office: string | null;
  readonly theme: 'system' | 'light' | 'dark';
}

export function recallLastTime(read: unknown): LastTime {
  const { office, theme } = isRecord(read) ? read : {};
  return {
    office: typeof office === 'string' ? office : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
