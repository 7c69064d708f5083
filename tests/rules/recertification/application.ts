import type { ApplicationCase } from '../../../electron/rules/recertification/application.ts';
import type { ApplicationPoints, RecertificationFee } from '../../../shared/domain/recertification.ts';
import { book } from '../build.ts';

export const RECEIVED = '2026-10-01';

let lines = 0;

/** A line with its proof that meets a criterion, unless told otherwise. */
export function line(more: Partial<ApplicationPoints> = {}): ApplicationPoints {
  lines += 1;
  return {
    id: lines,
    category: 'professional-education',
    title: `Course ${lines}`,
    completedOn: '2025-03-01',
    employedFrom: null,
    employedTo: null,
    points: 30,
    criteria: { job: true, knowledge: false, degree: false },
    proofOn: RECEIVED,
    refusedWhy: null,
    withdrawnOn: null,
    ...more,
  };
}

/** Employment with its form. */
export function jobLine(
  employedFrom: string,
  employedTo: string | null,
  more: Partial<ApplicationPoints> = {},
): ApplicationPoints {
  return line({ category: 'employment-verification', completedOn: null, employedFrom, employedTo, ...more });
}

export const PAID: RecertificationFee = {
  fee: 1,
  invoicedOn: RECEIVED,
  amountCents: 100_00,
  paidCents: 100_00,
  owedCents: 0,
  voidedOn: null,
};

/** A complete application by CCP for RMA, unless told otherwise. */
export function application(more: Partial<ApplicationCase> = {}): ApplicationCase {
  return {
    code: 'RMA',
    route: 'ccp',
    receivedOn: RECEIVED,
    points: [line()],
    felonyAnswered: true,
    attestedOn: '2026-09-28',
    eligibleBy: null,
    eligibleCheckedOn: null,
    eligibility: null,
    fee: PAID,
    policy: book,
    ...more,
  };
}
