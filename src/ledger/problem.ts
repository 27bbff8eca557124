/** One way in which a ledger differs from what was stored. */
export interface Problem {
  readonly kind: 'file' | 'schema' | 'reference' | 'bytes' | 'text' | 'slice' | 'row' | 'entry' | 'decision' | 'search';
  readonly document: string | null;
  readonly statement: string | null;
  /** what differs: "content 0 [12, 20) is “ten” but the text has “two”" */
  readonly what: string;
}
