/** How bytes arrive. */
export const METHODS = ['file', 'http', 'stdin', 'paste', 'row'] as const;

/** The bytes as they arrived. Never changed. */
export interface Capture {
  readonly bytes: Uint8Array;
  /** where they came from: a URL, a path, `-` for standard input, `paste`, or `coverage.jsonl#12` for line 12 of a file */
  readonly address: string;
  /** when they arrived, ISO 8601 in UTC; null where nobody recorded it. Never read by the reading stages */
  readonly at: string | null;
  readonly method: (typeof METHODS)[number];
  /** HTTP response headers in lower case, or `{}` */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the bytes, 64 hex digits */
  readonly sha256: string;
  /** what the bytes are: `text/html`, `text/plain`, `text/markdown`, `application/json` (one row of a JSON Lines file) */
  readonly media: string;
}
