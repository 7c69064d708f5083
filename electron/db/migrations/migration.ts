/** One step of the schema. Frozen once it has landed: a change is a new migration. */
export interface Migration {
  /** `NNNN-name`; the numbers rise. */
  readonly name: string;
  readonly sql: string;
}
