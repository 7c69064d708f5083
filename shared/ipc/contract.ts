import { z } from 'zod';
import { CERTIFICATION_CODES } from '../domain/codes.ts';
import type { CalendarEntry, DueStep, MonthCompleteness } from '../domain/completeness.ts';
import {
  type BounceReport,
  EMAIL_STATES,
  type EmailReport,
  type EmailRows,
  type EmailRun,
  type LogSettlement,
  type MailLogin,
  type MailSettings,
} from '../domain/email.ts';
import type { MemberFees, VoidedYear } from '../domain/fees.ts';
import { IMPORT_KINDS, type ImportInspection, type ImportReport } from '../domain/import.ts';
import type { LookupHit } from '../domain/lookup.ts';
import type { MemberPage } from '../domain/member-page.ts';
import { MEMBER_SORTS, type MemberRows } from '../domain/members-list.ts';
import type { OfficeProfile } from '../domain/notice.ts';
import type { NoticeStep } from '../domain/notice-schedule.ts';
import type { BackupReport, OfficeState, TodayView, VerifyReport } from '../domain/office.ts';
import type {
  CreditEntry,
  DepositSummary,
  DepositView,
  EnterOutcome,
  MoneyOutcome,
  MoneyRows,
  PaymentEntry,
  Recognised,
  RemittanceEntry,
} from '../domain/payments.ts';
import type { PolicyBookView } from '../domain/policy-book.ts';
import type { AddressFinding, LabelsReport, PostalSettings, RunPostal } from '../domain/postal.ts';
import {
  HELD_REASONS,
  type PrintReport,
  type Reevaluated,
  type RenewalMonth,
  type RunPieces,
  type RunSummary,
  type SentPage,
} from '../domain/renewals.ts';
import {
  type AddressesToFind,
  RETURN_REASON_IDS,
  type ReturnedLetter,
  type ReturnedRows,
} from '../domain/returned-mail.ts';
import type { SchedulePreview } from '../domain/schedule-preview.ts';
import { STANDING_STATUSES } from '../domain/standing.ts';
import type { SweepReport } from '../domain/sweep.ts';
import { isCalendarDate } from '../util/dates.ts';
import { RUN_PARTS } from '../util/run-file.ts';
import { auditCaseChannels } from './audit-case-channels.ts';
import { auditChannels } from './audit-channels.ts';
import { auditLetterChannels } from './audit-letter-channels.ts';
import { badgeChannels } from './badge-channels.ts';
import { ceChannels } from './ce-channels.ts';
import { channel } from './define.ts';
import { eligibilityChannels } from './eligibility-channels.ts';
import { INTAKE_CHANNELS } from './intake-channels.ts';
import { LETTER_CHANNELS } from './letter-channels.ts';
import { mailSchema } from './mail-schema.ts';
import { moneyInputs } from './money-inputs.ts';
import { movesChannels } from './moves-channels.ts';
import { noticeScheduleSchema } from './notice-schedule-schema.ts';
import { paperChannels } from './paper-channels.ts';
import { POINTS_CHANNELS } from './points-channels.ts';
import { policyChannels } from './policy-channels.ts';
import { profileSchema } from './profile-schema.ts';
import { RECERTIFICATION_CHANNELS } from './recertification-inputs.ts';
import { RECONCILE_CHANNELS } from './reconcile-channels.ts';
import { RETENTION_CHANNELS } from './retention-channels.ts';
import { RETURN_CHANNELS } from './return-channels.ts';
import { worklistChannels } from './worklist-channels.ts';

const nothing = z.undefined();
const date = z.string().refine(isCalendarDate, 'a date written YYYY-MM-DD');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const runId = z.string().regex(/^\d{4}-\d{2}-[A-Z]{1,2}$/);
const memberNo = z.string().min(1).max(32);
const password = z.string().min(1).max(1000);
const path = z.string().min(1).max(4096);
const postalSettings = z.object({
  duplex: z.boolean(),
  barcode: z
    .object({ mailerId: z.string().max(9), serviceType: z.string().max(3), barcodeId: z.string().max(2) })
    .nullable(),
});
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };

/** A PDF of a run: its sheets from one to another, or what was printed beside them. */
const runPdf = z.object({
  run: runId,
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  part: z.enum(RUN_PARTS).optional(),
});

