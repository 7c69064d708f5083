const BLOCK = 64 * 1024;

/** Bytes that wait to be written out, gathered into large blocks: a page is some forty small writes. */
export class ByteQueue {
  private readonly full: { readonly block: Buffer; readonly used: number }[] = [];
  private readonly spare: Buffer[] = [];
  private block: Buffer = Buffer.allocUnsafe(BLOCK);
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

  /** Hands the blocks over, oldest first, each until the promise settles; then they are used again. */
  async drain(write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    this.endBlock(0);
    for (let next = this.full.shift(); next !== undefined; next = this.full.shift()) {
      await write(next.block.subarray(0, next.used));
      this.waiting -= next.used;
      if (next.block.length === BLOCK) this.spare.push(next.block);
    }
  }

  private endBlock(room: number): void {
    if (this.used > 0) this.full.push({ block: this.block, used: this.used });
    else if (this.block.length === BLOCK) this.spare.push(this.block);
    this.block = room > BLOCK ? Buffer.allocUnsafe(room) : (this.spare.pop() ?? Buffer.allocUnsafe(BLOCK));
    this.used = 0;
  }
}
