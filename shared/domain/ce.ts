import { ACTIVITY_CATEGORIES, type ActivityCategory, type CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { StandingStatus } from './standing.ts';

/** What continuing education may count as; employment is none. */
export type CeCategory = Exclude<ActivityCategory, 'employment-verification'>;

export const CE_CATEGORIES: readonly CeCategory[] = ACTIVITY_CATEGORIES.filter(
  (category): category is CeCategory => category !== 'employment-verification',
);

/** Whether an offering can be had on a date. */
export type CeState = 'upcoming' | 'open' | 'ended';

/** An offering as it is entered. Prices in whole cents. */
export interface CeOfferingToEnter {
  /** The provider's own id; empty where it has none. */
  readonly externalId: string;
  readonly title: string;
  readonly provider: string;
  readonly category: CeCategory;
  readonly points: number;
  readonly from: CalendarDate;
  /** Last day; null = until further notice. */
  readonly to: CalendarDate | null;
  readonly listCents: number;
  readonly memberCents: number;
}

/** An offering with its prices on a date. */
export interface CeOffering extends CeOfferingToEnter {
  readonly offering: number;
  readonly state: CeState;
  /** What it cost and will cost, the newest first. */
  readonly prices: readonly CePrice[];
}

/** What an offering costs from a date on. */
export interface CePrice {
  readonly from: CalendarDate;
  readonly listCents: number;
  readonly memberCents: number;
  readonly setOn: CalendarDate;
  readonly setBy: string;
}

/** Offerings by title. */
export interface CeOfferings {
  readonly on: CalendarDate;
  readonly total: number;
  readonly rows: readonly CeOffering[];
}

/** Whether a member gets the member price on a date, and the sentence that decides. */
export interface CeDiscount {
  readonly memberNo: string;
  readonly name: string;
  readonly on: CalendarDate;
  readonly discounted: boolean;
  /** A sentence of the policy. */
  readonly citation: string;
  /** The sentence's own words. */
  readonly sentence: string;
  readonly why: string;
  readonly certifications: readonly { readonly code: CertificationCode; readonly status: StandingStatus }[];
}

/** What a member pays for offerings on a date. */
export interface CeMemberPrices {
  readonly discount: CeDiscount;
  readonly offerings: readonly { readonly offering: CeOffering; readonly priceCents: number }[];
}

/** What an import of offerings came to. */
export interface CeImportReport {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly {
    readonly row: number;
    readonly column: string;
    readonly value: string;
    readonly message: string;
  }[];
}

/** The columns of a file of offerings. */
export const CE_FIELDS = [
  {
    id: 'external_id',
    title: 'external_id',
    required: true,
    aliases: 'externalid id courseid offeringid sku',
  },
  { id: 'title', title: 'title', required: true, aliases: 'title name course coursetitle' },
  { id: 'provider', title: 'provider', required: false, aliases: 'provider sponsor organization vendor' },
  { id: 'category', title: 'category', required: false, aliases: 'category' },
  { id: 'points', title: 'points', required: true, aliases: 'points ceus credits cepoints' },
  { id: 'list_price', title: 'list_price', required: true, aliases: 'listprice price regularprice' },
  { id: 'member_price', title: 'member_price', required: true, aliases: 'memberprice discountprice' },
  { id: 'from_date', title: 'from_date', required: true, aliases: 'fromdate from startson startdate' },
  { id: 'to_date', title: 'to_date', required: false, aliases: 'todate to endson enddate' },
  { id: 'price_from', title: 'price_from', required: false, aliases: 'pricefrom priceson' },
] as const;

export type CeField = (typeof CE_FIELDS)[number]['id'];
