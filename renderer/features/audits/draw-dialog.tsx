import { type FormEvent, useEffect, useState } from 'react';
import type { AuditForecast } from '../../../shared/domain/audit-draw.ts';
import { chanceToCatch, sizeOfRate, sizeToCatch } from '../../../shared/domain/audit-sample.ts';
import { useJob } from '../../api/use-job.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Working } from '../../components/working.tsx';
import { leftOutWords } from './audit-words.ts';
import { counted } from './counted.ts';

interface DrawDialogProps {
  readonly thisYear: number;
  readonly onClose: () => void;
}

const FORM = 'draw-form';
const YEARS = 5;

/** First who can be drawn, then how many, then the draw itself. */
export function DrawDialog({ thisYear, onClose }: DrawDialogProps) {
  const [year, setYear] = useState(thisYear);
  const forecast = useJob('audits.forecast');
  const draw = useJob('audits.make');
  const { start, reset } = forecast;
  useEffect(() => {
    void start({ year });
  }, [start, year]);
  const made = draw.result;
  useEffect(() => {
    if (made === null) return;
    onClose();
    navigate(`/audits/draws/${made.campaign}/${made.draw}`);
  }, [made, onClose]);
  const close = () => {
    if (forecast.running) forecast.cancel();
    else reset();
    onClose();
  };
  const found = forecast.result?.year === year ? forecast.result : null;
  const can = found !== null && found.population > 0;
  return (
    <Dialog
      title="Draw an audit"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          {can ? (
            <Button type="submit" form={FORM} look="primary" busy={draw.running}>
              Draw
            </Button>
          ) : null}
        </>
      }
    >
      <div className="audits__form">
        <Select
          label="Audit of"
          data-autofocus
          value={String(year)}
          options={Array.from({ length: YEARS }, (_, back) => ({
            value: String(thisYear - back),
            text: `${thisYear - back}, from those who moved on in ${thisYear - back - 1}`,
          }))}
          onChange={(event) => setYear(Number(event.target.value))}
        />
        {forecast.error === null ? null : <ErrorBanner error={forecast.error} />}
        {draw.error === null ? null : <ErrorBanner error={draw.error} />}
        {forecast.running ? (
          <Working
            title="Finding who can be drawn"
            job={forecast.job}
            onCancel={close}
            note="Nobody is drawn until you say so."
          />
        ) : null}
        {found === null ? null : can ? (
          <DrawForm
            key={found.year}
            forecast={found}
            onDraw={(order) => {
              if (!draw.running) void draw.start({ year, ...order });
            }}
          />
        ) : (
          <p>
            Nobody who moved to a new cycle in {year - 1} can be drawn. {leftOutWords(found.excluded)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface DrawFormProps {
  readonly forecast: AuditForecast;
  readonly onDraw: (order: {
    readonly rate: number | null;
    readonly size: number | null;
    readonly seed: string | null;
    readonly reason: string | null;
  }) => void;
}

function DrawForm({ forecast, onDraw }: DrawFormProps) {
  const { population } = forecast;
  const usual = sizeOfRate(population, forecast.rate);
  const [sizeText, setSizeText] = useState(String(usual));
  const [seed, setSeed] = useState('');
  const [reason, setReason] = useState('');
  const [badText, setBadText] = useState('5');
  const [tried, setTried] = useState(false);
  const typed = /^\d{1,6}$/.test(sizeText.trim()) ? Number(sizeText) : 0;
  const size = typed >= 1 && typed <= population ? typed : null;
  const again = forecast.earlier > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (size === null || (again && reason.trim() === '')) return;
    onDraw({
      rate: size === usual ? forecast.rate : null,
      size: size === usual ? null : size,
      seed: seed.trim() === '' ? null : seed.trim(),
      reason: again ? reason.trim() : null,
    });
  };
  return (
    <form id={FORM} className="audits__form" onSubmit={submit}>
      <p>
        <strong className="figures">{counted(population, 'certification')}</strong> can be drawn.{' '}
        <span className="soft">{leftOutWords(forecast.excluded)}</span>
      </p>
      <div className="audits__pair">
        <TextField
          label="How many to draw"
          className="figures"
          inputMode="numeric"
          autoComplete="off"
          value={sizeText}
          hint={`${+(forecast.rate * 100).toFixed(2)}\u00a0% is ${usual}${forecast.rateConfirmed ? '' : ' (the rate is not confirmed yet)'}`}
          error={tried && size === null ? `Type a number from 1 to ${population}.` : undefined}
          onChange={(event) => setSizeText(event.target.value)}
        />
        <TextField
          label="Seed"
          autoComplete="off"
          value={seed}
          hint="Empty: made up at random and recorded"
          onChange={(event) => setSeed(event.target.value)}
        />
      </div>
      {again ? (
        <TextField
          label="Why it is drawn again"
          autoComplete="off"
          value={reason}
          hint="The draw before stays on record beside this one."
          error={tried && reason.trim() === '' ? 'Write why the year is drawn again.' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      <SampleHelp population={population} size={size} badText={badText} onBad={setBadText} />
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        Draw
      </button>
    </form>
  );
}

interface SampleHelpProps {
  readonly population: number;
  readonly size: number | null;
  readonly badText: string;
  readonly onBad: (text: string) => void;
}

/** What a draw of this size would catch. */
function SampleHelp({ population, size, badText, onBad }: SampleHelpProps) {
  const share = Number(badText);
  const sound = badText.trim() !== '' && share > 0 && share <= 100;
  const bad = Math.max(1, Math.round((population * share) / 100));
  return (
    <div className="audits__help">
      <TextField
        label="If this many in 100 would fail"
        className="figures"
        inputMode="decimal"
        autoComplete="off"
        value={badText}
        onChange={(event) => onBad(event.target.value)}
      />
      <p className="soft" aria-live="polite">
        {!sound || size === null
          ? 'Type a share to see the chance that the draw catches a failure.'
          : `A draw of ${size} catches at least one with a chance of ${percent(chanceToCatch(population, bad, size))}; for 95\u00a0% it takes ${sizeToCatch(population, bad, 0.95).toLocaleString('en-US')}.`}
      </p>
    </div>
  );
}

function percent(chance: number): string {
  if (chance > 0.999 && chance < 1) return 'over 99.9\u00a0%';
  return `${(chance * 100).toFixed(1)}\u00a0%`;
}
