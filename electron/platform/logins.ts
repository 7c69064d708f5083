import { safeStorage } from 'electron';
import type { Logins } from '../ipc/shell.ts';
import { isRecord, type Remembered } from './remembered.ts';

/** Passwords by name, each encrypted by the system's keychain and written as base64. */
export type KeptLogins = Readonly<Record<string, string>>;

export function recallLogins(read: unknown): KeptLogins {
  if (!isRecord(read)) return {};
  const texts = Object.entries(read).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** Passwords that only the person at this computer can read again: the system's keychain has the key. */
export function keychainLogins(memory: Remembered<KeptLogins>): Logins {
  return {
    get available() {
      return safeStorage.isEncryptionAvailable();
    },
    read(name) {
      const kept = memory.read()[name];
      if (kept === undefined || !safeStorage.isEncryptionAvailable()) return null;
      try {
        return safeStorage.decryptString(Buffer.from(kept, 'base64'));
      } catch {
        // Written on another computer or for another person: it has to be entered again.
        return null;
      }
    },
    keep(name, password) {
      const { [name]: _before, ...others } = memory.read();
      if (password === null) return memory.write(others);
      memory.write({ ...others, [name]: safeStorage.encryptString(password).toString('base64') });
    },
  };
}
