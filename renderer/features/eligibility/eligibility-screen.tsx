import { useState } from 'react';
import {
  CERTIFICATION_CODES,
  CERTIFICATION_NAMES,
  type CertificationCode,
} from '../../../shared/domain/codes.ts';
import type {
  EligibilityAnswer,
  EligibilityAnswers,
  EligibilityView,
} from '../../../shared/domain/eligibility.ts';
import { useAsk } from '../../api/use-ask.ts';
import { MemberField } from '../../app/lookup/member-field.tsx';
import { navigate, useQueryText } from '../../app/navigation.tsx';
import { readAnswers } from '../../app/way-place.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { Banner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { Answered } from './answered.tsx';
import { PrintButton } from './print-button.tsx';
import { QuestionCard } from './question-card.tsx';
import { RouteList } from './route-list.tsx';
import { UseWay } from './use-way.tsx';
import './eligibility.css';

/**
 * The eligibility assistant: questions one at a time, each answer narrowing the ways. `?code=RMA&member=700412` begins with what is known
 * of a member.
 */
export function EligibilityScreen() {
  const [text, setText] = useQueryText();
  const code = CERTIFICATION_CODES.find((one) => one === text.get('code')) ?? 'RMA';
  const memberNo = text.get('member') ?? '';
  const application = /^\d{1,9}$/.test(text.get('application') ?? '')
    ? Number(text.get('application'))
    : null;
  return (
    <Screen title="Eligibility" about="Which ways to a certification fit, and what each still needs.">
      <div className="eligibility__whom">
        <Select
          label="Certification"
          value={code}
          options={CERTIFICATION_CODES.map((one) => ({
            value: one,
            text: `${one}, ${CERTIFICATION_NAMES[one]}`,
          }))}
          onChange={(event) => setText({ code: event.target.value, ...NOT_FOR_IT })}
        />
        <MemberField
          label="Member, if it is one of ours"
          shown={memberNo}
          onChoose={(chosen) => setText({ member: chosen, ...NOT_FOR_IT })}
        />
        {memberNo === '' ? null : (
          <Button onClick={() => setText({ member: '', ...NOT_FOR_IT })}>Without a member</Button>
        )}
      </div>
      {application === null ? null : (
        <Banner
          kind="info"
          action={
            <Button onClick={() => navigate(`/recertification/${application}`)}>
              Back to the application
            </Button>
          }
        >
          For application {application}: take a way that fits, and it is kept with the application.
        </Banner>
      )}
      <Assistant
        key={`${code} ${memberNo}`}
        code={code}
        memberNo={memberNo === '' ? null : memberNo}
        application={application}
        answered={readAnswers(text)}
      />
    </Screen>
  );
}

/** Another certification or another member is not the application's, and its answers are not theirs. */
const NOT_FOR_IT = { application: '', answers: '' };

interface AssistantProps {
  readonly code: CertificationCode;
  readonly memberNo: string | null;
  /** The application from which it was opened; null where it was none. */
  readonly application: number | null;
  /** What was answered before. */
  readonly answered: EligibilityAnswers;
}

/** An answer given, in the order of giving. */
type Given = readonly (readonly [question: string, answer: EligibilityAnswer])[];

function Assistant({ code, memberNo, application, answered }: AssistantProps) {
  const [given, setGiven] = useState<Given>(() => Object.entries(answered));
  const answers = Object.fromEntries(given);
  const view = useAsk('eligibility.view', { code, memberNo, answers }, { keepPrevious: true });
  if (view.error !== null) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  if (view.data === undefined) return <Skeleton height="280px" />;
  const back = () => setGiven(given.slice(0, -1));
  return (
    <div className="eligibility">
      <div className="eligibility__ask">
        <Standing view={view.data} />
        <QuestionCard
          view={view.data}
          moved={given.length > 0}
          onAnswer={(question, answer) => setGiven([...given, [question, answer]])}
          onBack={given.length === 0 ? null : back}
          onAgain={() => setGiven([])}
          print={<PrintButton code={code} memberNo={memberNo} answers={answers} />}
        />
        <Answered view={view.data} />
      </div>
      <RouteList
        view={view.data}
        use={(route) => <UseWay view={view.data} answers={answers} route={route} application={application} />}
      />
    </div>
  );
}

function Standing({ view: { member, sentences, code } }: { readonly view: EligibilityView }) {
  return (
    <>
      {member === null || member.standing === '' ? null : (
        <p className="eligibility__standing">
          {member.name}: {member.standing}
        </p>
      )}
      <Banner kind="info">
        <p>“{sentences['SC-LAPSE-0']}” (SC-LAPSE-0)</p>
        {code === 'RMA' ? <p>“{sentences['SC-RECERT-4']}” (SC-RECERT-4)</p> : null}
      </Banner>
    </>
  );
}
