import { eventsIn } from './events-in.ts';
import type { ProblemBody } from './problem.ts';
import type {
  DecisionFilterSchema,
  DecisionSchema,
  EntrySchema,
  LedgerProblemSchema,
  NewDecisionSchema,
  UndoSchema,
} from './schemas/decision.ts';
import type { DocumentFilterSchema, DocumentRowSchema, DocumentSchema } from './schemas/document.ts';
import type { GradeGivenSchema, GradeSchema } from './schemas/grade.ts';
import type {
  ClaimAnswerSchema,
  ClaimFilterSchema,
  ClaimRowSchema,
  ContestSchema,
  CopyRowSchema,
  MemberSchema,
  VersionSchema,
} from './schemas/links.ts';
import type { ChangeSchema, CustodySchema, NewReadSchema, ReadEventSchema } from './schemas/reads.ts';
import type { Of } from './schemas/same.ts';
import type {
  EventFilterSchema,
  EventRowSchema,
  PlaceCountSchema,
  PlaceFilterSchema,
  SourceCountSchema,
  SourceFilterSchema,
  SourceSchema,
} from './schemas/sources.ts';
import type { FacetsSchema, StatementFilterSchema, StatementRowSchema, StatementSchema } from './schemas/statement.ts';

export type { ProblemBody } from './problem.ts';

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | null;
}
export interface Paging {
  readonly limit?: number;
  readonly after?: string;
}
export interface About {
  readonly name: string;
  readonly version: string;
  readonly counts: {
    readonly captures: number;
    readonly documents: number;
    readonly statements: number;
    readonly entries: number;
    readonly head: string;
  };
  readonly ledger: string;
  readonly head: string;
  /** readings and decisions that claims, copies and versions do not take in yet */
  readonly unlinked: number;
}
export type DocumentRow = Of<typeof DocumentRowSchema>;
export type DocumentAnswer = Of<typeof DocumentSchema>;
export type DocumentsQuery = Of<typeof DocumentFilterSchema> & Paging;
export type StatementRow = Of<typeof StatementRowSchema>;
export type StatementAnswer = Of<typeof StatementSchema>;
export type StatementFilter = Of<typeof StatementFilterSchema>;
export type StatementsQuery = StatementFilter &
  Paging & { readonly sort?: 'stored' | 'confidence'; readonly skip?: number };
export type Facets = Of<typeof FacetsSchema>;
export type ClaimRow = Of<typeof ClaimRowSchema>;
export type ClaimsQuery = Of<typeof ClaimFilterSchema> & Paging;
export type ClaimAnswer = Of<typeof ClaimAnswerSchema>;
export type Member = Of<typeof MemberSchema>;
export type Contest = Of<typeof ContestSchema>;
export type ContestedQuery = Paging & { readonly view?: 'lowest' | 'highest' | 'latest' | 'range' };
export type CopyRow = Of<typeof CopyRowSchema>;
export type Version = Of<typeof VersionSchema>;
export type SourceCount = Of<typeof SourceCountSchema>;
export type SourcesQuery = Of<typeof SourceFilterSchema> & Paging;
export type Grade = Of<typeof GradeSchema>;
export type GradeGiven = Of<typeof GradeGivenSchema>;
export type PlacesQuery = Of<typeof PlaceFilterSchema> & Paging;
export type SourceAnswer = Of<typeof SourceSchema>;
export type EventsQuery = Of<typeof EventFilterSchema> & Paging;
export type EventRow = Of<typeof EventRowSchema>;
export type PlaceCount = Of<typeof PlaceCountSchema>;
export type NewRead = Of<typeof NewReadSchema>;
export type ReadEvent = Of<typeof ReadEventSchema>;
export type Custody = Of<typeof CustodySchema>;
export type Change = Of<typeof ChangeSchema>;
export type DecisionsQuery = Of<typeof DecisionFilterSchema> & Paging;
export type Decision = Of<typeof DecisionSchema>;
export type NewDecision = Of<typeof NewDecisionSchema>;
export type Undo = Of<typeof UndoSchema>;
export type Entry = Of<typeof EntrySchema>;
export type LedgerProblem = Of<typeof LedgerProblemSchema>;

/** What the server refused, and why. */
export class ApiProblem extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super([problem.detail, problem.way_out].filter(Boolean).join('. '));
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** the server, "http://127.0.0.1:8844"; nothing for the page's own */
  readonly base?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** The HTTP API as functions; it runs in browsers and in Node. Every one throws an ApiProblem where the server refuses. */
