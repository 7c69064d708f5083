/** How an error crosses to the person at the desk: never a stack. */
export interface ErrorShape {
  /** Stable and machine-readable, e.g. `office-locked`. */
  readonly code: string;
  /** One sentence: what is wrong and where. */
  readonly message: string;
  /** One sentence: what to do about it; empty where the message says it all. */
  readonly fix: string;
}

/** An expected refusal or failure, worded for the person at the desk. */
export class StandingError extends Error implements ErrorShape {
  readonly code: string;
  readonly fix: string;

  constructor(code: string, message: string, fix = '', options?: ErrorOptions) {
    super(message, options);
    this.name = 'StandingError';
    this.code = code;
    this.fix = fix;
  }
}

/** The shape of any thrown value; what nobody foresaw becomes `unexpected`. */
export function toErrorShape(error: unknown): ErrorShape {
  if (error instanceof StandingError) return { code: error.code, message: error.message, fix: error.fix };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'unexpected',
    message: `Something unexpected went wrong: ${message}`,
    fix: 'Try again; if it happens again, send the newest file in the office folder’s logs to support.',
  };
}
