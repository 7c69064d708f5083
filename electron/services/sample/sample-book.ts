import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ACTIVITY_CATEGORIES, ACTIVITY_SOURCES, CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';

/** Words separated by spaces; a no-break space keeps `De la Cruz` one. */
const words = z.string().transform((text) => text.split(' ').map((word) => word.replaceAll('\u00a0', ' ')));
const weight = z.number().positive();
const weightedText = z.object({ weight, text: z.string() });
const titles = z.array(z.string()).nonempty();

const namesFile = z.object({
  origins: z.array(z.object({ weight, women: words, men: words, families: words })).nonempty(),
  long: z.array(z.object({ first: z.string(), last: z.string() })).nonempty(),
});

const statesFile = z.object({
  states: z
    .array(z.object({ state: z.string(), weight, areaCodes: z.array(z.string()).nonempty() }))
    .nonempty(),
});

const streetsFile = z.object({
  directions: z.array(z.string()),
  names: words,
  suffixes: z.array(weightedText).nonempty(),
  units: z.array(weightedText).nonempty(),
  overlong: z.array(z.string()).nonempty(),
});

const abroadFile = z.object({
  military: z.array(z.object({ city: z.string(), state: z.string(), zip: z.string() })).nonempty(),
  towns: z
    .array(
      z.object({
        country: z.string().length(2),
        city: z.string(),
        state: z.string(),
        zip: z.string(),
        streets: z.array(z.string()).nonempty(),
        dial: z.string(),
      }),
    )
    .nonempty(),
});

const activitiesFile = z.object({
  fields: z.object({
    laboratory: z.array(z.enum(CERTIFICATION_CODES)),
    assisting: z.array(z.enum(CERTIFICATION_CODES)),
  }),
  kinds: z
    .array(
      z.object({
        category: z.enum(ACTIVITY_CATEGORIES).exclude(['employment-verification']),
        weight,
        /** Least and most, in half points. */
        points: z.tuple([z.number().int(), z.number().int()]),
        sources: z.array(z.enum(ACTIVITY_SOURCES)).nonempty(),
        laboratory: titles,
        assisting: titles,
      }),
    )
    .nonempty(),
  employment: z.object({ laboratory: titles, assisting: titles }),
  providers: titles,
});

const profileFile = z.object({
  name: z.string(),
  address: z.object({
    address1: z.string(),
    address2: z.string(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    country: z.string(),
  }),
  phone: z.string(),
  email: z.string(),
  website: z.string(),
  logo: z.string().nullable(),
});

export type Names = z.infer<typeof namesFile>;
export type Streets = z.infer<typeof streetsFile>;
export type Abroad = z.infer<typeof abroadFile>;
export type Activities = z.infer<typeof activitiesFile>;

/** A state or territory with the towns that members live in. */
export interface StateOfPlaces {
  readonly state: string;
  readonly weight: number;
  readonly areaCodes: readonly string[];
  readonly places: readonly { readonly city: string; readonly zip: string }[];
}

/** What sample members are made of, from `resources/sample/`. */
export interface SampleBook {
  readonly names: Names;
  readonly states: readonly StateOfPlaces[];
  readonly streets: Streets;
  readonly abroad: Abroad;
  readonly activities: Activities;
  readonly profile: z.infer<typeof profileFile>;
}

/** @throws StandingError `sample-damaged` when a file is missing or not as it should be */
export function readSampleBook(resources: string): SampleBook {
  const read = <T>(file: string, schema: z.ZodType<T>): T => {
    const parsed = schema.safeParse(JSON.parse(text(resources, file)));
    if (parsed.success) return parsed.data;
    throw damaged(file, z.prettifyError(parsed.error));
  };
  return {
    names: read('names.json', namesFile),
    states: placesByState(text(resources, 'places.csv'), read('states.json', statesFile).states),
    streets: read('streets.json', streetsFile),
    abroad: read('abroad.json', abroadFile),
    activities: read('activities.json', activitiesFile),
    profile: read('office-profile.json', profileFile),
  };
}

function placesByState(
  csv: string,
  states: readonly Omit<StateOfPlaces, 'places'>[],
): readonly StateOfPlaces[] {
  const places = new Map(states.map(({ state }) => [state, [] as { city: string; zip: string }[]]));
  for (const line of csv.trim().split('\n').slice(1)) {
    const [state = '', city = '', zip = ''] = line.split(',');
    const list = places.get(state);
    if (list === undefined || !/^\d{5}$/.test(zip)) throw damaged('places.csv', `“${line}”`);
    list.push({ city, zip });
  }
  return states.map((state) => ({ ...state, places: places.get(state.state) ?? [] }));
}

function text(resources: string, file: string): string {
  try {
    return readFileSync(join(resources, 'sample', file), 'utf8');
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
}

function damaged(file: string, what: string): StandingError {
  return new StandingError(
    'sample-damaged',
    `The file resources/sample/${file} cannot be used: ${what}`,
    'Install Standing again.',
  );
}
