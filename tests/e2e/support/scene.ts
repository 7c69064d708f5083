import { type Desk, go } from './desk.ts';

/** One thing that the window can show, and the way there. */
export interface Scene {
  /** As a file name: `member-why`. */
  readonly name: string;
  show(desk: Desk): Promise<void>;
}

/** A scene that goes to a place and then does something there. */
export function scene(name: string, place: string, then: (desk: Desk) => Promise<unknown>): Scene {
  return {
    name,
    async show(desk) {
      await go(desk.page, place);
      await then(desk);
    },
  };
}
