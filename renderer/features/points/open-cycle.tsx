import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Skeleton } from '../../components/notices.tsx';
import { CertificationPoints } from './certification-points.tsx';
import './points.css';

interface OpenCycleProps {
  readonly memberNo: string;
  /** null: of every certification of the member. */
  readonly code: CertificationCode | null;
}

/** A member's open cycle drawn with its activities: what counts, what is outstanding, how many days are left. */
export function OpenCycle({ memberNo, code }: OpenCycleProps) {
  const points = useAsk('points.ofMember', { memberNo }, { keepPrevious: true });
  if (points.data === undefined) return points.error === null ? <Skeleton height="96px" /> : null;
  const { certifications, activities, asOf } = points.data;
  return certifications
    .filter((one) => code === null || one.code === code)
    .map((certification) => (
      <CertificationPoints
        key={certification.code}
        certification={certification}
        activities={activities}
        asOf={asOf}
      />
    ));
}
