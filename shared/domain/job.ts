/** How far a long piece of work is. */
export interface WorkProgress {
  /** What it is doing now, in a few words. */
  readonly doing: string;
  readonly done: number;
  /** null while it cannot be known. */
  readonly total: number | null;
  /** false once it can no longer be cancelled and will finish by itself. */
  readonly cancellable: boolean;
}
