import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { app } from './app.ts';

const MARK = 'v10';

/** Electron's `safeStorage` with a key anyone can compute: it keeps nothing safe. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  getSelectedStorageBackend: (): string => 'basic_text',
  setUsePlainTextEncryption(): void {},
  encryptString(text: string): Buffer {
    const start = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key(), start);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from(MARK), start, cipher.getAuthTag(), body]);
  },
  /** @throws Error where the bytes were not made by `encryptString` of the same user data folder. */
  decryptString(encrypted: Buffer): string {
    const parts = encrypted.subarray(MARK.length);
    if (encrypted.subarray(0, MARK.length).toString() !== MARK || parts.length < 28) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    }
    const decipher = createDecipheriv('aes-256-gcm', key(), parts.subarray(0, 12));
    decipher.setAuthTag(parts.subarray(12, 28));
    return Buffer.concat([decipher.update(parts.subarray(28)), decipher.final()]).toString('utf8');
  },
};

function key(): Buffer {
  return createHash('sha256').update(app.getPath('userData')).digest();
}
