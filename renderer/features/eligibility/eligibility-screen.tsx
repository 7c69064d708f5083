import { useState } from 'react';
import {
  CERTIFICATION_CODES,
  CERTIFICATION_NAMES,
  type CertificationCode,
} from '../../../shared/domain/codes.ts';
import type { EligibilityAnswer, EligibilityView } from '../../../shared/domain/eligibility.ts';
import { useAsk } from '../../api/use-ask.ts';
import { MemberField } from '../../app/lookup/member-field.tsx';
import { useQueryText } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { Banner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { Answered } from './answered.tsx';
import { PrintButton } from './print-button.tsx';
import { QuestionCard } from './question-card.tsx';
import { RouteList } from './route-list.tsx';
import './eligibility.css';

/**
 * The eligibility assistant: questions one at a time, each answer narrowing the ways. `?code=RMA&member=700412` begins with what is known
 * of a member.
 */
export function EligibilityScreen() {
  const [text, setText] = useQueryText();
  const code = CERTIFICATION_CODES.find((one) => one === text.get('code')) ?? 'RMA';
  const memberNo = text.get('member') ?? '';
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
          onChange={(event) => setText({ code: event.target.value })}
        />
        <MemberField
          label="Member, if it is one of ours"
          shown={memberNo}
          onChoose={(chosen) => setText({ member: chosen })}
        />
        {memberNo === '' ? null : <Button onClick={() => setText({ member: '' })}>Without a member</Button>}
      </div>
      <Assistant key={`${code} ${memberNo}`} code={code} memberNo={memberNo === '' ? null : memberNo} />
    </Screen>
  );
}

interface AssistantProps {
  readonly code: CertificationCode;
  readonly memberNo: string | null;
}

/** An answer given, in the order of giving. */
type Given = readonly (readonly [question: string, answer: EligibilityAnswer])[];

function Assistant({ code, memberNo }: AssistantProps) {
  const [given, setGiven] = useState<Given>([]);
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
      <RouteList view={view.data} />
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
