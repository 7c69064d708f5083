import type { CommandEntry } from './index.ts';

const offering = {
  title: 'text',
  provider: 'text',
  category: 'text',
  points: 'text',
  'list-price': 'text',
  'member-price': 'text',
  from: 'text',
  to: 'text',
  'external-id': 'text',
} as const;

/** The catalogue of continuing education that members get at a discount. */
export const CE_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'ce list',
      takes: '[TEXT] [--on DATE] [--all]',
      does: 'Lists the continuing education that can be had on a date, with its list and member price; with --all, also what has ended or is to come.',
      words: [0, 10],
      options: { on: 'text', all: 'flag' },
      examples: ['ce list --data ./office', 'ce list phlebotomy --on 2027-01-01 --data ./office'],
    },
    load: async () => (await import('./ce.ts')).list,
  },
  {
    spec: {
      name: 'ce add',
      takes:
        '--title T --points N --list-price A --member-price A [--category C] [--provider P] [--from DATE] [--to DATE] [--external-id ID]',
      does: 'Enters an offering; its first day is today unless said otherwise.',
      words: [0, 0],
      options: offering,
      examples: [
        'ce add --title "Safe blood collection" --provider AMT --points 2 --list-price 49 --member-price 29 --data ./office',
      ],
    },
    load: async () => (await import('./ce.ts')).add,
  },
  {
    spec: {
      name: 'ce change',
      takes: 'OFFERING [the options of “ce add”] [--price-from DATE]',
      does: 'Changes an offering; another price holds from a date on, today unless said otherwise, and what it cost before stays.',
      words: [1, 1],
      options: { ...offering, 'price-from': 'text' },
      examples: ['ce change 3 --list-price 59 --member-price 35 --price-from 2027-01-01 --data ./office'],
    },
    load: async () => (await import('./ce.ts')).change,
  },
  {
    spec: {
      name: 'ce import',
      takes: 'FILE.csv [--dry-run] [--skip-bad-rows]',
      does: 'Takes in a file of offerings by their external ids, all of it or nothing; the same file twice changes nothing.',
      words: [1, 1],
      options: { 'dry-run': 'flag', 'skip-bad-rows': 'flag' },
      examples: ['ce import catalogue.csv --dry-run --data ./office'],
    },
    load: async () => (await import('./ce.ts')).importFile,
  },
  {
    spec: {
      name: 'ce price',
      takes: 'MEMBER_NO [--offering N] [--on DATE]',
      does: 'Says whether a member gets the member price on a date and which sentence decides, with what each offering costs.',
      words: [1, 1],
      options: { offering: 'text', on: 'text' },
      examples: [
        'ce price 700412 --data ./office',
        'ce price 700412 --offering 3 --on 2027-01-01 --json --data ./office',
      ],
    },
    load: async () => (await import('./ce.ts')).price,
  },
];
