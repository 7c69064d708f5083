import type { CommandEntry } from './index.ts';

/** Documents that come in. */
export const INTAKE_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'intake',
      takes: '(FILE | DIR)…',
      does: 'Takes in scans and photos (PDF, JPEG, PNG, TIFF, HEIC), of a folder all that lies in it and in its folders, splits them at their cover sheets and files each part to the open audit or application that its code names. What is not certain waits in the queue; the files themselves stay where they are.',
      words: [1, Number.POSITIVE_INFINITY],
      options: {},
      examples: ['intake scan.pdf --data ./office', 'intake "post of 4 March" --data ./office --json'],
    },
    load: async () => (await import('./intake.ts')).take,
  },
  {
    spec: {
      name: 'intake folder',
      takes: '[DIR [--leave] | --none]',
      does: 'Sets the folder that the scanner writes to, from which scans are taken in while Standing is open, and moved to “done” in it unless --leave is given; --none watches no folder. Alone it says what is set.',
      words: [0, 1],
      options: { leave: 'flag', none: 'flag' },
      examples: ['intake folder ./scans --data ./office', 'intake folder --none --data ./office'],
    },
    load: async () => (await import('./scan-folder.ts')).folder,
  },
  {
    spec: {
      name: 'intake collect',
      takes: '',
      does: 'Takes in what lies in the scan folder now, but for what is still being written.',
      words: [0, 0],
      options: {},
      examples: ['intake collect --data ./office'],
    },
    load: async () => (await import('./scan-folder.ts')).collect,
  },
  {
    spec: {
      name: 'intake queue',
      takes: '[--quarantine | --filed | --refused | --dismissed] [--from N]',
      does: 'Lists the parts that wait in the queue, why, and whose they may be; or those in quarantine, or settled.',
      words: [0, 0],
      options: { quarantine: 'flag', filed: 'flag', refused: 'flag', dismissed: 'flag', from: 'text' },
      examples: ['intake queue --data ./office', 'intake queue --quarantine --json --data ./office'],
    },
    load: async () => (await import('./intake-queue.ts')).queue,
  },
  {
    spec: {
      name: 'intake file',
      takes: 'N (--member NUMBER [--case CASE] | --case CASE) [--let-in --reason TEXT [--approved-by NAME]]',
      does: 'Files part N of the queue to an open case of a member, such as "audit 12"; without a case, to the only one that is open. With --let-in a manager lets it in though no case is open.',
      words: [1, 1],
      options: { member: 'text', case: 'text', 'let-in': 'flag', reason: 'text', 'approved-by': 'text' },
      examples: [
        'intake file 7 --member 700412 --data ./office',
        'intake file 7 --case "audit 12" --data ./office',
        'intake file 7 --member 700412 --let-in --reason "asked for by telephone" --approved-by Maya --data ./office',
      ],
    },
    load: async () => (await import('./intake-queue.ts')).file,
  },
  {
    spec: {
      name: 'intake refuse',
      takes: 'N --member NUMBER',
      does: 'Refuses part N of a member without an open case (SC-DOC-1): it is kept, and a letter that sends it back is queued.',
      words: [1, 1],
      options: { member: 'text' },
      examples: ['intake refuse 7 --member 700412 --data ./office'],
    },
    load: async () => (await import('./intake-queue.ts')).refuse,
  },
  {
    spec: {
      name: 'intake dismiss',
      takes: 'N --reason TEXT',
      does: 'Takes part N out of the queue or the quarantine unfiled; it is kept with the reason.',
      words: [1, 1],
      options: { reason: 'text' },
      examples: ['intake dismiss 7 --reason "an advertisement" --data ./office'],
    },
    load: async () => (await import('./intake-queue.ts')).dismiss,
  },
  {
    spec: {
      name: 'intake undo',
      takes: 'N',
      does: 'Puts part N, which was filed, refused or dismissed, back into the queue by a counter-entry.',
      words: [1, 1],
      options: {},
      examples: ['intake undo 7 --data ./office'],
    },
    load: async () => (await import('./intake-queue.ts')).undo,
  },
  {
    spec: {
      name: 'intake retry',
      takes: 'N',
      does: 'Reads part N of the quarantine once more, and files what can be read now.',
      words: [1, 1],
      options: {},
      examples: ['intake retry 7 --data ./office'],
    },
    load: async () => (await import('./intake-queue.ts')).retry,
  },
  {
    spec: {
      name: 'intake save',
      takes: 'N --out FILE',
      does: 'Writes a copy of the document that part N is of, as it came; the one that is kept stays as it is.',
      words: [1, 1],
      options: { out: 'text' },
      examples: ['intake save 7 --out "locked.pdf" --data ./office'],
    },
    load: async () => (await import('./intake-queue.ts')).save,
  },
];
