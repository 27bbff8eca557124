/** A file that cannot be used as a ledger; it is left as it was. */
export class LedgerRefused extends Error {
  readonly path: string;
  readonly reason: string;
  readonly wayOut: string;

  constructor(path: string, reason: string, wayOut: string) {
    super(`${path}: ${reason}. ${wayOut}`);
    this.name = 'LedgerRefused';
    this.path = path;
    this.reason = reason;
    this.wayOut = wayOut;
  }
}

export const IN_USE = 'is in use by another process';
export const READ_ONLY = 'may not be written to';

const ways: readonly (readonly [says: RegExp, reason: string, wayOut: string])[] = [
  [/unable to open/, 'cannot be opened or made', 'Check that its folder is there and may be written to.'],
  [/readonly|EACCES|EPERM/, READ_ONLY, 'Change its permissions, or copy it and use the copy.'],
  [/locked|busy/, IN_USE, 'Wait for it to finish, then try again.'],
  [/malformed|not a database/, 'is damaged', 'Run: hearsay verify; then go back to a copy.'],
  [/full/, 'has no room left on the disk', 'Make room, then read again: what was reported as stored is kept.'],
];

/** What SQLite says of a file, with a way out; any other error as it is. */
export function refused(path: string, error: unknown): unknown {
  // errors of SQLite and the file system have a code; ours tell words of a text, which may be "full" or "busy"
  if (!(error instanceof Error) || !('code' in error)) return error;
  const way = ways.find(([says]) => says.test(error.message));
  return way ? new LedgerRefused(path, way[1], way[2]) : error;
}
