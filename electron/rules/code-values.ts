import { CERTIFICATION_CODES, type CertificationCode } from '../../shared/domain/codes.ts';

type NameOf = Readonly<Record<CertificationCode, string>>;

/** Names of the policy values that each certification has of its own, made once. */
export const ANNUAL_FEE: NameOf = namesOf('annual-fee');
export const POINTS_REQUIRED: NameOf = namesOf('points-required');

function namesOf(value: string): NameOf {
  const names = CERTIFICATION_CODES.map((code) => [code, `${value}.${code}`]);
  // Object.fromEntries forgets the keys' type; they are exactly the codes.
  return Object.fromEntries(names) as NameOf;
}
