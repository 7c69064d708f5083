import { FileInput } from 'lucide-react';
import type { EligibilityAnswers, EligibilityView } from '../../../shared/domain/eligibility.ts';
import { isUndecided } from '../../../shared/domain/recertification-steps.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { formatPlace } from '../../app/place.ts';
import { placeOfWay } from '../../app/way-place.ts';
import { Button } from '../../components/button.tsx';

/** A certification has few applications that are open at once. */
const OPEN_APPLICATIONS = 50;

interface UseWayProps {
  readonly view: EligibilityView;
  readonly answers: EligibilityAnswers;
  /** The way that fits. */
  readonly route: EligibilityView['routes'][number]['route'];
  /** The application from which the assistant was opened; null where it was none. */
  readonly application: number | null;
}

/**
 * Carries a way to the exam into the application: the one from which the assistant was opened, the one by exam that is open, or a new one.
 * Only for whoever held the certification: a first certification is no recertification.
 */
export function UseWay({ view, answers, route, application }: UseWayProps) {
  const { code, member, answered } = view;
  const memberNo = member?.memberNo ?? null;
  const open = useAsk(
    'recertification.list',
    { state: 'open', memberNo, offset: 0, limit: OPEN_APPLICATIONS },
    { enabled: memberNo !== null },
  );
  const held = answered.some(({ question, answer }) => question.known === 'held' && answer === 'lapsed');
  if (route.by !== 'exam' || !held) return null;
  const found =
    memberNo === null
      ? undefined
      : open.data?.rows.find((one) => one.code === code && one.route === 'exam' && isUndecided(one.status));
  const into = application ?? found?.application ?? null;
  const way = placeOfWay({ route: route.id, answers });
  const to =
    into === null
      ? formatPlace('/recertification', { start: `${memberNo ?? ''}:${code}`, ...way })
      : formatPlace(`/recertification/${into}`, way);
  return (
    <Button icon={FileInput} onClick={() => navigate(to)}>
      {into === null ? 'Use in an application by exam…' : `Use in application ${into}…`}
      <span className="visually-hidden"> {route.title}</span>
    </Button>
  );
}
