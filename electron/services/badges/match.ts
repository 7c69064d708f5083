import { CERTIFICATION_CODES, type CertificationCode } from '../../../shared/domain/codes.ts';
import type { BadgeHolder } from '../../repositories/credly.ts';

/** Whose certification a badge is, by its template and its earner; null where that cannot be told for sure. */
export type FindHolder = (badge: {
  readonly template: string;
  readonly earnerId: string;
  readonly email: string;
}) => number | null;

/** The certification of each of Credly's templates. */
export function codeOfTemplate(
  templates: Readonly<Partial<Record<CertificationCode, string>>>,
): ReadonlyMap<string, CertificationCode> {
  return new Map(
    CERTIFICATION_CODES.flatMap((code) => {
      const template = templates[code];
      return template === undefined ? [] : [[template.toLowerCase(), code] as const];
    }),
  );
}

/**
 * Recognises a badge by the member number that our files give along, else by the e-mail address, when one member alone has it for that
 * certification.
 */
export function holderFinder(
  codes: ReadonlyMap<string, CertificationCode>,
  holders: readonly BadgeHolder[],
): FindHolder {
  const byNumber = new Map(holders.map((one) => [`${one.code} ${one.memberNo}`, one.certificationId]));
  const byEmail = new Map<string, number | null>();
  for (const { code, email, certificationId } of holders) {
    if (email === '') continue;
    const key = `${code} ${email.toLowerCase()}`;
    byEmail.set(key, byEmail.has(key) ? null : certificationId);
  }
  return ({ template, earnerId, email }) => {
    const code = codes.get(template.toLowerCase());
    if (code === undefined) return null;
    return byNumber.get(`${code} ${earnerId}`) ?? byEmail.get(`${code} ${email.toLowerCase()}`) ?? null;
  };
}
