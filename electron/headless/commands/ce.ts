import { resolve } from 'node:path';
import {
  CE_CATEGORIES,
  type CeCategory,
  type CeMemberPrices,
  type CeOffering,
  type CeOfferingToEnter,
} from '../../../shared/domain/ce.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { existingOffering, listOfferings, offeringOn } from '../../services/ce/catalogue.ts';
import { enterOffering, updateOffering } from '../../services/ce/enter.ts';
import { importOfferings } from '../../services/ce/import.ts';
import { memberPrices } from '../../services/ce/price.ts';
import { countOf } from '../../services/payments/words.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { centsOf, dateOf, dateOrNone, idOf, needText, SHOWN } from './money-options.ts';

/** `ce list [TEXT] [--on DATE] [--all]` */
export async function list(call: Call): Promise<CommandResult> {
  const on = dateOf(call, 'on', asOfDate(call));
  const query = { text: call.words.join(' '), on, openOnly: !call.flag('all'), offset: 0, limit: SHOWN };
  const found = await withOffice(call, (office) => listOfferings(office, query));
  return {
    json: found,
    text:
      found.rows.length === 0 ? 'The catalogue has nothing such.' : found.rows.map(offeringText).join('\n'),
  };
}

/** `ce add --title T --points N --list-price A --member-price A …` */
export async function add(call: Call): Promise<CommandResult> {
  const entered: CeOfferingToEnter = {
    title: needText(call, 'title', 'what it is called'),
    points: pointsOf(call) ?? missing('points'),
    listCents: centsOf(call, 'list-price'),
    memberCents: centsOf(call, 'member-price'),
    category: categoryOf(call) ?? 'professional-education',
    provider: call.text('provider') ?? '',
    externalId: call.text('external-id') ?? '',
    from: dateOf(call, 'from', asOfDate(call)),
    to: dateOrNone(call, 'to'),
  };
  const made = await withOffice(call, (office) => enterOffering(office, entered));
  return { json: made, text: offeringText(made) };
}

/** `ce change OFFERING …` */
export async function change(call: Call): Promise<CommandResult> {
  const offering = idOf(call.words[0], 'an offering');
  const priceFrom = dateOf(call, 'price-from', asOfDate(call));
  const changed = await withOffice(call, async (office) => {
    const before = offeringOn(await existingOffering(office, offering), priceFrom);
    await updateOffering(office, offering, changedBy(call, before), priceFrom);
    return offeringOn(await existingOffering(office, offering), priceFrom);
  });
  return { json: changed, text: offeringText(changed) };
}

function changedBy(call: Call, before: CeOffering): CeOfferingToEnter {
  const price = (option: string, was: number) => (call.text(option) === null ? was : centsOf(call, option));
  return {
    title: call.text('title') ?? before.title,
    points: pointsOf(call) ?? before.points,
    listCents: price('list-price', before.listCents),
    memberCents: price('member-price', before.memberCents),
    category: categoryOf(call) ?? before.category,
    provider: call.text('provider') ?? before.provider,
    externalId: call.text('external-id') ?? before.externalId,
    from: dateOf(call, 'from', before.from),
    to: dateOrNone(call, 'to') ?? before.to,
  };
}

/** `ce import FILE.csv [--dry-run] [--skip-bad-rows]` */
export async function importFile(call: Call): Promise<CommandResult> {
  const order = {
    file: resolve(call.words[0] ?? ''),
    dryRun: call.flag('dry-run'),
    skipBadRows: call.flag('skip-bad-rows'),
  };
  const report = await withOffice(call, (office) => importOfferings(office, order, watchedWork(call)));
  const { rows, added, updated, unchanged, rejected } = report;
  const text = [
    `${countOf(rows, 'row')}: ${added} added, ${updated} changed, ${unchanged} as before, ${rejected.length} rejected.`,
    ...rejected.map(({ row, column, message }) => `  row ${row}, ${column}: ${message}`),
  ].join('\n');
  const keptOut = rejected.length > 0 && !order.skipBadRows && !order.dryRun;
  return {
    json: report,
    text,
    ...(keptOut
      ? { refused: 'Nothing was taken in: correct the rows that are rejected, or add --skip-bad-rows.' }
      : {}),
  };
}

/** `ce price MEMBER_NO [--offering N] [--on DATE]` */
export async function price(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  const on = dateOf(call, 'on', asOfDate(call));
  const named = call.text('offering');
  const offering = named === null ? null : idOf(named, 'an offering');
  const found = await withOffice(call, (office) => memberPrices(office, { memberNo, offering, on }));
  return { json: found, text: priceText(found) };
}

function priceText({ discount, offerings }: CeMemberPrices): string {
  const { memberNo, name, on, discounted, citation, sentence, why } = discount;
  return [
    `${memberNo} ${name} pays the ${discounted ? 'member' : 'list'} price on ${on}. ${why}`,
    `${citation}: “${sentence}”`,
    ...offerings.map(
      ({ offering, priceCents }) => `  ${displayCents(priceCents).padStart(9)}  ${offeringText(offering)}`,
    ),
  ].join('\n');
}

function offeringText(one: CeOffering): string {
  const { offering, title, provider, points, listCents, memberCents, from, to, state } = one;
  const by = provider === '' ? '' : `, ${provider}`;
  const span = state === 'open' ? '' : `; ${state === 'ended' ? `ended ${to ?? ''}` : `from ${from}`}`;
  return `${offering}  ${title}${by}: ${points} points, list ${displayCents(listCents)}, member ${displayCents(memberCents)}${span}`;
}

function pointsOf(call: Call): number | null {
  const text = call.text('points');
  if (text === null) return null;
  const points = Number(text);
  if (/^\d+(\.\d+)?$/.test(text)) return points;
  throw new UsageError(`--points ${text} is no number; write one such as 2 or 1.5`);
}

function categoryOf(call: Call): CeCategory | null {
  const text = call.text('category');
  if (text === null) return null;
  const category = CE_CATEGORIES.find((one) => one === text);
  if (category !== undefined) return category;
  throw new UsageError(`--category ${text} is not known; it is one of: ${CE_CATEGORIES.join(', ')}`);
}

function missing(option: string): never {
  throw new UsageError(`--${option} is missing; write how many points it gives`);
}
