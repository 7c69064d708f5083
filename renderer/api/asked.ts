import type { ChannelName, InputOf } from '../../shared/ipc/contract.ts';

type Unchanging<T> = T extends object ? { readonly [Key in keyof T]: Unchanging<T[Key]> } : T;

/** What a channel is asked with: its input, of which nothing is changed on the way. */
export type AskedOf<Name extends ChannelName> = Unchanging<InputOf<Name>>;
