// playwright-core publishes these types without an entry in its exports, hence the path.
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

/** The name of a command of the DevTools protocol. */
export type Command = keyof Protocol.CommandParameters;
/** The name of an event of the DevTools protocol. */
export type ProtocolEvent = keyof Protocol.Events;
