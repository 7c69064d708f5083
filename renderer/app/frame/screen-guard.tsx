import { Component, type ReactNode } from 'react';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { ErrorState } from '../../components/notices.tsx';

interface GuardState {
  readonly failure: unknown;
  readonly failed: boolean;
}

/** Keeps a screen that fails from taking the window with it: says so and offers to try again. */
export class ScreenGuard extends Component<{ readonly children: ReactNode }, GuardState> {
  override state: GuardState = { failure: null, failed: false };

  static getDerivedStateFromError(failure: unknown): GuardState {
    return { failure, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <ErrorState
        error={toErrorShape(this.state.failure)}
        onRetry={() => this.setState({ failure: null, failed: false })}
      />
    );
  }
}
