import type { CommandEntry } from './index.ts';

/** Documents that come in. */
export const INTAKE_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'intake',
      takes: 'FILE…',
      does: 'Takes in scans and photos (PDF, JPEG, PNG, TIFF), splits them at their cover sheets and files each part to the open audit or application that its code names. What is not certain waits in the queue; the files themselves stay where they are.',
      words: [1, Number.POSITIVE_INFINITY],
      options: {},
      examples: ['intake scan.pdf --data ./office', 'intake "post of 4 March"/*.png --data ./office --json'],
    },
    load: async () => (await import('./intake.ts')).take,
  },
];
