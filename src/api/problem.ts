import { BadSlice } from '../ledger/check-slice.ts';
import { DecidedMeanwhile, DecisionRefused } from '../ledger/decision-refused.ts';
import { LedgerRefused } from '../ledger/ledger-refused.ts';

/** What went wrong with a request, as RFC 9457 has it. */
export interface ProblemBody {
  /** a name for the kind of problem: "urn:hearsay:problem:unknown-id" */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** the address that was asked for */
  readonly instance: string;
  /** what to do about it */
  readonly way_out?: string;
  /** of a conflict: the last decision on the same, and the statement as it stands now */
  readonly latest?: unknown;
  readonly current?: unknown;
  /** of an id that fits none or several: those that are near */
  readonly near?: unknown;
}

type Told = Omit<ProblemBody, 'type' | 'instance'>;

/** Thrown by a route where the request cannot be answered. */
export class RequestRefused extends Error {
  readonly kind: string;
  readonly told: Told;

  constructor(kind: string, told: Told, cause?: unknown) {
    super(told.detail, { cause });
    this.name = 'RequestRefused';
    this.kind = kind;
    this.told = told;
  }
}

/** One shape for everything that can go wrong, whoever noticed it. */
export function problemOf(error: unknown, instance: string): ProblemBody {
  const { kind, told } = refusalOf(error);
  return { type: `urn:hearsay:problem:${kind}`, ...told, instance };
}

function refusalOf(error: unknown): Pick<RequestRefused, 'kind' | 'told'> {
  if (error instanceof RequestRefused) return error;
  if (error instanceof DecidedMeanwhile) {
    const { message: detail, latest } = error;
    const way_out = 'Look at what was decided, then decide again.';
    return { kind: 'decided-meanwhile', told: { title: 'Decided meanwhile', status: 409, detail, way_out, latest } };
  }
  if (error instanceof DecisionRefused) {
    return { kind: 'decision-refused', told: { title: 'Decision refused', status: 422, detail: error.message } };
  }
  if (error instanceof BadSlice) {
    const way_out = 'Run: hearsay verify; then go back to a copy.';
    return { kind: 'damaged', told: { title: 'The ledger is damaged', status: 500, detail: error.message, way_out } };
  }
  if (error instanceof LedgerRefused) {
    const { path, reason, wayOut: way_out } = error;
    const detail = `${path.split('/').at(-1)} ${reason}`;
    return { kind: 'ledger-refused', told: { title: 'The ledger cannot be used', status: 503, detail, way_out } };
  }
  return ofServer(error as Partial<ServerError>);
}

interface ServerError {
  readonly statusCode: number;
  readonly code: string;
  readonly message: string;
  readonly validation: readonly { readonly instancePath: string; readonly message: string }[];
  readonly validationContext: string;
}

/** What the server itself refuses: a body that is no JSON, too large, of another kind. */
function ofServer({
  statusCode = 500,
  message = '',
  validation,
  validationContext,
}: Partial<ServerError>): ReturnType<typeof refusalOf> {
  if (validation) {
    const detail = validation.map((one) => `${validationContext}${one.instancePath} ${one.message}`).join('; ');
    return {
      kind: 'bad-request',
      told: { title: 'The request is not as described', status: 400, detail, way_out: 'See /api/v1/openapi.json.' },
    };
  }
  if (statusCode < 500)
    return {
      kind: 'bad-request',
      told: { title: titles[statusCode] ?? 'Bad request', status: statusCode, detail: message },
    };
  const told = {
    title: 'A defect in Hearsay',
    status: 500,
    detail: 'The request could not be answered; nothing was written.',
    way_out: 'The terminal that runs `hearsay serve` tells more.',
  };
  return { kind: 'defect', told };
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found',
  413: 'Too large',
  414: 'Too long',
  415: 'Not a kind of content that is read here',
};
