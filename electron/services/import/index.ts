export { type FinishedImport, finishPendingImports } from './finish.ts';
export { guessKind, inspectImport } from './inspect.ts';
export type { ImportRequest } from './request.ts';
export { runImport } from './run-import.ts';
