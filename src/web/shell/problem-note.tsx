import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../api/client.ts';
import { isAway } from '../api.ts';
import { asSentence } from '../wording.ts';
import { wayOutOf } from './way-out.ts';

/** What went wrong, in the server's words, and the way out. */
export function ProblemNote({
  error,
  retry,
  isScreen = false,
}: {
  readonly error: Error;
  readonly retry?: () => void;
  /** it stands in the place of a whole screen, and is its heading */
  readonly isScreen?: boolean;
}) {
  const Heading = isScreen ? 'h1' : 'h2';
  const { title, detail, words, ways } = error instanceof ApiProblem ? refused(error) : asProblem(error);
  return (
    <div className="problem" role="alert">
      <Heading>{title}</Heading>
      {detail && detail !== title && <p>{asSentence(detail)}</p>}
      {words && <p className="way-out">{asSentence(words)}</p>}
      {ways.length > 0 && (
        <p className="ways">
          {ways.map(({ name, href }) => (
            <Link key={href} href={href}>
              <bdi>{name}</bdi>
            </Link>
          ))}
        </p>
      )}
      {retry && mayPass(error) && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** What the server refuses it refuses again. */
const mayPass = (error: Error): boolean => !(error instanceof ApiProblem) || error.problem.status >= 500;

const refused = ({ problem }: ApiProblem) => ({ ...problem, ...wayOutOf(problem) });

/** What was typed cannot be taken so: told before anything was sent. */
export class NotTaken extends Error {}

const AWAY = {
  title: 'The server does not answer',
  detail: 'What was decided before this is stored.',
  words: 'See that `hearsay serve` still runs, then try again.',
  ways: [],
};

const asProblem = (error: Error) =>
  isAway(error)
    ? AWAY
    : error instanceof NotTaken
      ? { title: error.message, detail: '', words: '', ways: [] }
      : { title: 'This screen stopped', detail: error.message, words: 'Reload the page.', ways: [] };

/** Lines where words will be. On loopback it is seldom seen. */
export function Loading({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div className="loading" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} />
      ))}
    </div>
  );
}

interface Answered<Answer> {
  readonly data: Answer | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** An answer on screen: loading, refused, or what it is. */
export function Shown<Answer>({
  answer,
  children,
  lines,
}: {
  readonly answer: Answered<Answer>;
  readonly children: (data: Answer) => ReactNode;
  readonly lines?: number;
}) {
  if (answer.data !== undefined) return children(answer.data);
  if (answer.error) return <ProblemNote error={answer.error} retry={() => void answer.refetch()} isScreen />;
  return <Loading {...(lines !== undefined && { lines })} />;
}
