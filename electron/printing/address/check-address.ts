import type { PostalAddress } from '../../../shared/domain/notice.ts';
import type { AddressFinding, AddressFindingCode } from '../../../shared/domain/postal.ts';
import { capitals } from './capitals.ts';
import { countryName } from './countries.ts';
import { deliveryText, isDeliverable } from './delivery-line.ts';
import { isDomestic, possession, stateCode } from './states.ts';
import { DESIGNATORS, isUnit, isUnitValue } from './unit-designators.ts';
import type { ZipPrefixes } from './zip-prefixes.ts';

/**
 * What USPS Publication 28 would have otherwise in an address as it was entered, each as a sentence; faults first. Nothing is looked up:
 * whether the street exists only the post knows.
 */
export function checkAddress(address: PostalAddress, prefixes: ZipPrefixes): readonly AddressFinding[] {
  const findings = isDomestic(address.country) ? domestic(address, prefixes) : foreign(address);
  return [...findings, ...written(address)].sort((a, b) => rank(a) - rank(b));
}

const rank = ({ weight }: AddressFinding): number => (weight === 'fault' ? 0 : 1);

const fault = (code: AddressFindingCode, text: string): AddressFinding => ({ code, weight: 'fault', text });
const advice = (code: AddressFindingCode, text: string): AddressFinding => ({ code, weight: 'advice', text });

function domestic(address: PostalAddress, prefixes: ZipPrefixes): readonly AddressFinding[] {
  if (looksCanadian(address))
    return [
      fault(
        'foreign-as-domestic',
        `“${address.zip.trim()}” is a Canadian postal code, but the country is the United States; set the country to CA.`,
      ),
    ];
  return [...deliveryLines(address), ...town(address), ...zipAndState(address, prefixes)];
}

/** Sections 212 to 29: where on the street or at which box. */
function deliveryLines({ address1, address2 }: PostalAddress): readonly AddressFinding[] {
  const lines = [deliveryText(address1), deliveryText(address2)].filter((line) => line !== '');
  if (lines.length === 0) return [fault('no-street', 'The street or box is missing.')];
  const findings: AddressFinding[] = [];
  const deliverable = lines.filter(saysWhere);
  const boxes = deliverable.filter(isBox);
  if (boxes.length > 0 && (deliverable.length > boxes.length || lines.some(holdsBoxAndStreet)))
    findings.push(
      fault(
        'box-and-street',
        'A box and a street are given; the post delivers to the line directly above the city, so give only the one that is meant.',
      ),
    );
  else if (deliverable.length > 1)
    findings.push(
      fault(
        'two-delivery-lines',
        `Both “${lines[0]}” and “${lines[1]}” say where to deliver; give only the one that is meant.`,
      ),
    );
  if (deliverable.length === 0)
    findings.push(
      advice(
        'no-house-number',
        `“${lines.find((line) => !isUnit(line.split(' '))) ?? lines[0]}” has no house number.`,
      ),
    );
  return [...findings, ...unit(address1, address2)];
}

const isBox = (line: string): boolean => /^PO BOX /.test(line);
const holdsBoxAndStreet = (line: string): boolean =>
  /\S.* PO BOX \S/.test(line) || /^PO BOX \S+ \d/.test(line);
/** A number with a street, a box or a route; a firm's name that ends as streets do is none. */
const saysWhere = (line: string): boolean => {
  const words = line.split(' ');
  return words.length > 1 && isDeliverable(line) && !isUnit(words) && NUMBERED.test(line);
};
const NUMBERED = /\d|^(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|GENERAL) /;

