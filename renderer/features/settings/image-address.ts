/** An address that shows a picture kept as base64 text; PNG and JPEG are told apart by their first bytes. */
export function imageAddress(base64: string): string {
  return `data:image/${base64.startsWith('iVBOR') ? 'png' : 'jpeg'};base64,${base64}`;
}
