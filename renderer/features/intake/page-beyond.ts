/** The page that an arrow key leads to on the board: the next one in order, or the nearest one in the row above or below; null = none. */
export function pageBeyond(board: HTMLElement | null, page: number, key: string): number | null {
  const pages = [...(board?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
  const at = pages.findIndex((one) => one.dataset.page === String(page));
  const own = pages[at];
  if (own === undefined) return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return numberOf(pages[at + (key === 'ArrowLeft' ? -1 : 1)]);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const { left, top } = own.getBoundingClientRect();
  const sign = key === 'ArrowDown' ? 1 : -1;
  const beyond = pages
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => sign * (box.top - top) > 1)
    .toSorted((a, b) =>
      Math.abs(a.box.top - b.box.top) < 2
        ? Math.abs(a.box.left - left) - Math.abs(b.box.left - left)
        : sign * (a.box.top - b.box.top),
    );
  return numberOf(beyond[0]?.one);
}

function numberOf(button: HTMLElement | undefined): number | null {
  return button === undefined ? null : Number(button.dataset.page);
}
