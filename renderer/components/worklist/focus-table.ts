/** Puts the keyboard on the table beside a row, where there is one. */
export function focusTable(): void {
  document.querySelector<HTMLElement>('.worklist__table [role="grid"]')?.focus();
}
