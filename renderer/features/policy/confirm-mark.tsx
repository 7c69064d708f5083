interface ConfirmMarkProps {
  readonly confirmed: boolean;
  /** The office set or confirmed it, rather than that the body published it. */
  readonly byOffice?: boolean;
}

/** Whether a value is confirmed, by shape and word: ◆ published or by the office, ◇ to confirm. */
export function ConfirmMark({ confirmed, byOffice = false }: ConfirmMarkProps) {
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
      {!confirmed ? 'To confirm' : byOffice ? 'By the office' : 'Published'}
    </span>
  );
}
