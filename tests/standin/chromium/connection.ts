import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Command, Protocol, ProtocolEvent } from './protocol-types.ts';

interface Waiting {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** One DevTools session: the browser's own, or one window's. */
export class Session {
  readonly #events = new EventEmitter();
  readonly #connection: Connection;
  readonly #id: string | undefined;

  constructor(connection: Connection, id: string | undefined) {
    this.#connection = connection;
    this.#id = id;
  }

  /** Sends a command; rejects with Chromium's message, or when the connection ends. */
  send<T extends Command>(
    method: T,
    params?: Protocol.CommandParameters[T],
  ): Promise<Protocol.CommandReturnValues[T]> {
    // The protocol's own description says which result answers which command.
    return this.#connection.request(method, params, this.#id) as Promise<Protocol.CommandReturnValues[T]>;
  }

  on<T extends ProtocolEvent>(event: T, listener: (params: Protocol.Events[T]) => void): void {
    this.#events.on(event, listener);
  }

  emit(event: string, params: unknown): void {
    this.#events.emit(event, params);
  }
}

/** The DevTools protocol over Chromium's two pipes: JSON messages, each ended by a zero byte. */
export class Connection {
  readonly browser = new Session(this, undefined);
  readonly #sessions = new Map<string, Session>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #out: Writable;
  #lastId = 0;
  #open = true;

  constructor(out: Writable, input: Readable) {
    this.#out = out;
    let chunks: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let rest = chunk;
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        const text = Buffer.concat([...chunks, rest.subarray(0, end)]).toString('utf8');
        chunks = [];
        rest = rest.subarray(end + 1);
        this.#receive(JSON.parse(text));
      }
      if (rest.length > 0) chunks.push(rest);
    });
    const ended = () => this.#end();
    input.on('close', ended).on('error', ended);
    out.on('close', ended).on('error', ended);
  }

  /** The session of that id, made on first use. */
  session(id: string): Session {
    const known = this.#sessions.get(id) ?? new Session(this, id);
    this.#sessions.set(id, known);
    return known;
  }

  request(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    if (!this.#open) return Promise.reject(new Error(`${method}: Chromium has ended`));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#out.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`);
    });
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId ? this.session(message.sessionId) : this.browser;
      if (message.method) session.emit(message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }

  #end(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: Chromium has ended`));
    this.#waiting.clear();
  }
}
