import { Component, type ReactNode } from 'react';
import { ProblemNote } from './problem-note.tsx';
import { Gone, isGone } from './updated.tsx';

/** Keeps a screen that breaks from taking the rest with it. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error && isGone(error)) return <Gone />;
    return error ? (
      <ProblemNote error={error} retry={() => this.setState({ error: null })} isScreen />
    ) : (
      this.props.children
    );
  }
}
