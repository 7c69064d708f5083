import type { ActivityCategory, CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';

/** A cheque or card payment that reaches the office. */
export interface PaymentEvent {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly cents: number;
}

/** An activity as its CSV row has it, recorded on the Monday after. */
export interface ActivityEvent {
  readonly memberNo: string;
  readonly externalId: string;
  readonly category: ActivityCategory;
  readonly points: number;
  readonly criteria: string;
  readonly completedOn: CalendarDate | '';
  readonly employedFrom: CalendarDate | '';
  readonly employedTo: CalendarDate | '';
}

export interface AttestationEvent {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
  readonly attestedOn: CalendarDate;
}

/** What reaches the office on one day. */
export interface DayEvents {
  readonly payments: readonly PaymentEvent[];
  readonly activities: readonly ActivityEvent[];
  readonly attestations: readonly AttestationEvent[];
}

/** What is going to happen, by day. */
export class Agenda {
  readonly #payments = new Map<CalendarDate, PaymentEvent[]>();
  readonly #activities = new Map<CalendarDate, ActivityEvent[]>();
  readonly #attestations = new Map<CalendarDate, AttestationEvent[]>();

  pay(on: CalendarDate, event: PaymentEvent): void {
    add(this.#payments, on, event);
  }

  earn(on: CalendarDate, event: ActivityEvent): void {
    add(this.#activities, on, event);
  }

  attest(on: CalendarDate, event: AttestationEvent): void {
    add(this.#attestations, on, event);
  }

  /** Takes out what happens on a day. */
  take(day: CalendarDate): DayEvents {
    return {
      payments: taken(this.#payments, day),
      activities: taken(this.#activities, day),
      attestations: taken(this.#attestations, day),
    };
  }
}

function add<T>(days: Map<CalendarDate, T[]>, on: CalendarDate, event: T): void {
  const events = days.get(on);
  if (events === undefined) days.set(on, [event]);
  else events.push(event);
}

function taken<T>(days: Map<CalendarDate, T[]>, day: CalendarDate): readonly T[] {
  const events = days.get(day) ?? [];
  days.delete(day);
  return events;
}
