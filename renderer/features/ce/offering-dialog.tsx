import { type FormEvent, useState } from 'react';
import {
  CE_CATEGORIES,
  type CeCategory,
  type CeOffering,
  type CeOfferingToEnter,
} from '../../../shared/domain/ce.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate, isCalendarDate } from '../../../shared/util/dates.ts';
import { csvCents, displayCents, parseCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { CATEGORY_WORDS } from './category-words.ts';

interface OfferingDialogProps {
  /** null = a new one. */
  readonly offering: CeOffering | null;
  readonly today: string;
  readonly onClose: () => void;
}

const FORM = 'offering-form';

interface Draft {
  readonly title: string;
  readonly provider: string;
  readonly externalId: string;
  readonly category: CeCategory;
  readonly points: string;
  readonly list: string;
  readonly member: string;
  readonly from: string;
  readonly to: string;
  readonly priceFrom: string;
}

/** Enters an offering, or changes it; another price holds from a date on and the earlier one stays. */
export function OfferingDialog({ offering, today, onClose }: OfferingDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(offering, today));
  const [tried, setTried] = useState(false);
  const enter = useAct('ce.enter');
  const update = useAct('ce.update');
  const { entered, wrong } = read(draft);
  const error = enter.error ?? update.error;
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const saved = (title: string) => {
    sayDone(`“${title}” is ${offering === null ? 'in the catalogue' : 'changed'}.`);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (entered === null || enter.isPending || update.isPending) return;
    if (offering === null) enter.mutate(entered, { onSuccess: ({ title }) => saved(title) });
    else if (isCalendarDate(draft.priceFrom))
      update.mutate(
        { offering: offering.offering, as: entered, priceFrom: draft.priceFrom },
        { onSuccess: ({ title }) => saved(title) },
      );
  };
  const field = (name: keyof Draft, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      label={label}
      {...more}
      value={draft[name]}
      error={tried ? wrong[name] : undefined}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <Dialog
      title={offering === null ? 'Add an offering' : `Change “${offering.title}”`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={enter.isPending || update.isPending}>
            {offering === null ? 'Add it to the catalogue' : 'Save the change'}
          </Button>
        </>
      }
    >
      <form id={FORM} className="ce-form" onSubmit={submit}>
        {error === null ? null : <ErrorBanner error={toErrorShape(error)} />}
        {field('title', 'Title', { 'data-autofocus': true } as object)}
        <div className="ce-form__pair">
          {field('provider', 'Provider')}
          {field('externalId', 'The provider’s id', { hint: 'An import finds it by this.' })}
        </div>
        <div className="ce-form__pair">
          <Select
            label="Category"
            value={draft.category}
            options={CE_CATEGORIES.map((one) => ({ value: one, text: CATEGORY_WORDS[one] }))}
            onChange={(event) =>
              set({ category: CE_CATEGORIES.find((one) => one === event.target.value) ?? draft.category })
            }
          />
          {field('points', 'Points', { inputMode: 'decimal', className: 'figures' })}
        </div>
        <div className="ce-form__pair">
          {field('list', 'List price', { inputMode: 'decimal', className: 'figures' })}
          {field('member', 'Member price', { inputMode: 'decimal', className: 'figures' })}
        </div>
        <div className="ce-form__pair">
          {field('from', 'First day', { type: 'date' })}
          {field('to', 'Last day', { type: 'date', hint: 'Empty: until further notice.' })}
        </div>
        {offering === null ? null : (
          <>
            {field('priceFrom', 'A changed price holds from', { type: 'date' })}
            <ul className="ce-form__prices soft">
              {offering.prices.map((price) => (
                <li key={`${price.from} ${price.setOn} ${price.listCents} ${price.memberCents}`}>
                  From {displayDate(price.from)}: list {displayCents(price.listCents)}, member{' '}
                  {displayCents(price.memberCents)} ({price.setBy})
                </li>
              ))}
            </ul>
          </>
        )}
      </form>
    </Dialog>
  );
}

function draftOf(offering: CeOffering | null, today: string): Draft {
  return {
    title: offering?.title ?? '',
    provider: offering?.provider ?? '',
    externalId: offering?.externalId ?? '',
    category: offering?.category ?? 'professional-education',
    points: offering === null ? '' : String(offering.points),
    list: offering === null ? '' : csvCents(offering.listCents),
    member: offering === null ? '' : csvCents(offering.memberCents),
    from: offering?.from ?? today,
    to: offering?.to ?? '',
    priceFrom: today,
  };
}

/** What was typed as an offering, or what is wrong with it field by field. */
function read(draft: Draft): {
  readonly entered: CeOfferingToEnter | null;
  readonly wrong: Readonly<Partial<Record<keyof Draft, string>>>;
} {
  const points = /^\d+(\.\d+)?$/.test(draft.points.trim()) ? Number(draft.points) : 0;
  const listCents = parseCents(draft.list);
  const memberCents = parseCents(draft.member);
  const wrong: Partial<Record<keyof Draft, string>> = {};
  if (draft.title.trim() === '') wrong.title = 'Say what it is called.';
  if (points <= 0) wrong.points = 'Type the points, such as 2 or 1.5.';
  if (listCents === null) wrong.list = 'Type the price in dollars, such as 49.00.';
  if (memberCents === null) wrong.member = 'Type the price in dollars, such as 29.00.';
  else if (listCents !== null && memberCents > listCents) wrong.member = 'It is above the list price.';
  if (!isCalendarDate(draft.from)) wrong.from = 'Choose the first day.';
  if (draft.to !== '' && !(isCalendarDate(draft.to) && draft.to >= draft.from))
    wrong.to = 'It is not before the first day.';
  if (!isCalendarDate(draft.priceFrom)) wrong.priceFrom = 'Choose the day.';
  if (listCents === null || memberCents === null || Object.keys(wrong).length > 0)
    return { entered: null, wrong };
  const { title, provider, externalId, category, from } = draft;
  const to = draft.to === '' ? null : draft.to;
  return {
    entered: { title, provider, externalId, category, from, to, points, listCents, memberCents },
    wrong,
  };
}
