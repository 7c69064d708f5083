import { shortDate } from './short-date.ts';

/** An instant (ISO 8601) as `3 Mar 2026, 09:04` in this computer's time zone. */
export function moment(instant: string): string {
  const time = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${shortDate(date)}, ${two(time.getHours())}:${two(time.getMinutes())}`;
}
