import { z } from 'zod';
import { ACTIVITY_CATEGORIES, CERTIFICATION_CODES } from '../domain/codes.ts';
import {
  APPLICATION_STATES,
  type ApplicationRows,
  type ApplicationView,
  type RecordedFelony,
  type StartCheck,
} from '../domain/recertification.ts';
import { RECERTIFICATION_STATUSES } from '../domain/recertification-steps.ts';
import { isCalendarDate } from '../util/dates.ts';
import { channel } from './define.ts';
import { eligibilityAnswers } from './eligibility-channels.ts';

// Applications for recertification: what the window asks, and what it gets.

const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const memberNo = z.string().min(1).max(32);
const code = z.enum(CERTIFICATION_CODES);
const application = z.number().int().min(1);
const text = (most: number) => z.string().max(most);
const of = { application };
/** A kept PDF, and what it is called when it is saved. */
const paper = { sha256: z.string().regex(/^[0-9a-f]{64}$/), name: text(120) };

/** A way of the eligibility assistant, and what was answered. */
const way = { route: z.string().min(1).max(60), answers: eligibilityAnswers };

const lineChange = z.discriminatedUnion('does', [
  z.object({ does: z.literal('proof'), on: date.nullable() }),
  z.object({ does: z.literal('refuse'), why: text(200) }),
  z.object({ does: z.literal('accept') }),
  z.object({ does: z.literal('withdraw') }),
]);

/** The channels of recertification, a part of the contract. */
export const RECERTIFICATION_CHANNELS = {
  'recertification.list': channel<ApplicationRows>()(
    'reader',
    z.object({
      state: z.enum(APPLICATION_STATES),
      memberNo: memberNo.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  'recertification.application': channel<ApplicationView>()('reader', z.object(of)),
  'recertification.check': channel<StartCheck>()('reader', z.object({ memberNo, code, receivedOn: date })),
  'recertification.start': channel<ApplicationView>()(
    'office',
    z.object({
      memberNo,
      code,
      receivedOn: date,
      route: z.enum(['ccp', 'exam']),
      way: z.object(way).nullable().optional(),
    }),
  ),
  'recertification.saveForm': channel<ApplicationView>()(
    'office',
    z.object({
      ...of,
      attestedOn: date.nullable(),
      eligibleBy: text(200).nullable(),
      eligibleCheckedOn: date.nullable(),
    }),
  ),
  'recertification.keepEligibility': channel<ApplicationView>()('office', z.object({ ...of, ...way })),
  'recertification.noteDocument': channel<ApplicationView>()(
    'office',
    z.object({ ...of, place: z.number().int().min(1).max(100), cameOn: date.nullable() }),
  ),
  'recertification.listPoints': channel<ApplicationView>()(
    'office',
    z.object({
      ...of,
      category: z.enum(ACTIVITY_CATEGORIES),
      title: text(200),
      completedOn: date.nullable(),
      employedFrom: date.nullable(),
      employedTo: date.nullable(),
      points: z.number().min(0).max(1000),
      criteria: z.object({ job: z.boolean(), knowledge: z.boolean(), degree: z.boolean() }),
      proofOn: date.nullable(),
    }),
  ),
  'recertification.changeLine': channel<ApplicationView>()(
    'office',
    z.object({ ...of, line: z.number().int().min(1), change: lineChange }),
  ),
  'recertification.invoice': channel<ApplicationView>()('office', z.object(of)),
  'recertification.payFromCredit': channel<ApplicationView>()('office', z.object(of)),
  /** Journalled, and refused to whoever is not named for it. */
  'recertification.readFelony': channel<RecordedFelony | null>()('office', z.object(of)),
  'recertification.recordFelony': channel<ApplicationView>()(
    'office',
    z.object({
      ...of,
      answer: z.enum(['no', 'yes']),
      happenedOn: text(80),
      nature: text(500),
      court: text(200),
      outcome: text(500),
    }),
  ),
  'recertification.step': channel<ApplicationView>()(
    'office',
    z.object({
      ...of,
      to: z.enum(RECERTIFICATION_STATUSES),
      on: date,
      reason: text(500),
      examOn: date.nullable(),
      place: text(120),
    }),
  ),
  'recertification.savePaper': channel<{ readonly file: string } | null>()('main', z.object(paper)),
  'recertification.printPaper': channel<{ readonly sent: boolean }>()('main', z.object(paper)),
  'office.felonyReaders': channel<readonly string[]>()('reader', z.undefined()),
  'office.saveFelonyReaders': channel<readonly string[]>()(
    'office',
    z.object({ names: z.array(text(80)).max(50) }),
  ),
} as const;
