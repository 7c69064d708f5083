import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ErrorShape } from '../../shared/ipc/errors.ts';
import { Button } from './button.tsx';
import './notices.css';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** What to change or do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing to show: says so and what to do about it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="state">
      {Icon === undefined ? null : <Icon size={24} strokeWidth={1.5} aria-hidden className="state__icon" />}
      <p className="state__title">{title}</p>
      {children === undefined ? null : <div className="state__text">{children}</div>}
      {action}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: ErrorShape;
  readonly onRetry?: () => void;
  /** What helps better than trying again. */
  readonly action?: ReactNode;
}

/** Something could not be shown: what is wrong, what to do, and the way to do it or to try again. */
export function ErrorState({ error, onRetry, action }: ErrorStateProps) {
  return (
    <div className="state" role="alert">
      <CircleAlert size={24} strokeWidth={1.5} aria-hidden className="state__icon state__icon--error" />
      <p className="state__title">{error.message}</p>
      {error.fix === '' ? null : <p className="state__text">{error.fix}</p>}
      {action}
      {onRetry === undefined ? null : <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}

interface BannerProps {
  readonly kind: 'info' | 'warning' | 'error';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

const BANNER_ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

/** One sentence across a screen or card that must not be missed. */
export function Banner({ kind, children, action }: BannerProps) {
  const Icon = BANNER_ICONS[kind];
  return (
    <div className={`banner banner--${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <div className="banner__text">{children}</div>
      {action}
    </div>
  );
}

/** An error inside a form or card. */
export function ErrorBanner({ error }: { readonly error: ErrorShape }) {
  return (
    <Banner kind="error">
      {error.message} {error.fix}
    </Banner>
  );
}

interface SkeletonProps {
  /** CSS lengths. */
  readonly width?: string;
  readonly height?: string;
}

/** The place of something that is on its way, at its size. */
export function Skeleton({ width = '100%', height = '1em' }: SkeletonProps) {
  return <span className="skeleton" aria-hidden="true" style={{ width, height }} />;
}
