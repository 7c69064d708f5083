/** A step's id as words: `Second past due`, `CCP 1`. */
export function stepWords(step: string): string {
  const words = step.replaceAll('-', ' ').replace(/^ccp/, 'CCP');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
