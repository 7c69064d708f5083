import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { CountChip } from '../../components/count-chip.tsx';
import { EMAIL_ADVICE, HELD_ADVICE, type PieceFilter, sentenceCase } from './piece-filter.ts';

interface PieceChipsProps {
  readonly run: RunSummary;
  readonly filter: PieceFilter;
  readonly onChange: (filter: PieceFilter) => void;
}

/** What of a run is listed: everything, what goes by mail or e-mail, what is held, or one reason alone; each with its count. */
export function PieceChips({ run, filter, onChange }: PieceChipsProps) {
  const chip = (text: string, count: number, to: PieceFilter) => (
    <CountChip
      key={text}
      text={text}
      count={count}
      on={filter.channel === to.channel && filter.reason === to.reason}
      onPress={() => onChange(to)}
    />
  );
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">Pieces listed</legend>
      {chip('All', run.selected, { channel: null, reason: null })}
      {chip('Mail', run.toPrint, { channel: 'print', reason: null })}
      {run.toEmail > 0 ? chip('E-mail', run.toEmail, { channel: 'email', reason: null }) : null}
      {run.held > 0 ? chip('Held', run.held, { channel: 'held', reason: null }) : null}
      {run.heldBy.length > 0 ? <span className="chips__line" aria-hidden="true" /> : null}
      {run.heldBy.map(({ reason, count }) => chip(sentenceCase(reason), count, { channel: 'held', reason }))}
      {advice(filter) === null ? null : <p className="chips__advice">{advice(filter)}</p>}
    </fieldset>
  );
}

function advice({ channel, reason }: PieceFilter): string | null {
  if (reason !== null) return HELD_ADVICE[reason];
  return channel === 'email' ? EMAIL_ADVICE : null;
}
