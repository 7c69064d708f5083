import { type FormEvent, useState } from 'react';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { ReversalChoices } from '../../../shared/domain/lapse.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { type DecisionDraft, DecisionFields } from '../../components/decision-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/field.tsx';
import { ErrorBanner, Skeleton } from '../../components/notices.tsx';
import { StandingPreview } from '../../components/standing-preview/standing-preview.tsx';
import {
  changeOf,
  choicesFor,
  LIKELY,
  type ReversalDraft,
  WRONG_WORDS,
  type Wrong,
} from './reversal-draft.ts';
import { WrongFields } from './wrong-fields.tsx';
import './lapse.css';

const FORM = 'reverse-form';

interface ReverseDialogProps {
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  readonly onClose: () => void;
  /** It was reversed: what, in one sentence. */
  readonly onSaved: (words: string) => void;
}

/** Reverses a lapse: what was wrong, the sentence, the reason and who allows it; what it would change is shown before it is saved. */
export function ReverseDialog({ memberNo, memberName, code, onClose, onSaved }: ReverseDialogProps) {
  const choices = useAsk('lapse.choices', { memberNo, code });
  return (
    <Dialog
      title={`Reverse the lapse: ${memberName}, ${code}`}
      size="large"
      onClose={onClose}
      footer={<Foot onClose={onClose} />}
    >
      {choices.error === null ? null : <ErrorBanner error={choices.error} />}
      {choices.data === undefined ? (
        <Skeleton height="200px" />
      ) : (
        <Form choices={choices.data} onClose={onClose} onSaved={onSaved} />
      )}
    </Dialog>
  );
}

function Foot({ onClose }: { readonly onClose: () => void }) {
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button type="submit" form={FORM} look="primary">
        Reverse the lapse
      </Button>
    </>
  );
}

interface FormProps extends Pick<ReverseDialogProps, 'onClose' | 'onSaved'> {
  readonly choices: ReversalChoices;
}

function Form({ choices, onClose, onSaved }: FormProps) {
  const { memberNo, code, lapse } = choices;
  const may = choicesFor(choices);
  const first = may[0] ?? 'settled';
  const [draft, setDraft] = useState<ReversalDraft>({
    wrong: first,
    years: choices.years.map(({ yearStart }) => yearStart),
    date: '',
    lastDay: '',
    activity: null,
  });
  const [decision, setDecision] = useState<DecisionDraft>({
    citation: LIKELY[first][0] ?? '',
    reason: '',
    approvedBy: '',
  });
  const [tried, setTried] = useState(false);
  const reverse = useAct('lapse.reverse');
  const change = changeOf(draft, choices, code);
  const whole = draft.wrong === 'settled' || change !== null;
  const choose = (wrong: Wrong) => {
    setDraft({ ...draft, wrong, date: '', lastDay: '' });
    setDecision({ ...decision, citation: LIKELY[wrong][0] ?? decision.citation });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!whole || decision.reason.trim() === '' || reverse.isPending) return;
    reverse.mutate(
      {
        memberNo,
        code,
        changes: change === null ? [] : [change],
        citation: decision.citation,
        reason: decision.reason.trim(),
        approvedBy: decision.approvedBy === '' ? null : decision.approvedBy,
      },
      {
        onSuccess: ({ text }) => {
          onSaved(text);
          onClose();
        },
      },
    );
  };
  return (
    <form id={FORM} className="dialog__form" onSubmit={submit}>
      <p className="soft">
        {lapse === null
          ? 'By the facts of today it has not lapsed.'
          : `Lapsed since ${displayDate(lapse.since)}.`}{' '}
        Nothing is erased: what was wrong is corrected, and the rules decide anew.
      </p>
      {reverse.error === null ? null : <ErrorBanner error={reverse.error} />}
      <Select
        label="What was wrong"
        data-autofocus
        value={draft.wrong}
        options={may.map((wrong) => ({ value: wrong, text: WRONG_WORDS[wrong] }))}
        onChange={(event) => choose(may.find((wrong) => wrong === event.target.value) ?? first)}
      />
      <WrongFields draft={draft} choices={choices} missing={tried && !whole} onChange={setDraft} />
      {draft.wrong === 'settled' ? null : <StandingPreview memberNo={memberNo} change={change} />}
      <DecisionFields draft={decision} likely={LIKELY[draft.wrong]} tried={tried} onChange={setDecision} />
    </form>
  );
}
