/** One input that cannot be read: what it is, why, and what to do about it. The rest of the batch goes on. */
export class Refusal extends Error {
  readonly address: string;
  /** "is empty", "looks like a PDF" */
  readonly reason: string;
  /** what the reader can do: "save its text as .txt and read that" */
  readonly wayOut: string;

  constructor(address: string, reason: string, wayOut: string, cause?: unknown) {
    super(`${address}: ${reason}; ${wayOut}`, cause === undefined ? {} : { cause });
    this.name = 'Refusal';
    this.address = address;
    this.reason = reason;
    this.wayOut = wayOut;
  }
}

const systemErrors: Readonly<Record<string, readonly [reason: string, wayOut: string]>> = {
  ENOENT: ['no such file or folder', 'check the spelling and the folder you are in'],
  EACCES: ['may not be read', 'ask its owner for the right to read it'],
  EPERM: ['may not be read', 'ask its owner for the right to read it'],
  ENOTDIR: ['a part of this path is a file, not a folder', 'check the path'],
  ELOOP: ['is a link that leads to itself', 'name the file it should lead to'],
  ENAMETOOLONG: ['is too long for a path', 'name a file, or give text on standard input with -'],
  EIO: ['could not be read from the disk', 'check the disk, or copy the file and read the copy'],
};

/** What the file system answered, as a refusal; any other error is a defect and is thrown again. */
export function refusalOf(address: string, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = systemErrors[code];
  if (known) return new Refusal(address, known[0], known[1], error);
  if (/^E[A-Z]+$/.test(code)) return new Refusal(address, `could not be read (${code})`, 'check the file', error);
  throw error;
}
