import type { BadgeReason, BadgeRequest, BadgeRequests, BadgeStep } from '../../../shared/domain/badges.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import {
  badgeRequests,
  certificationOf,
  type KeptRequest,
  type RequestStage,
  requestCounts,
  withdrawRequest,
} from '../../repositories/badge-requests.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { badgeHold } from '../../rules/badges/hold.ts';
import type { Office, OfficeView } from '../office.ts';
import { memberUnknown } from '../standing.ts';
import { requestBadge } from './request.ts';
import { badgeSettings } from './settings.ts';

type Templates = Readonly<Partial<Record<CertificationCode, string>>>;

/** Which requests to show. */
export interface RequestsQuery {
  /** null = every step. */
  readonly step: BadgeStep | null;
  readonly memberNo: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Requests, the newest first, with how many there are of each step. Those not exported yet are few and are judged one by one. */
export async function listRequests(
  view: Pick<OfficeView, 'reader'>,
  { step, memberNo, offset, limit }: RequestsQuery,
): Promise<BadgeRequests> {
  const { templates } = await badgeSettings(view);
  const member = memberNo === null ? {} : { memberNo };
  const stages = await requestCounts(view.reader, member);
  const open = (await badgeRequests(view.reader, { stages: ['open'], ...member })).map((one) =>
    shownRequest(one, templates),
  );
  const held = open.filter((one) => one.step === 'held').length;
  const { open: notExported, ...later } = stages;
  const counts: Record<BadgeStep, number> = { ...later, held, waiting: notExported - held };
  const page = { ...member, offset, limit };
  if (step === 'waiting' || step === 'held') {
    const rows = open.filter((one) => one.step === step);
    return { total: rows.length, rows: rows.slice(offset, offset + limit), counts };
  }
  const kept = await badgeRequests(view.reader, step === null ? page : { ...page, stages: [step] });
  const total = step === null ? Object.values(stages).reduce((sum, count) => sum + count, 0) : counts[step];
  return { total, rows: kept.map((one) => shownRequest(one, templates)), counts };
}

/** A request as it is shown: with its step, and why it is held. */
export function shownRequest(kept: KeptRequest, templates: Templates): BadgeRequest {
  const hold = kept.stage === 'open' ? holdOf(kept, templates) : null;
  const { request, memberNo, name, email, code, reason, requestedOn, requestedBy, issuedAt } = kept;
  const { exportedIn, exportedOn, withdrawn } = kept;
  return {
    ...{ request, memberNo, name, email, code, reason, requestedOn, requestedBy, issuedAt },
    step: stepOf(kept.stage, hold !== null),
    hold,
    ...{ exportedIn, exportedOn, withdrawn },
  };
}

function stepOf(stage: RequestStage, held: boolean): BadgeStep {
  if (stage !== 'open') return stage;
  return held ? 'held' : 'waiting';
}

/** Why a request cannot go out; null where it can. */
export function holdOf(
  {
    deceased,
    email,
    emailBadReason,
    code,
  }: Pick<KeptRequest, 'deceased' | 'email' | 'emailBadReason' | 'code'>,
  templates: Templates,
) {
  return badgeHold({ deceased, email, emailBadReason, template: templates[code] ?? null });
}

/**
 * Asks for the badge of a member's certification by hand.
 * @throws StandingError `member-unknown`, `certification-unknown`
 */
export async function requestFor(
  office: Office,
  { memberNo, code, reason }: { memberNo: string; code: CertificationCode; reason: BadgeReason | null },
): Promise<BadgeRequest> {
  if ((await memberIdOf(office.reader, memberNo)) === null) throw memberUnknown(memberNo);
  const certification = await certificationOf(office.reader, memberNo, code);
  if (certification === null)
    throw new StandingError(
      'certification-unknown',
      `The member ${memberNo} holds no ${code}.`,
      'Choose one of the member’s certifications.',
    );
  const why = reason ?? (certification.recertified ? 'recertified' : 'certified');
  const requestedOn = office.clock.today();
  const made = await office.act((write) =>
    requestBadge(write, { certification: certification.id, reason: why, requestedOn }),
  );
  return existingRequest(office, made);
}

/**
 * Withdraws a request that was made by mistake, before it is exported.
 * @throws StandingError `request-unknown`, `request-exported`, `reason-missing`
 */
export async function withdraw(office: Office, request: number, reason: string): Promise<BadgeRequest> {
  const why = reason.trim();
  if (why === '')
    throw new StandingError('reason-missing', 'A request is withdrawn with a reason.', 'Say why.');
  const { step, memberNo, code } = await existingRequest(office, request);
  if (step !== 'waiting' && step !== 'held')
    throw new StandingError(
      'request-exported',
      step === 'withdrawn'
        ? `Request ${request} is withdrawn already.`
        : `Request ${request} is in a file for Credly already.`,
      step === 'withdrawn' ? '' : 'If the badge is wrong, revoke it at Credly.',
    );
  await office.act(async (write) => {
    await withdrawRequest(write, request, office.clock.today(), why);
    write.journal({
      action: 'badge.request-withdrawn',
      subject: 'member',
      subjectId: memberNo,
      detail: { code, request, reason: why },
    });
  });
  return existingRequest(office, request);
}

/** @throws StandingError `request-unknown` */
async function existingRequest(view: Pick<OfficeView, 'reader'>, request: number): Promise<BadgeRequest> {
  const [kept] = await badgeRequests(view.reader, { requests: [request] });
  if (kept !== undefined) return shownRequest(kept, (await badgeSettings(view)).templates);
  throw new StandingError(
    'request-unknown',
    `There is no badge request ${request}.`,
    'List the requests to find its number.',
  );
}
