import { closeSync, openSync, writeSync } from 'node:fs';

const WRITE_AT = 256 * 1024;

/** A PDF file written front to back, as plainly as can be: objects by number, and where each one is. */
export class ObjectFile {
  private readonly file: number;
  private readonly offsets: number[] = [];
  private parts: (string | Uint8Array)[] = [];
  private waiting = 0;
  private written = 0;
  private last = 0;

  constructor(file: string) {
    this.file = openSync(file, 'w');
    this.add('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  }

  /** The number of an object that is written later. */
  reserve(): number {
    this.last += 1;
    return this.last;
  }

  write(id: number, dictionary: string): void {
    this.begin(id);
    this.add(`${dictionary}\nendobj\n`);
  }

  /** @param entries of its dictionary, without the length; @param bytes compressed already */
  stream(id: number, entries: string, bytes: Uint8Array): void {
    this.begin(id);
    this.add(`<<${entries}/Filter/FlateDecode/Length ${bytes.length}>>\nstream\n`);
    this.add(bytes);
    this.add('\nendstream\nendobj\n');
  }

  end(catalog: number): void {
    const start = this.written + this.waiting;
    const lines = Array.from(
      { length: this.last },
      (_, at) => `${String(this.offsets[at + 1]).padStart(10, '0')} 00000 n \n`,
    );
    this.add(`xref\n0 ${this.last + 1}\n0000000000 65535 f \n${lines.join('')}`);
    this.add(`trailer\n<</Size ${this.last + 1}/Root ${catalog} 0 R>>\nstartxref\n${start}\n%%EOF\n`);
    this.flush();
    closeSync(this.file);
  }

  private begin(id: number): void {
    if (this.waiting > WRITE_AT) this.flush();
    this.offsets[id] = this.written + this.waiting;
    this.add(`${id} 0 obj\n`);
  }

  /** Strings have one byte a character. */
  private add(part: string | Uint8Array): void {
    this.parts.push(part);
    this.waiting += part.length;
  }

  private flush(): void {
    const bytes = Buffer.allocUnsafe(this.waiting);
    let at = 0;
    for (const part of this.parts) {
      if (typeof part === 'string') bytes.write(part, at, 'latin1');
      else bytes.set(part, at);
      at += part.length;
    }
    writeSync(this.file, bytes);
    this.written += this.waiting;
    this.parts = [];
    this.waiting = 0;
  }
}