const memberQuery = z.object({
  filter: z.object({
    status: z.array(z.enum(STANDING_STATUSES)).optional(),
    code: z.array(z.enum(CERTIFICATION_CODES)).optional(),
    state: z.array(z.string().max(3)).optional(),
    anniversaryMonth: z.number().int().min(1).max(12).optional(),
    attention: z.enum(['points-outstanding', 'audit-open', 'roll-blocked']).optional(),
    text: z.string().max(200).optional(),
  }),
  sort: z.object({ by: z.enum(MEMBER_SORTS), descending: z.boolean() }),
});

const importRequest = z.object({
  file: path,
  kind: z.enum(IMPORT_KINDS),
  /** Header as in the file → column of the contract; null = ignore. */
  mapping: z.record(z.string(), z.string().nullable()).optional(),
  dryRun: z.boolean(),
  skipBadRows: z.boolean(),
});

/** A started job; its progress and result come as events. */
export interface JobStarted {
  readonly job: string;
}

/**
 * Every question that the window may ask, and nothing else. Channels of place `job` answer with `JobStarted`; what is declared
 * here as their output is the job's result, which arrives with its last event.
 */
export const CONTRACT = {
  'office.state': channel<OfficeState>()('main', nothing),
  'office.createSample': channel<OfficeState>()(
    'job',
    z.object({ folder: path.nullable(), members: z.number().int().min(1).max(200_000) }),
  ),
  'office.createEmpty': channel<OfficeState>()('main', z.object({ folder: path.nullable() })),
  'office.open': channel<OfficeState>()('main', z.object({ folder: path })),
  'office.close': channel<OfficeState>()('main', nothing),
  'office.chooseFolder': channel<string | null>()('main', z.object({ purpose: z.enum(['new', 'open']) })),
  'office.profile': channel<OfficeProfile>()('reader', nothing),
  'office.postal': channel<PostalSettings>()('reader', nothing),
  'office.savePostal': channel<PostalSettings>()('office', postalSettings),
  'office.saveProfile': channel<OfficeProfile>()('office', profileSchema),
  'office.managers': channel<readonly string[]>()('reader', nothing),
  'office.saveManagers': channel<readonly string[]>()('office', moneyInputs.managers),

  'today.view': channel<TodayView>()('reader', nothing),

  'members.lookup': channel<readonly LookupHit[]>()(
    'reader',
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
  ),
  'members.query': channel<MemberRows>()('reader', memberQuery.extend(page)),
  'members.export': channel<{ readonly file: string; readonly rows: number } | null>()(
    'main',
    memberQuery.extend({ columns: z.array(z.string().max(40)).min(1) }),
  ),
  'members.page': channel<MemberPage>()('reader', z.object({ memberNo })),
  'members.addressFindings': channel<readonly AddressFinding[]>()('reader', z.object({ memberNo })),
  'members.saveContact': channel<MemberPage>()(
    'office',
    z.object({
      memberNo,
      email: z.string().max(120),
      phone: z.string().max(40),
      mailOk: z.boolean(),
      emailOk: z.boolean(),
      address: profileSchema.shape.address,
    }),
  ),

  'sweep.run': channel<SweepReport>()('job', z.object({ dryRun: z.boolean() })),

  'notices.schedule': channel<readonly NoticeStep[]>()('reader', nothing),
  'notices.due': channel<readonly DueStep[]>()('reader', nothing),
  'notices.calendar': channel<readonly CalendarEntry[]>()('reader', z.object({ month })),
  'notices.completeness': channel<MonthCompleteness>()('reader', z.object({ month })),
  'notices.saveSchedule': channel<readonly NoticeStep[]>()('office', noticeScheduleSchema),
  'notices.previewSchedule': channel<SchedulePreview>()(
    'job',
    z.object({ schedule: noticeScheduleSchema, month: month.nullable() }),
  ),

  'renewals.months': channel<readonly RenewalMonth[]>()('reader', nothing),
  'renewals.runs': channel<readonly RunSummary[]>()('reader', nothing),
  'renewals.run': channel<RunSummary | null>()('reader', z.object({ run: runId })),
  'renewals.prepare': channel<RunSummary>()(
    'job',
    /** `step`: of the notice schedule; absent = renewal. */
    z.object({ step: z.string().max(40).optional(), month, again: z.boolean() }),
  ),
  'renewals.pieces': channel<RunPieces>()(
    'reader',
    z.object({
      run: runId,
      channel: z.enum(['print', 'email', 'held']).nullable(),
      reason: z.enum(HELD_REASONS).nullable(),
      ...page,
    }),
  ),
  'renewals.print': channel<PrintReport>()(
    'job',
    z.object({
      run: runId,
      from: z.number().int().min(1).nullable(),
      to: z.number().int().min(1).nullable(),
      /** Only the spoiled sheets that wait. */
      spoiled: z.boolean().optional(),
      /** A blank back after each sheet; without it, as the office has set it. */
      duplex: z.boolean().optional(),
    }),
  ),
  'renewals.printCover': channel<PrintReport>()('job', z.object({ run: runId })),
  'renewals.printLabels': channel<LabelsReport>()('job', z.object({ run: runId })),
  'renewals.savePdf': channel<{ readonly file: string } | null>()('main', runPdf),
  'renewals.sendToPrinter': channel<{ readonly sent: boolean }>()('main', runPdf),
  'renewals.markSpoiled': channel<RunSummary>()(
    'office',
    z.object({ run: runId, sheets: z.string().max(2000), reason: z.string().max(200) }),
  ),
  'renewals.sentPage': channel<SentPage>()('reader', z.object({ run: runId, memberNo })),
  'renewals.reevaluate': channel<Reevaluated>()('reader', z.object({ run: runId, memberNo })),
  'renewals.postal': channel<RunPostal>()('reader', z.object({ run: runId })),
  'renewals.markMailed': channel<RunSummary>()(
    'office',
    z.object({ run: runId, on: date, count: z.number().int().min(0).nullable() }),
  ),
  'renewals.unmarkMailed': channel<RunSummary>()('office', z.object({ run: runId })),

  'payments.deposits': channel<MoneyRows<DepositSummary>>()('reader', moneyInputs.deposits),
  'payments.deposit': channel<DepositView>()('reader', moneyInputs.deposit),
  'payments.openDeposit': channel<DepositSummary>()('office', moneyInputs.openDeposit),
  'payments.changeControl': channel<DepositSummary>()('office', moneyInputs.changeControl),
  'payments.closeDeposit': channel<DepositSummary>()('office', moneyInputs.deposit),
  'payments.recognise': channel<Recognised>()('reader', moneyInputs.recognise),
  'payments.enter': channel<EnterOutcome>()('office', moneyInputs.enter),
  'payments.unassigned': channel<MoneyRows<RemittanceEntry>>()('reader', moneyInputs.page),
  'payments.assign': channel<MoneyOutcome>()('office', moneyInputs.assign),
  'payments.reverse': channel<MoneyOutcome>()('office', moneyInputs.reverse),
  'payments.move': channel<MoneyOutcome>()('office', moneyInputs.move),
  'payments.credits': channel<MoneyRows<CreditEntry>>()('reader', moneyInputs.page),
  'payments.applyCredit': channel<MoneyOutcome>()('office', moneyInputs.applyCredit),
  'payments.refund': channel<MoneyOutcome>()('office', moneyInputs.refund),
  'payments.ofMember': channel<readonly PaymentEntry[]>()('reader', moneyInputs.member),

  ...RECONCILE_CHANNELS,
  ...paperChannels,

  'fees.ofMember': channel<MemberFees>()('reader', moneyInputs.member),
  'fees.voided': channel<MoneyRows<VoidedYear>>()('reader', moneyInputs.page),
  'fees.invoice': channel<MemberFees>()('office', moneyInputs.invoiceFee),
  'fees.waive': channel<MemberFees>()('office', moneyInputs.waiveFee),
  'fees.unwaive': channel<MemberFees>()('office', moneyInputs.waiveFee),
  'fees.adjust': channel<MemberFees>()('office', moneyInputs.adjustFee),
  'fees.void': channel<MemberFees>()('office', moneyInputs.voidFee),
  'fees.reissue': channel<MemberFees>()('office', moneyInputs.voidFee),

  ...POINTS_CHANNELS,

  'returned.letter': channel<ReturnedLetter>()('reader', z.object({ text: z.string().min(1).max(200) })),
  'returned.list': channel<ReturnedRows>()('reader', z.object(page)),
  'returned.toFind': channel<AddressesToFind>()('reader', z.object(page)),
  'returned.record': channel<ReturnedLetter>()(
    'office',
    z.object({
      text: z.string().min(1).max(200),
      reason: z.enum(RETURN_REASON_IDS),
      note: z.string().max(120),
    }),
  ),
  'returned.undo': channel<ReturnedLetter>()(
    'office',
    z.object({ run: runId, sheet: z.number().int().min(1) }),
  ),
  'returned.confirmAddress': channel<null>()('office', z.object({ memberNo })),

  ...movesChannels,

  'email.settings': channel<MailSettings>()('reader', nothing),
  'email.saveSettings': channel<MailSettings>()('office', mailSchema),
  'email.login': channel<MailLogin>()('main', nothing),
  /** null forgets it. */
  'email.keepPassword': channel<MailLogin>()('main', z.object({ password: password.nullable() })),
  'email.choose': channel<{ readonly path: string; readonly text: string | null } | null>()(
    'main',
    z.object({ what: z.enum(['authority', 'log', 'folder']) }),
  ),
  /** The window leaves `password` null: the shell fills in the one that the keychain has. */
  'email.try': channel<null>()('job', z.object({ settings: mailSchema, password: password.nullable() })),
  'email.send': channel<EmailReport>()('job', z.object({ run: runId, password: password.nullable() })),
  'email.toFolder': channel<EmailReport>()('job', z.object({ run: runId, folder: path })),
  'email.run': channel<EmailRun>()('reader', z.object({ run: runId })),
  'email.list': channel<EmailRows>()(
    'reader',
    z.object({ run: runId, state: z.enum(EMAIL_STATES).nullable(), ...page }),
  ),
  'email.resolve': channel<EmailRun>()(
    'office',
    z.object({ run: runId, position: z.number().int().min(1), as: z.enum(['arrived', 'send-again']) }),
  ),
  'email.resolveFromLog': channel<LogSettlement>()('job', z.object({ run: runId, file: path })),
  'email.bounce': channel<BounceReport>()(
    'office',
    z.object({ who: z.string().min(1).max(254), reason: z.string().max(500) }),
  ),
  'email.readBounces': channel<BounceReport>()(
    'office',
    z.object({ text: z.string().max(5_000_000), dryRun: z.boolean() }),
  ),
  'email.unsubscribe': channel<{ readonly memberNos: readonly string[]; readonly changed: number }>()(
    'office',
    z.object({ who: z.string().min(1).max(254) }),
  ),

  ...LETTER_CHANNELS,

  'import.chooseFiles': channel<readonly string[]>()('main', nothing),
  'import.inspect': channel<ImportInspection>()(
    'reader',
    z.object({ file: path, kind: z.enum(IMPORT_KINDS).nullable() }),
  ),
  'import.start': channel<ImportReport>()('job', importRequest),
  'import.saveErrors': channel<{ readonly file: string } | null>()(
    'main',
    z.object({ job: z.string().max(60) }),
  ),

  ...auditChannels,
  ...INTAKE_CHANNELS,
  ...RETURN_CHANNELS,
  ...RETENTION_CHANNELS,
  ...auditCaseChannels,
  ...auditLetterChannels,
  ...RECERTIFICATION_CHANNELS,
  ...worklistChannels,

  'policy.book': channel<PolicyBookView>()('reader', nothing),
  ...policyChannels,

  'backup.create': channel<BackupReport>()('job', z.object({ file: path.nullable() })),
  'backup.chooseTarget': channel<string | null>()('main', nothing),
  'backup.chooseSource': channel<string | null>()('main', nothing),
  'backup.restore': channel<OfficeState>()('job', z.object({ file: path, folder: path })),
  'backup.verify': channel<VerifyReport>()('job', nothing),

  ...badgeChannels,
  ...ceChannels,
  ...eligibilityChannels,
  'jobs.cancel': channel<null>()('office', z.object({ job: z.string().max(60) })),
  'shell.showFile': channel<null>()('main', z.object({ file: path })),
  'shell.setTheme': channel<null>()('main', z.object({ theme: z.enum(['system', 'light', 'dark']) })),
  'shell.chooseImage': channel<{ readonly base64: string } | null>()('main', nothing),
} as const;

export type Contract = typeof CONTRACT;
export type ChannelName = keyof Contract;
export type ChannelsAt<Place> = {
  [Name in ChannelName]: Contract[Name]['place'] extends Place ? Name : never;
}[ChannelName];
export type InputOf<Name extends ChannelName> = z.output<Contract[Name]['input']>;
/** What a channel's work yields: its answer, or for a job the result of its last event. */
export type ResultOf<Name extends ChannelName> =
  | NonNullable<Contract[Name]['output']>
  | (null extends Contract[Name]['output'] ? null : never);
/** What `invoke` answers. */
export type AnswerOf<Name extends ChannelName> = Name extends ChannelsAt<'job'> ? JobStarted : ResultOf<Name>;
