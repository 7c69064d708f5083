const BLOCK = 64 * 1024;

/** Bytes that wait to be written out, gathered into large blocks: a page is some forty small writes. */
export class ByteQueue {
  private readonly full: Uint8Array[] = [];
  private block = Buffer.allocUnsafe(BLOCK);
  private used = 0;
  private waiting = 0;

  /** Bytes in the queue. */
  get length(): number {
    return this.waiting;
  }

  /** Adds bytes, or a text of one byte a character (Latin-1). Returns how many bytes they are. */
  add(data: string | Uint8Array): number {
    const { length } = data;
    if (this.used + length > BLOCK) this.endBlock(length);
    if (typeof data === 'string') this.block.write(data, this.used, 'latin1');
    else this.block.set(data, this.used);
    this.used += length;
    this.waiting += length;
    return length;
  }

  /** Takes the oldest block out; null when the queue is empty. */
  take(): Uint8Array | null {
    if (this.full.length === 0 && this.used > 0) this.endBlock(0);
    const block = this.full.shift() ?? null;
    if (block !== null) this.waiting -= block.length;
    return block;
  }

  private endBlock(room: number): void {
    if (this.used > 0) this.full.push(this.block.subarray(0, this.used));
    this.block = Buffer.allocUnsafe(Math.max(BLOCK, room));
    this.used = 0;
  }
}
