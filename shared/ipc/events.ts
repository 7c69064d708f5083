import type { WorkProgress } from '../domain/job.ts';
import type { ChannelName } from './contract.ts';
import type { ErrorShape } from './errors.ts';

/** What a job tells the window, on the one event channel `job`. */
export type JobEvent =
  | {
      readonly job: string;
      readonly channel: ChannelName;
      readonly kind: 'progress';
      readonly progress: WorkProgress;
    }
  | { readonly job: string; readonly channel: ChannelName; readonly kind: 'done'; readonly result: unknown }
  | {
      readonly job: string;
      readonly channel: ChannelName;
      readonly kind: 'failed';
      readonly error: ErrorShape;
    };

/** Everything the main process may push to the window. */
export interface Events {
  readonly job: JobEvent;
  /** Data changed by an action: what the window shows of these subjects is stale. */
  readonly changed: {
    readonly subjects: readonly (
      | 'office'
      | 'members'
      | 'payments'
      | 'audits'
      | 'runs'
      | 'imports'
      | 'policy'
      | 'feed'
      | 'intake'
    )[];
    /** The channel whose action it was; null where nobody at the window asked for it. */
    readonly by: ChannelName | null;
  };
  /** A menu item or accelerator of the shell asks for a place in the window. */
  readonly navigate: { readonly to: string };
}

export type EventName = keyof Events;
export const EVENT_NAMES = ['job', 'changed', 'navigate'] as const satisfies readonly EventName[];
