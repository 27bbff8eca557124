import type { Entry } from './entries.ts';

/** A decision that cannot be taken so; nothing was written. */
export class DecisionRefused extends Error {
  /** what it was about */
  readonly subject: string;

  constructor(subject: string, why: string) {
    super(`${subject}: ${why}`);
    this.name = 'DecisionRefused';
    this.subject = subject;
  }
}

/** Somebody decided on the same since the caller looked. */
export class DecidedMeanwhile extends DecisionRefused {
  /** the decision that the caller has not seen; null where the caller names one that is not there */
  readonly latest: Pick<Entry, 'seq' | 'who' | 'verb' | 'hash'> | null;

  constructor(subject: string, latest: DecidedMeanwhile['latest']) {
    const found = latest
      ? `${latest.who} decided meanwhile (entry ${latest.seq}, ${latest.verb})`
      : 'nobody decided yet';
    super(subject, `${found}. Look at it, then decide again.`);
    this.name = 'DecidedMeanwhile';
    this.latest = latest;
  }
}
