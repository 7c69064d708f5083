/** One step of the schema. Frozen once it has landed: a change is a new migration. */
export interface Migration {
  /** `NNNN-name`; the number is the schema version it leads to. */
  readonly name: string;
  readonly sql: string;
}
