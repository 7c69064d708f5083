import type { AddressFinding, RunPostal } from '../../../shared/domain/postal.ts';
import { checkAddress } from '../../printing/address/check-address.ts';
import { parseEnvelope } from '../../printing/envelope/profile.ts';
import { addressesOfRun, lastAddressLines } from '../../repositories/run-addresses.ts';
import { frozenRun, type Run } from '../../repositories/runs.ts';
import { pagesBySheet } from '../../repositories/sheet-pages.ts';
import { existingRun } from '../notices/runs.ts';
import type { OfficeView } from '../office.ts';
import { pieceOunces, postData } from './post-data.ts';
import { trayGroups } from './trays.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** Trays, weight and what is found about the addresses of a run. @throws StandingError `run-unknown` */
export async function runPostal(view: View, id: string): Promise<RunPostal> {
  const run = await existingRun(view, id);
  return { ...(await trays(view, run)), findings: await countedFindings(view, run) };
}

async function trays(view: View, run: Run): Promise<Omit<RunPostal, 'findings'>> {
  const { presort, weights } = postData(view.resources);
  const places = (await lastAddressLines(view.reader, run.id)).map(({ sheet, line }) => ({
    sheet,
    zip: / {2}(\d{5})(?:-\d{4})?$/.exec(line)?.[1] ?? null,
  }));
  const groups = trayGroups(places, presort);
  const pieces = (level: string) =>
    groups.filter((group) => group.level === level).reduce((sum, group) => sum + group.pieces, 0);
  const { envelope } = await frozenRun(view.reader, run.id);
  const each = pieceOunces(weights, parseEnvelope(envelope, 'the run’s envelope').id);
  // Cover sheets go with some.
  const pages = (await pagesBySheet(view.reader, run)) ?? [];
  return {
    pieces: places.length,
    groups,
    trays: groups.reduce((sum, group) => sum + group.trays, 0),
    fiveDigit: pieces('5-digit'),
    threeDigit: pieces('3-digit'),
    mixed: pieces('mixed'),
    foreign: pieces('foreign'),
    trayMinimum: presort.trayMinimum,
    presortMinimum: presort.presortMinimum,
    pieceOunces: each,
    heaviestOunces: each + weights.sheetOunces * (Math.max(1, ...pages) - 1),
    totalOunces: each * places.length + weights.sheetOunces * pages.reduce((sum, own) => sum + own - 1, 0),
  };
}

/** What each kind of finding is called where it is counted. */
const COUNTED: Readonly<Record<AddressFinding['code'], string>> = {
  'no-street': 'Street or box missing',
  'no-city': 'City missing',
  'no-zip': 'ZIP Code missing',
  'zip-form': 'ZIP Code not of five or nine digits',
  'zip-made-up': 'ZIP Code that no place has',
  'no-zip-plus-4': 'No ZIP+4',
  'no-state': 'State missing',
  'state-unknown': 'State unknown',
  'state-zip-disagree': 'State and ZIP Code disagree',
  'unit-without-designator': 'Unit without designator',
  'designator-without-unit': 'Designator without its number',
  'two-delivery-lines': 'Two delivery lines',
  'box-and-street': 'Box and street together',
  'no-house-number': 'No house number',
  'written-small': 'All in small letters',
  'no-country': 'No country given',
  'country-unknown': 'Country unknown',
  'foreign-as-domestic': 'Foreign, entered as domestic',
};

async function countedFindings(view: View, run: Run): Promise<RunPostal['findings']> {
  const { prefixes } = postData(view.resources);
  const counts = new Map<AddressFinding['code'], number>();
  for (const address of await addressesOfRun(view.reader, run.id))
    for (const { code } of checkAddress(address.address, prefixes))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count, text: COUNTED[code] }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
