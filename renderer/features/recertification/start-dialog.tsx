import { type FormEvent, useState } from 'react';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { RecertificationRoute } from '../../../shared/domain/facts.ts';
import type { WayFound } from '../../../shared/domain/kept-eligibility.ts';
import type { PayingMember } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate, isCalendarDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { WayTold } from './way-told.tsx';
import { CAUSE_WORDS, ROUTE_WORDS } from './words.ts';

interface StartDialogProps {
  /** `700412:RMA` where it is known already; else empty. */
  readonly asked: string;
  /** A way to the exam that the eligibility assistant found for it; null where it comes without. */
  readonly way: WayFound | null;
  readonly today: string;
  readonly onClose: () => void;
  /** Says that it was entered, where the application is not gone on with at once. */
  readonly onStarted?: (words: string) => void;
}

const FORM = 'start-form';

/** An application is entered: who, for which certification, when it came, and by which way; a way that is closed says why. */
export function StartDialog({ asked, way, today, onClose, onStarted }: StartDialogProps) {
  const unchosen: RecertificationRoute | null = way === null ? null : 'exam';
  const [memberNo, setMemberNo] = useState(asked.split(':')[0] ?? '');
  const [known, setKnown] = useState(asked.split(':')[0] ?? '');
  const [code, setCode] = useState(asked.split(':')[1] ?? '');
  const [receivedOn, setReceivedOn] = useState(today);
  const [chosen, setChosen] = useState<RecertificationRoute | null>(unchosen);
  const found = useAsk('payments.recognise', { text: known });
  const member = found.data?.candidates.length === 1 ? found.data.candidates[0] : undefined;
  const held = member?.certifications ?? [];
  const picked =
    held.find((one) => one.code === code) ?? held.find(({ mustRecertify }) => mustRecertify) ?? held[0];
  // What was found for one certification says nothing of another.
  const kept = way !== null && chosen === 'exam' && picked?.code === asked.split(':')[1] ? way : null;
  const start = useAct('recertification.start');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (member === undefined) return setKnown(memberNo.trim());
    if (picked === undefined || chosen === null || !isCalendarDate(receivedOn) || start.isPending) return;
    start.mutate(
      { memberNo: member.memberNo, code: picked.code, receivedOn, route: chosen, way: kept },
      {
        onSuccess: ({ application, memberName }) => {
          const words = `Application ${application} of ${memberName} entered.`;
          onClose();
          if (onStarted !== undefined) return onStarted(words);
          sayDone(words);
          navigate(`/recertification/${application}`);
        },
      },
    );
  };
  return (
    <Dialog
      title="Start an application"
      size={way === null ? 'medium' : 'large'}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={FORM}
            look="primary"
            busy={start.isPending}
            disabled={member !== undefined && chosen === null}
          >
            {member === undefined ? 'Find the member' : 'Enter the application'}
          </Button>
        </>
      }
    >
      <form id={FORM} className="recert-form" onSubmit={submit}>
        {start.error === null ? null : <ErrorBanner error={toErrorShape(start.error)} />}
        <TextField
          label="Member number or name"
          {...(asked.split(':')[0] === '' ? { 'data-autofocus': true } : {})}
          value={memberNo}
          error={problemOf(found.data?.message, found.data?.candidates.length, known, found.isFetching)}
          onChange={(event) => {
            setMemberNo(event.target.value);
            setKnown('');
            setChosen(unchosen);
          }}
          onBlur={() => setKnown(memberNo.trim())}
        />
        {member === undefined ? (
          <Candidates
            members={found.data?.candidates ?? []}
            onChoose={(number) => {
              setMemberNo(number);
              setKnown(number);
            }}
          />
        ) : (
          <>
            <p className="soft">
              {member.name}, {member.memberNo}
            </p>
            <div className="recert-form__pair">
              <Select
                label="Certification sought"
                value={picked?.code ?? ''}
                options={held.map((one) => ({
                  value: one.code,
                  text: `${one.code}, ${one.mustRecertify ? 'lapsed' : 'not lapsed'}`,
                }))}
                onChange={(event) => {
                  setCode(event.target.value);
                  setChosen(unchosen);
                }}
              />
              <TextField
                label="Received"
                type="date"
                max={today}
                value={receivedOn}
                onChange={(event) => {
                  setReceivedOn(event.target.value);
                  setChosen(unchosen);
                }}
              />
            </div>
            {picked === undefined || !isCalendarDate(receivedOn) ? null : (
              <Routes
                memberNo={member.memberNo}
                code={picked.code}
                receivedOn={receivedOn}
                chosen={chosen}
                onChoose={setChosen}
              />
            )}
            {kept === null || picked === undefined ? null : (
              <WayTold memberNo={member.memberNo} code={picked.code} way={kept} />
            )}
          </>
        )}
      </form>
    </Dialog>
  );
}

