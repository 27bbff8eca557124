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
