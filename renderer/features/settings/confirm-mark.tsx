/** Whether a value is confirmed, by shape and word: ◆ published, ◇ to confirm. */
export function ConfirmMark({ confirmed }: { readonly confirmed: boolean }) {
  return (
    <span className={`confirm ${confirmed ? '' : 'confirm--open'}`}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <path
          d="M5 0.8 L9.2 5 L5 9.2 L0.8 5 Z"
          fill={confirmed ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.3"
        />
      </svg>
      {confirmed ? 'Published' : 'To confirm'}
    </span>
  );
}
