import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { WayFound } from '../../../shared/domain/kept-eligibility.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorBanner, Skeleton } from '../../components/notices.tsx';
import { AnswersList, DocumentsAsked } from './way-parts.tsx';

interface WayToldProps {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly way: WayFound;
}

/** What the eligibility assistant found, before it is kept: the way, the answers and what is to be sent. */
export function WayTold({ memberNo, code, way }: WayToldProps) {
  const found = useAsk('eligibility.view', { code, memberNo, answers: way.answers });
  if (found.error !== null) return <ErrorBanner error={found.error} />;
  if (found.data === undefined) return <Skeleton height="120px" />;
  const { routes, answered } = found.data;
  const one = routes.find(({ route }) => route.id === way.route);
  if (one === undefined) return null;
  const { route } = one;
  return (
    <section className="way-told" aria-label="From the eligibility assistant">
      <h3>From the eligibility assistant: {route.title}</h3>
      <AnswersList
        answered={answered.map(({ question, text, known }) => ({ ask: question.ask, text, known }))}
      />
      <DocumentsAsked documents={route.documents} />
    </section>
  );
}
