import { ApiProblem, type ProblemBody } from '../../api/client.ts';

/** Somewhere to go on from what went wrong. */
export interface Way {
  readonly name: string;
  readonly href: string;
}

interface WayOut {
  readonly words: string | undefined;
  readonly ways: readonly Way[];
}

/** The screen that shows a list of the API, and where one of its rows is shown. */
const SCREENS: Readonly<Record<string, { readonly all: Way; readonly one?: string }>> = {
  documents: { all: { name: 'All documents', href: '/documents' }, one: '/documents/' },
  statements: { all: { name: 'All statements', href: '/statements' } },
  claims: { all: { name: 'All claims', href: '/claims' }, one: '/claims/' },
  sources: { all: { name: 'All sources', href: '/sources' }, one: '/sources/' },
  decisions: { all: { name: 'All decisions', href: '/custody?view=decisions' } },
  reads: { all: { name: 'What was read, in the log', href: '/custody' } },
};

/** What programs are told of these is of no use to a reader. */
const FOR_READERS: Readonly<Record<string, string>> = {
  'unknown-id': 'The address may be cut off, or of another ledger.',
  'several-ids': 'Choose the one that is meant.',
  'bad-request': 'The address may be old: begin with the whole list.',
  'bad-cursor': 'The address may be old: begin with the whole list.',
  'not-found': 'The address may be cut off.',
  'nothing-to-read': 'Paste a text or an address, or choose files.',
  'no-address': 'See how it is written: it begins with http:// or https://.',
};

/** The way out for a person at a screen; the API points programs to its own lists. */
export function wayOutOf({ type, instance, way_out, near }: ProblemBody): WayOut {
  const kind = type.split(':').at(-1)!;
  const list = /^(?:\/api\/v1)?\/(\w+)/.exec(instance)?.[1] ?? '';
  const { all, one } = SCREENS[list] ?? {};
  const words = FOR_READERS[kind] ?? way_out;
  const found = (near ?? []) as readonly { readonly id: string; readonly name?: string }[];
  const named = one ? found.map(({ id, name }) => ({ name: name ?? id, href: one + encodeURIComponent(id) })) : [];
  return { words, ways: kind in FOR_READERS && all ? [...named, all] : [] };
}

/** What went wrong in one line, for a notice. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error.message : String(error);
  return [error.problem.detail.replace(/\.$/, ''), wayOutOf(error.problem).words].filter(Boolean).join('. ');
}
