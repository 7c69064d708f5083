import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import {
  asReadable,
  openReadable,
  openWritable,
  type ReadableDatabase,
  type WritableDatabase,
  withoutSync,
} from '../db/connection.ts';
import { explainDatabaseError } from '../db/failures.ts';
import { lockOffice } from '../db/lock.ts';
import { ensureSearch } from '../db/search/rebuild.ts';
import { type Actor, type Write, write } from '../db/transaction.ts';

/** The only source of time for services: handed in by main.ts, headless.ts and tests. */
export interface Clock {
  /** Today in the office's time zone. */
  today(): CalendarDate;
  /** This instant, ISO 8601 in UTC. */
  now(): string;
}

export interface OfficeOptions {
  readonly folder: string;
  /** Who acts: the name in the journal. */
  readonly actor: string;
  readonly clock: Clock;
  readonly resources: string;
}

/** An open office: its folder, its database and who is at the desk. */
export interface Office {
  readonly folder: string;
  readonly resources: string;
  readonly clock: Clock;
  readonly db: WritableDatabase;
  readonly reader: ReadableDatabase;
  /** Runs one action as one transaction with its journal; actions wait for one another. */
  act<T>(action: (write: Write) => Promise<T> | T): Promise<T>;
  /**
   * Runs a step on tables that nothing reads yet as one transaction, in turn with the actions; it changes nothing of the office, so
   * the journal does not tell of it. It is not waited for until it is on disk, since all of it is made anew where the power fails
   * before the next action is.
   */
  derive<T>(step: () => T): Promise<T>;
  close(): Promise<void>;
}

/** What services that only read need. */
export interface OfficeView {
  readonly folder: string;
  readonly resources: string;
  readonly clock: Clock;
  readonly reader: ReadableDatabase;
}

export const DATABASE_FILE = 'office.db';
const SUBFOLDERS = ['documents', 'runs', 'backups', 'logs', 'jobs'] as const;

export function isOffice(folder: string): boolean {
  return existsSync(join(folder, DATABASE_FILE));
}

/**
 * Makes an empty office folder and opens it.
 * @throws StandingError `office-exists`, `folder-not-empty`, `folder-unusable`
 */
export async function createOffice(options: OfficeOptions): Promise<Office> {
  const { folder } = options;
  if (isOffice(folder)) {
    throw new StandingError(
      'office-exists',
      `There is already an office in ${folder}.`,
      'Choose another folder, or open that office.',
    );
  }
  makeFolder(folder);
  const others = readdirSync(folder).filter(
    (name) => !name.startsWith('.') && !name.startsWith('office.lock'),
  );
  if (others.some((name) => !(SUBFOLDERS as readonly string[]).includes(name))) {
    throw new StandingError(
      'folder-not-empty',
      `The folder ${folder} holds other files (${others[0]} …).`,
      'Choose an empty or a new folder.',
    );
  }
  return open(options);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StandingError(
      'folder-unusable',
      `No office can be made in ${folder}: a file stands there, or you may not write there.`,
      'Choose another folder.',
      { cause },
    );
  }
}

/**
 * Opens an office folder for this process alone.
 * @throws StandingError `office-missing`, `office-locked`, `database-newer`, `database-damaged`
 */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  if (!isOffice(options.folder)) {
    throw new StandingError(
      'office-missing',
      `There is no office in ${options.folder}.`,
      'Make one with the command init, or name the folder of an office with --data.',
    );
  }
  return open(options);
}

/** Closes an office that was only just made and removes it: what could not be filled is not left behind half full. */
export async function discardOffice(office: Office): Promise<void> {
  await office.close();
  const made = [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`, 'office.lock', ...SUBFOLDERS];
  for (const name of made) rmSync(join(office.folder, name), { recursive: true, force: true });
  if (readdirSync(office.folder).length === 0) rmSync(office.folder, { recursive: true });
}

/** A second, read-only view of an office that this process already holds, for the thread that answers lookups. */
export function viewOffice(options: Omit<OfficeOptions, 'actor'>): OfficeView & { close(): void } {
  const reader = openReadable(join(options.folder, DATABASE_FILE));
  return { ...options, reader, close: () => reader.sqlite.close() };
}

function open(options: OfficeOptions): Office {
  const { folder, actor, clock, resources } = options;
  for (const name of SUBFOLDERS) mkdirSync(join(folder, name), { recursive: true });
  const lock = lockOffice(folder, actor, clock.now());
  let db: WritableDatabase;
  try {
    db = openWritable(join(folder, DATABASE_FILE));
    ensureSearch(db.sqlite);
  } catch (error) {
    lock.release();
    throw explainDatabaseError(error);
  }
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T> | T): Promise<T> => {
    const turn = last.then(run).catch((error: unknown) => {
      throw explainDatabaseError(error);
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    folder,
    resources,
    clock,
    db,
    reader: asReadable(db),
    act(action) {
      const who: Actor = { name: actor, at: clock.now() };
      return inTurn(() => write(db, who, action));
    },
    derive: (step) => inTurn(() => withoutSync(db.sqlite, db.sqlite.transaction(step))),
    async close() {
      await last;
      db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
      db.sqlite.close();
      lock.release();
    },
  };
}
