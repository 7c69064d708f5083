import { ACTIVITY_CATEGORIES, ACTIVITY_SOURCES } from './codes.ts';
import type { ActivityFact, ActivityFinding } from './facts.ts';
import {
  at,
  FactsError,
  readBoolean,
  readDate,
  readDateOrNull,
  readObject,
  readOneOf,
  readPoints,
  readText,
} from './facts-reader.ts';

const FINDINGS: readonly ActivityFinding[] = ['accepted', 'rejected'];
const COMMON = ['id', 'category', 'points', 'criteria', 'source', 'finding'] as const;
const COMPLETED = [...COMMON, 'completedOn'] as const;
const EMPLOYED = [...COMMON, 'employedFrom', 'employedTo'] as const;

/** @throws FactsError naming the path of what is wrong. */
export function parseActivity(json: unknown, path: string): ActivityFact {
  const category = readOneOf(categoryIn(json, path), at(path, 'category'), ACTIVITY_CATEGORIES);
  if (category !== 'employment-verification') {
    const fields = readObject(json, path, COMPLETED);
    const completedOn = readDate(fields.completedOn, at(path, 'completedOn'));
    return { ...readCommon(fields, path), category, completedOn };
  }
  const fields = readObject(json, path, EMPLOYED);
  const employedFrom = readDate(fields.employedFrom, at(path, 'employedFrom'));
  const employedTo = readDateOrNull(fields.employedTo, at(path, 'employedTo'));
  if (employedTo !== null && employedTo < employedFrom) {
    throw new FactsError(at(path, 'employedTo'), `${employedTo} is before employedFrom ${employedFrom}`);
  }
  return { ...readCommon(fields, path), category, employedFrom, employedTo };
}

/** The category decides which other fields there must be, so it is looked at before them. */
function categoryIn(json: unknown, path: string): unknown {
  if (typeof json !== 'object' || json === null || !('category' in json)) {
    return readObject(json, path, ['category']).category;
  }
  return json.category;
}

function readCommon(fields: Readonly<Record<(typeof COMMON)[number], unknown>>, path: string) {
  const criteria = readObject(fields.criteria, at(path, 'criteria'), ['job', 'knowledge', 'degree']);
  const inCriteria = at(path, 'criteria');
  return {
    id: readText(fields.id, at(path, 'id')),
    points: readPoints(fields.points, at(path, 'points')),
    criteria: {
      job: readBoolean(criteria.job, at(inCriteria, 'job')),
      knowledge: readBoolean(criteria.knowledge, at(inCriteria, 'knowledge')),
      degree: readBoolean(criteria.degree, at(inCriteria, 'degree')),
    },
    source: readOneOf(fields.source, at(path, 'source'), ACTIVITY_SOURCES),
    finding: fields.finding === null ? null : readOneOf(fields.finding, at(path, 'finding'), FINDINGS),
  };
}
