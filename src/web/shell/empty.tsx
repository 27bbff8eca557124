import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';

/** Nothing here yet: says so, and what would bring something. In a ledger without reports only a report would. */
export function Empty(told: { readonly title: string; readonly children?: ReactNode }) {
  const { data } = useAnswer(['about'], (init) => api.about(init));
  return data?.counts.documents === 0 ? <NothingRead /> : <Nothing {...told} />;
}

export function NothingRead() {
  return (
    <Nothing title="Nothing was read yet">
      <Link href="/add">Add reports</Link>: drop files, paste text or give an address.
    </Nothing>
  );
}

/** In the place of a list, or of a whole screen, of which it is the heading then. */
export function Nothing({
  title,
  children,
  isScreen = false,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly isScreen?: boolean;
}) {
  const Heading = isScreen ? 'h1' : 'p';
  return (
    <div className="empty">
      <Heading className="empty-title">{title}</Heading>
      {children && <div>{children}</div>}
    </div>
  );
}
