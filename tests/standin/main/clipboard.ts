type Content = string | Blob;

/** Electron's `ClipboardItem`: what was put in, by its type. */
export class ClipboardItem {
  readonly #content: Readonly<Record<string, Content | Promise<Content>>>;

  constructor(content: Readonly<Record<string, Content | Promise<Content>>>) {
    this.#content = content;
  }
  get types(): string[] {
    return Object.keys(this.#content);
  }
  async getType(type: string): Promise<Blob> {
    const content = await this.#content[type];
    if (content === undefined) throw new Error(`There is no ${type} on the clipboard.`);
    return typeof content === 'string' ? new Blob([content], { type }) : content;
  }
}

let items: readonly ClipboardItem[] = [];

/** Electron's `clipboard`, of this process alone: what is written replaces all that lay on it. */
export const clipboard = {
  clear(): void {
    items = [];
  },
  has: async (type: string): Promise<boolean> => items.some(({ types }) => types.includes(type)),
  read: async (): Promise<ClipboardItem[]> => [...items],
  async write(written: readonly ClipboardItem[]): Promise<void> {
    items = [...written];
  },
  async readText(): Promise<string> {
    const item = items.find(({ types }) => types.includes('text/plain'));
    return item === undefined ? '' : (await item.getType('text/plain')).text();
  },
  async writeText(text: string): Promise<void> {
    items = [new ClipboardItem({ 'text/plain': text })];
  },
};