/** Section 213: a unit stands with its designator; `#` only where the right one is not known. */
function unit(address1: string, address2: string): readonly AddressFinding[] {
  for (const text of [address2, address1]) {
    const sharp = /(?:^|\s)#\s*([\p{L}\p{N}-]+)\s*$/u.exec(text.trim());
    const before =
      capitals(text.slice(0, sharp?.index ?? 0))
        .split(' ')
        .at(-1) ?? '';
    if (sharp !== null && !DESIGNATORS.has(before)) return [bare(`#${sharp[1]}`)];
  }
  const second = capitals(address2).split(' ');
  if (second.length === 1 && second[0] !== '' && isUnitValue(second[0] ?? '') && !isUnit(second))
    return [bare(address2.trim())];
  for (const text of [address2, address1]) {
    const words = capitals(text).split(' ');
    const last = words.at(-1) ?? '';
    // `12 KEY LN`: what is a street's own word at its end is none.
    if (DESIGNATORS.has(last) && !isUnit([last]) && !OFTEN_STREETS.has(last))
      return [advice('designator-without-unit', `“${text.trim()}” ends in a designator without its number.`)];
  }
  return [];
}

const OFTEN_STREETS = new Set(['KEY', 'PIER', 'LOT', 'STOP', 'SLIP', 'SPACE', 'FL']);

function bare(text: string): AddressFinding {
  return advice(
    'unit-without-designator',
    `The unit “${text}” has no designator; write APT, STE or what it is in front of it.`,
  );
}

function town({ city }: PostalAddress): readonly AddressFinding[] {
  return capitals(city) === '' ? [fault('no-city', 'The city is missing.')] : [];
}

function zipAndState(address: PostalAddress, prefixes: ZipPrefixes): readonly AddressFinding[] {
  const findings: AddressFinding[] = [];
  const state = possession(address.country) ?? stateCode(capitals(address.state));
  if (state === null)
    findings.push(
      address.state.trim() === ''
        ? fault('no-state', 'The state is missing.')
        : fault('state-unknown', `“${address.state.trim()}” is not a US state.`),
    );
  const zip = address.zip.trim();
  const match = /^(\d{5})(?:[- ]?(\d{4}))?$/.exec(zip);
  if (zip === '') return [...findings, fault('no-zip', 'The ZIP Code is missing.')];
  if (match === null)
    return [...findings, fault('zip-form', `“${zip}” is not a ZIP Code of five or nine digits.`)];
  const five = match[1] ?? '';
  const states = prefixes.get(five.slice(0, 3));
  if (states === undefined)
    findings.push(fault('zip-made-up', `No ZIP Code begins with ${five.slice(0, 3)}, as ${five} does.`));
  else if (state !== null && !states.includes(state))
    findings.push(
      fault('state-zip-disagree', `ZIP ${five} lies in ${states.join(' or ')}, but the state is ${state}.`),
    );
  if (match[2] === undefined)
    findings.push(advice('no-zip-plus-4', `The ZIP Code ${five} has no +4, which speeds delivery.`));
  return findings;
}

function foreign(address: PostalAddress): readonly AddressFinding[] {
  const findings: AddressFinding[] = [];
  if (countryName(address.country.trim()) === null)
    findings.push(fault('country-unknown', `“${address.country}” is not a country code of two letters.`));
  if (capitals(`${address.address1} ${address.address2}`) === '')
    findings.push(fault('no-street', 'The street or box is missing.'));
  return [...findings, ...town(address)];
}

/** `K1A 0B1`. */
function looksCanadian({ zip }: PostalAddress): boolean {
  return /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i.test(zip.trim());
}

/** How it was typed: letters are capitals on paper, yet a line all in small ones was often typed in passing. */
function written({ address1, address2, city, country }: PostalAddress): readonly AddressFinding[] {
  const small = [address1, address2, city].find(
    (line) => /\p{L}{3}/u.test(line) && line === line.toLowerCase(),
  );
  const findings: AddressFinding[] = [];
  if (small !== undefined)
    findings.push(
      advice('written-small', `“${small.trim()}” is all in small letters; was it typed in full?`),
    );
  if (country.trim() === '')
    findings.push(advice('no-country', 'No country is given; it is taken for the United States.'));
  return findings;
}
