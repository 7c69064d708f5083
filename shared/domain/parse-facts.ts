import { PUBLISHED_CYCLE_YEARS } from './certification-years.ts';
import { checkDates } from './check-facts.ts';
import { CERTIFICATION_CODES } from './codes.ts';
import type {
  AttestationFact,
  AuditFact,
  AuditOutcome,
  CertificationFact,
  Facts,
  FeeFact,
  RecertificationFact,
  RecertificationRoute,
} from './facts.ts';
import {
  at,
  FactsError,
  readBoolean,
  readCents,
  readDate,
  readDateOrNull,
  readList,
  readObject,
  readOneOf,
} from './facts-reader.ts';
import { parseActivity } from './parse-activity.ts';

const FACTS = [
  'asOf',
  'certification',
  'fees',
  'activities',
  'attestations',
  'audits',
  'recertification',
] as const;
const OUTCOMES: readonly AuditOutcome[] = ['compliant', 'non-compliant'];
const ROUTES: readonly RecertificationRoute[] = ['ccp', 'exam'];

/**
 * The facts of one certification (contract.md, Facts). Nothing is guessed: every field must be there, no other may be.
 * @param path put before the path of what is wrong.
 * @throws FactsError naming the path of the first value that is wrong.
 */
export function parseFacts(json: unknown, path = '', cycleYears = PUBLISHED_CYCLE_YEARS): Facts {
  const fields = readObject(json, path, FACTS);
  const facts: Facts = {
    asOf: readDate(fields.asOf, at(path, 'asOf')),
    certification: parseCertification(fields.certification, at(path, 'certification')),
    fees: readList(fields.fees, at(path, 'fees'), parseFee),
    activities: readList(fields.activities, at(path, 'activities'), parseActivity),
    attestations: readList(fields.attestations, at(path, 'attestations'), parseAttestation),
    audits: readList(fields.audits, at(path, 'audits'), parseAudit),
    recertification: parseRecertification(fields.recertification, at(path, 'recertification')),
  };
  checkDates(facts, path, cycleYears);
  return facts;
}

/**
 * A file with the facts of one certification, or of several in a list.
 * @throws FactsError naming the path of the first value that is wrong; in a list it begins with the element's index.
 */
export function parseFactsFile(json: unknown, cycleYears = PUBLISHED_CYCLE_YEARS): Facts[] {
  if (!Array.isArray(json)) return [parseFacts(json, '', cycleYears)];
  return readList(json, '', (element, path) => parseFacts(element, path, cycleYears));
}

function parseCertification(json: unknown, path: string): CertificationFact {
  const fields = readObject(json, path, ['code', 'certifiedOn', 'recertifiedOn']);
  return {
    code: readOneOf(fields.code, at(path, 'code'), CERTIFICATION_CODES),
    certifiedOn: readDate(fields.certifiedOn, at(path, 'certifiedOn')),
    recertifiedOn: readDateOrNull(fields.recertifiedOn, at(path, 'recertifiedOn')),
  };
}

function parseFee(json: unknown, path: string): FeeFact {
  const fields = readObject(json, path, ['yearStart', 'amountCents', 'paidCents', 'waived']);
  return {
    yearStart: readDate(fields.yearStart, at(path, 'yearStart')),
    amountCents: readCents(fields.amountCents, at(path, 'amountCents')),
    paidCents: readCents(fields.paidCents, at(path, 'paidCents')),
    waived: readBoolean(fields.waived, at(path, 'waived')),
  };
}

function parseAttestation(json: unknown, path: string): AttestationFact {
  const fields = readObject(json, path, ['cycleStart', 'attestedOn']);
  return {
    cycleStart: readDate(fields.cycleStart, at(path, 'cycleStart')),
    attestedOn: readDate(fields.attestedOn, at(path, 'attestedOn')),
  };
}

function parseAudit(json: unknown, path: string): AuditFact {
  const fields = readObject(json, path, ['cycleStart', 'selectedOn', 'closedOn', 'outcome']);
  const outcome = fields.outcome === null ? null : readOneOf(fields.outcome, at(path, 'outcome'), OUTCOMES);
  const closedOn = readDateOrNull(fields.closedOn, at(path, 'closedOn'));
  const selectedOn = readDate(fields.selectedOn, at(path, 'selectedOn'));
  if (outcome === null && closedOn !== null) {
    throw new FactsError(at(path, 'outcome'), 'is null although the audit has been closed');
  }
  if (outcome !== null && closedOn === null) {
    throw new FactsError(at(path, 'closedOn'), 'is null although the audit has an outcome');
  }
  if (closedOn !== null && closedOn < selectedOn) {
    throw new FactsError(at(path, 'closedOn'), `${closedOn} is before selectedOn ${selectedOn}`);
  }
  return { cycleStart: readDate(fields.cycleStart, at(path, 'cycleStart')), selectedOn, closedOn, outcome };
}

function parseRecertification(json: unknown, path: string): RecertificationFact | null {
  if (json === null) return null;
  const fields = readObject(json, path, ['route', 'receivedOn']);
  return {
    route: readOneOf(fields.route, at(path, 'route'), ROUTES),
    receivedOn: readDate(fields.receivedOn, at(path, 'receivedOn')),
  };
}