function problemOf(
  message: string | null | undefined,
  candidates: number | undefined,
  known: string,
  asking: boolean,
): string | undefined {
  if (known === '' || asking || candidates === 1) return undefined;
  if (message !== null && message !== undefined) return message;
  return candidates === 0 ? 'No member is meant by this.' : 'Several members are meant: choose one.';
}

interface CandidatesProps {
  readonly members: readonly PayingMember[];
  readonly onChoose: (memberNo: string) => void;
}

function Candidates({ members, onChoose }: CandidatesProps) {
  if (members.length < 2) return null;
  return (
    <ul className="moves" aria-label="Members found">
      {members.map(({ memberNo, name, city }) => (
        <li key={memberNo}>
          <Button onClick={() => onChoose(memberNo)}>{name}</Button>
          <span className="soft">
            {memberNo} {city}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface RoutesProps {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly receivedOn: string;
  readonly chosen: RecertificationRoute | null;
  readonly onChoose: (route: RecertificationRoute) => void;
}

function Routes({ memberNo, code, receivedOn, chosen, onChoose }: RoutesProps) {
  const check = useAsk('recertification.check', { memberNo, code, receivedOn });
  if (check.error !== null) return <ErrorBanner error={toErrorShape(check.error)} />;
  if (check.data === undefined) return null;
  const { lapse, ccpUntil, required, routes, open } = check.data;
  return (
    <>
      {open === null ? null : (
        <Banner
          kind="warning"
          action={
            <Button onClick={() => navigate(`/recertification/${open}`)}>{`Open application ${open}`}</Button>
          }
        >
          There is an open application already.
        </Banner>
      )}
      <p>
        {lapse === null
          ? `${code} has not lapsed.`
          : `${code} lapsed on ${displayDate(lapse.since)}: ${CAUSE_WORDS[lapse.cause]}.`}{' '}
        {ccpUntil !== null && routes.some(({ route, closed }) => route === 'ccp' && closed === null)
          ? `By CCP until ${displayDate(ccpUntil)}.`
          : ''}
      </p>
      <fieldset className="routes">
        <legend className="field__label">By which way</legend>
        {routes.map(({ route, closed, feeCents, feeConfirmed }) => (
          <div key={route} className="route">
            <label className="checkbox">
              <input
                type="radio"
                name="route"
                disabled={closed !== null}
                checked={chosen === route}
                onChange={() => onChoose(route)}
              />
              <span>
                <strong>{ROUTE_WORDS[route]}</strong>
                {closed === null
                  ? ` · fee ${displayCents(feeCents)}${route === 'ccp' ? ` · ${required.points} points` : ''}`
                  : ''}
              </span>
            </label>
            {closed === null ? (
              feeConfirmed ? null : (
                <p className="route__why soft">The fee is an office default that nobody has confirmed yet.</p>
              )
            ) : (
              <p className="route__why route__why--closed">
                Not open: {closed.why} ({closed.citation}).
              </p>
            )}
          </div>
        ))}
      </fieldset>
      {routes.every(({ closed }) => closed !== null) ? (
        <Banner kind="info">Neither way is open to this certification.</Banner>
      ) : null}
    </>
  );
}
