import type { CertificationCycles, FactChange } from '../../../../shared/domain/cycles.ts';
import type { MemberPage } from '../../../../shared/domain/member-page.ts';
import { displayDate, isCalendarDate } from '../../../../shared/util/dates.ts';

/** A date that may be corrected, with what is on record. */
export interface Correctable {
  /** Stable: `certified-on`, `activity 41`, `attested 2022-05-01`, `payment 7`. */
  readonly id: string;
  readonly text: string;
  readonly kind: FactChange['kind'];
  readonly date: string;
  /** The last day of an employment; null where there is none. */
  readonly lastDay: string | null;
  readonly of: number | string;
}

/** Everything about a certification whose date may be corrected: its own dates, the member's activities, attested cycles, payments. */
export function correctables(
  page: MemberPage,
  { code, certifiedOn, recertifiedOn, cycles }: CertificationCycles,
): readonly Correctable[] {
  return [
    {
      id: 'certified-on',
      text: `${code} certified, ${displayDate(certifiedOn)}`,
      kind: 'certified-on',
      date: certifiedOn,
      lastDay: null,
      of: code,
    },
    ...(recertifiedOn === null
      ? []
      : [
          {
            id: 'recertified-on',
            text: `${code} recertified, ${displayDate(recertifiedOn)}`,
            kind: 'recertified-on',
            date: recertifiedOn,
            lastDay: null,
            of: code,
          } as const,
        ]),
    ...page.activities.map(
      ({ id, title, completedOn, employedFrom, employedTo }): Correctable => ({
        id: `activity ${id}`,
        text: `${title}, ${displayDate(completedOn ?? employedFrom ?? '')}`,
        kind: completedOn === null ? 'employed' : 'completed-on',
        date: completedOn ?? employedFrom ?? '',
        lastDay: completedOn === null ? (employedTo ?? '') : null,
        of: Number(id),
      }),
    ),
    ...cycles
      .filter(({ attested }) => attested)
      .map(
        ({ start, end }): Correctable => ({
          id: `attested ${start}`,
          text: `Attestation of the cycle ${displayDate(start)} – ${displayDate(end)}`,
          kind: 'attested',
          date: '',
          lastDay: null,
          of: start,
        }),
      ),
    ...page.payments
      .filter(({ reversal, code: paidFor }) => reversal === null && paidFor === code)
      .map(
        ({ payment, receivedOn }): Correctable => ({
          id: `payment ${payment}`,
          text: `Payment ${payment} received ${displayDate(receivedOn)}`,
          kind: 'payment-undone',
          date: receivedOn,
          lastDay: null,
          of: payment,
        }),
      ),
  ];
}

/** The change that a typed date comes to; null while it is no date, or as it is on record. */
export function changeOf(
  { kind, of, date, lastDay }: Correctable,
  code: CertificationCycles['code'],
  typed: { readonly date: string; readonly lastDay: string },
): FactChange | null {
  if (kind === 'payment-undone') return { kind, payment: Number(of) };
  if (!isCalendarDate(typed.date)) return null;
  const same = typed.date === date && (lastDay === null || typed.lastDay === lastDay);
  if (same) return null;
  switch (kind) {
    case 'certified-on':
    case 'recertified-on':
      return { kind, code, date: typed.date };
    case 'completed-on':
      return { kind, activity: Number(of), date: typed.date };
    case 'employed':
      return {
        kind,
        activity: Number(of),
        from: typed.date,
        to: isCalendarDate(typed.lastDay) ? typed.lastDay : null,
      };
    case 'attested':
      return { kind, code, cycleStart: String(of), date: typed.date };
    default:
      return null;
  }
}
