import { addressArea, type EnvelopeProfile } from '../envelope/profile.ts';
import type { Content, Style } from '../pdf/content.ts';
import { addressLeading, type FittedAddress } from './fit-address.ts';

/** Sets an address where the envelope's window shows it, in the middle of its height. */
export function drawWindowAddress(content: Content, address: FittedAddress, envelope: EnvelopeProfile): void {
  const area = addressArea(envelope);
  const leading = addressLeading(envelope, address.size, address.lines.length);
  const height = 1.424 * address.size + leading * (address.lines.length - 1);
  const top = ((area.top + area.bottom) / 2) * 72 - height / 2;
  const style: Style = { face: 'plain', size: address.size, ink: 'ink' };
  address.lines.forEach((line, at) => {
    content.text(style, area.left * 72, top + 1.024 * address.size + at * leading, line);
  });
}
