import type { WatchedPages } from '../services/intake/watched-pages.ts';
import type { OfficeThreads } from './threads.ts';

/** A kind of file, for a dialog. */
export interface FileKind {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}

/** Passwords that the system's own keychain keeps, by name. */
export interface Logins {
  /** Whether the system can keep any. */
  readonly available: boolean;
  /** null where none is kept, or it cannot be read here. */
  read(name: string): string | null;
  /** null forgets it. */
  keep(name: string, password: string | null): void;
}

/** What the program around the window can do; every question to the person answers null when it is dismissed. */
export interface Shell {
  readonly threads: OfficeThreads;
  readonly defaultFolder: string;
  readonly logins: Logins;
  chooseFolder(title: string): Promise<string | null>;
  chooseFiles(title: string, kinds: readonly FileKind[], several: boolean): Promise<readonly string[] | null>;
  /** @param suggested a file name, or a whole path */
  chooseTarget(title: string, suggested: string, kinds: readonly FileKind[]): Promise<string | null>;
  /** Shows a file in the system's own file window. */
  showFile(file: string): void;
  /** Opens the system's print dialog for a PDF. @returns false when the person dismissed it */
  printPdf(file: string): Promise<boolean>;
  /** Pages of documents, drawn and read in a process of its own. */
  readonly pages: WatchedPages;
  /** What lies on the system's clipboard. */
  readonly clipboard: {
    /** Paths of files that were copied in the system's file window. */
    files(): Promise<readonly string[]>;
    /** A picture as a PNG. */
    picture(): Promise<Uint8Array | null>;
  };
  setTheme(theme: 'system' | 'light' | 'dark'): void;
}
