import type { z } from 'zod';

/**
 * Where a channel is answered: `main` = shell and dialogs; `office` = the thread with the one writing connection, one action at a
 * time; `reader` = the thread that lists and looks up; `job` = long work on the office thread, answered at once with the job's id.
 */
export type ChannelPlace = 'main' | 'office' | 'reader' | 'job';

/** One channel: where it is answered, what may come in, and (as a type) what goes out. */
export interface Channel<Input extends z.ZodType, Output, Place extends ChannelPlace = ChannelPlace> {
  readonly place: Place;
  readonly input: Input;
  /** Only a type: never set. */
  readonly output?: Output;
}

/** Declares a channel's output; `channel<T>()('reader', schema)`. */
export function channel<Output>() {
  return <Place extends ChannelPlace, Input extends z.ZodType>(
    place: Place,
    input: Input,
  ): Channel<Input, Output, Place> => ({
    place,
    input,
  });
}
