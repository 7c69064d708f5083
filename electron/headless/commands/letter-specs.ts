import type { CommandEntry } from './index.ts';

const none = {} as const;

/** Letters, envelopes, signatures and the printer. */
export const LETTER_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'letters list',
      takes: '',
      does: 'Lists the letters and which version of each is used.',
      words: [0, 0],
      options: none,
      examples: ['letters list --data ./office'],
    },
    load: async () => (await import('./letters.ts')).list,
  },
  {
    spec: {
      name: 'letters show',
      takes: 'LETTER [--version N]',
      does: 'Prints a letter’s text: the newest, or version N; 0 is the one that ships.',
      words: [1, 1],
      options: { version: 'text' },
      examples: [
        'letters show renewal --data ./office > renewal.txt',
        'letters show ccp --version 0 --data ./office',
      ],
    },
    load: async () => (await import('./letters.ts')).show,
  },
  {
    spec: {
      name: 'letters save',
      takes: 'LETTER FILE',
      does: 'Saves a letter’s text as its next version, for runs prepared from now on.',
      words: [2, 2],
      options: none,
      examples: ['letters save renewal renewal.txt --data ./office'],
    },
    load: async () => (await import('./letters.ts')).save,
  },
  {
    spec: {
      name: 'letters preview',
      takes: 'LETTER --member NO --out FILE.pdf [--text FILE]',
      does: 'Writes a letter as a member would get it, with the text in use or one that is not saved yet.',
      words: [1, 1],
      options: { member: 'text', out: 'text', text: 'text' },
      examples: [
        'letters preview renewal --member 700412 --out preview.pdf --text renewal.txt --data ./office',
      ],
    },
    load: async () => (await import('./letters.ts')).preview,
  },
  {
    spec: {
      name: 'mail envelope',
      takes: '[ID]',
      does: 'Shows the envelopes, or chooses the one of runs prepared from now on.',
      words: [0, 1],
      options: none,
      examples: ['mail envelope --data ./office', 'mail envelope 10-single-window --data ./office'],
    },
    load: async () => (await import('./stationery.ts')).envelope,
  },
  {
    spec: {
      name: 'mail tap-test',
      takes: '[--envelope ID] [--member NO]',
      does: 'Slides a letter to every side of its envelope and says what the windows show.',
      words: [0, 0],
      options: { envelope: 'text', member: 'text' },
      examples: [
        'mail tap-test --data ./office',
        'mail tap-test --envelope a4-dl --member 700412 --data ./office',
      ],
    },
    load: async () => (await import('./stationery.ts')).tapTest,
  },
  {
    spec: {
      name: 'mail signature',
      takes: '[--name NAME [--title TITLE] [--image FILE] | --none]',
      does: 'Shows or sets who signs the letters of runs prepared from now on.',
      words: [0, 0],
      options: { name: 'text', title: 'text', image: 'text', none: 'flag' },
      examples: [
        'mail signature --name "Dana Whitfield" --title Registrar --image signature.png --data ./office',
      ],
    },
    load: async () => (await import('./stationery.ts')).signature,
  },
  {
    spec: {
      name: 'mail calibrate',
      takes: '[--out FILE.pdf | --measured A,B]',
      does: 'Writes the page that the printer is measured with, or keeps what was measured on it, in inches.',
      words: [0, 0],
      options: { out: 'text', measured: 'text' },
      examples: [
        'mail calibrate --out calibration.pdf --data ./office',
        'mail calibrate --measured 2.03,1.98 --data ./office',
      ],
    },
    load: async () => (await import('./stationery.ts')).calibrate,
  },
];