export function apiClient({ base = '', fetch: given }: ClientOptions = {}) {
  const send = given ?? ((...request: Parameters<typeof fetch>) => globalThis.fetch(...request));

  async function ask<Answer>(path: string, query: object = {}, init: RequestInit = {}): Promise<Answer> {
    const response = await send(`${base}${addressOf(path, query)}`, init);
    if (response.ok) return (await response.json()) as Answer;
    throw new ApiProblem(await problemIn(response, path));
  }
  const post = <Answer>(path: string, body: unknown) =>
    ask<Answer>(
      path,
      {},
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
  async function* stream<Data>(path: string, query: object, signal?: AbortSignal): AsyncGenerator<Data> {
    const response = await send(`${base}${addressOf(path, query)}`, { ...(signal && { signal }) });
    if (!response.ok) throw new ApiProblem(await problemIn(response, path));
    for await (const { event, data } of eventsIn(response.body!)) yield { event, ...(data as object) } as Data;
  }
  type Signalled = { readonly signal?: AbortSignal };

  return {
    about: (init?: Signalled) => ask<About>('', {}, init),
    documents: (query: DocumentsQuery = {}, init?: Signalled) => ask<Page<DocumentRow>>('/documents', query, init),
    document: (id: string, init?: Signalled) => ask<DocumentAnswer>(`/documents/${encodeURIComponent(id)}`, {}, init),
    statements: (query: StatementsQuery = {}, init?: Signalled) => ask<Page<StatementRow>>('/statements', query, init),
    facets: (query: StatementFilter = {}, init?: Signalled) => ask<Facets>('/statements/facets', query, init),
    statement: (id: string, init?: Signalled) =>
      ask<StatementAnswer>(`/statements/${encodeURIComponent(id)}`, {}, init),
    claims: (query: ClaimsQuery = {}, init?: Signalled) => ask<Page<ClaimRow>>('/claims', query, init),
    claim: (id: string, init?: Signalled) => ask<ClaimAnswer>(`/claims/${encodeURIComponent(id)}`, {}, init),
    contested: (query: ContestedQuery = {}, init?: Signalled) => ask<Page<Contest>>('/contested', query, init),
    copies: (query: Paging = {}, init?: Signalled) => ask<Page<CopyRow>>('/copies', query, init),
    versions: (id: string, init?: Signalled) =>
      ask<readonly Version[]>(`/documents/${encodeURIComponent(id)}/versions`, {}, init),
    sources: (query: SourcesQuery = {}, init?: Signalled) => ask<Page<SourceCount>>('/sources', query, init),
    source: (key: string, init?: Signalled) => ask<SourceAnswer>(`/sources/${encodeURIComponent(key)}`, {}, init),
    events: (query: EventsQuery = {}, init?: Signalled) => ask<Page<EventRow>>('/events', query, init),
    places: (query: PlacesQuery = {}, init?: Signalled) => ask<Page<PlaceCount>>('/places', query, init),
    decisions: (query: DecisionsQuery = {}, init?: Signalled) => ask<Page<Decision>>('/decisions', query, init),
    decide: (decision: NewDecision) => post<Entry>('/decisions', decision),
    undo: (seq: number, by: Undo) => post<Entry>(`/decisions/${seq}/undo`, by),
    entries: (query: Paging = {}, init?: Signalled) => ask<Page<Entry>>('/entries', query, init),
    verify: (init?: Signalled) =>
      ask<{ readonly whole: boolean; readonly problems: readonly LedgerProblem[] }>('/verify', {}, init),
    read: (asked: NewRead) => post<{ readonly id: string }>('/reads', asked),
    /** files of a form, with what is told of all of them */
    readFiles(files: Iterable<File>, given: { readonly outlet?: string; readonly published?: string } = {}) {
      const body = new FormData();
      for (const [name, value] of Object.entries(given)) if (value) body.append(name, value);
      for (const file of files) body.append('file', file, file.webkitRelativePath || file.name);
      return ask<{ readonly id: string }>('/reads', {}, { method: 'POST', body });
    },
    /** what happened to a read so far and what happens next, to its end */
    progress: (id: string, signal?: AbortSignal) =>
      stream<ReadEvent>(`/reads/${encodeURIComponent(id)}/progress`, {}, signal),
    /** new entries of the log as they are written, from now or after one; ends when the connection does */
    changes: (since?: number, signal?: AbortSignal) => stream<Change>('/changes', { since }, signal),
    /** the address of a list as CSV: all rows, or one page where `limit` is told */
    csv: (list: string, query: object = {}) => `${base}${addressOf(`/${list}`, { ...query, format: 'csv' })}`,
    /** the address of the bytes of a document as they arrived */
    captureAddress: (id: string) => `${base}/api/v1/documents/${encodeURIComponent(id)}/capture`,
  };
}

export type ApiClient = ReturnType<typeof apiClient>;

/** '/statements', { polarity: 'denies' } → "/api/v1/statements?polarity=denies" */
function addressOf(path: string, query: object): string {
  const told = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(told.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1${path}${search && `?${search}`}`;
}

async function problemIn(response: Response, instance: string): Promise<ProblemBody> {
  const told = await response.json().catch(() => null);
  if (told && typeof told === 'object' && 'detail' in told) return told as ProblemBody;
  const { status, statusText: title } = response;
  return { type: 'about:blank', title, status, detail: `the server answered ${status} ${title}`, instance };
}
