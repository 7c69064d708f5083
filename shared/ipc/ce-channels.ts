import { z } from 'zod';
import {
  CE_CATEGORIES,
  type CeImportReport,
  type CeMemberPrices,
  type CeOffering,
  type CeOfferings,
} from '../domain/ce.ts';
import { isCalendarDate } from '../util/dates.ts';
import { channel } from './define.ts';

const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const number = z.number().int().min(1);
const cents = z.number().int().min(0).max(100_000_00);
const path = z.string().min(1).max(4096);

const offering = {
  externalId: z.string().max(80),
  title: z.string().max(200),
  provider: z.string().max(120),
  category: z.enum(CE_CATEGORIES),
  points: z.number().min(0).max(500),
  from: date,
  to: date.nullable(),
  listCents: cents,
  memberCents: cents,
};

/** The channels of the CE catalogue, a part of the contract. */
export const ceChannels = {
  'ce.offerings': channel<CeOfferings>()(
    'reader',
    z.object({
      text: z.string().max(200),
      on: date,
      openOnly: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'ce.prices': channel<CeMemberPrices>()(
    'reader',
    z.object({ memberNo: z.string().min(1).max(32), offering: number.nullable(), on: date }),
  ),
  'ce.enter': channel<CeOffering>()('office', z.object(offering)),
  'ce.update': channel<CeOffering>()(
    'office',
    z.object({ offering: number, priceFrom: date, as: z.object(offering) }),
  ),
  'ce.import': channel<CeImportReport>()(
    'job',
    z.object({ file: path, dryRun: z.boolean(), skipBadRows: z.boolean() }),
  ),
  'ce.chooseFile': channel<string | null>()('main', z.undefined()),
} as const;
