/** The first letters of up to three words that matter, as the printed seal has them. */
export function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .slice(0, 3)
    .map((word) => word.charAt(0))
    .join('');
}
