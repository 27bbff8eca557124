import type { Labelled } from './labelled.ts';

/** What tells whether an attribution is right: how sure the model was of its cue and of the least sure of its labels. */
export interface Signs {
  /** log odds of the cue */
  readonly likely: number;
  readonly cue: number;
  readonly content: number;
  readonly outside: number;
  /** 1 where nobody is named */
  readonly sourceless: number;
}
export type ConfidenceWeights = Readonly<Record<keyof Signs | 'bias', number>>;

export const SIGNS = ['likely', 'cue', 'content', 'outside', 'sourceless'] as const satisfies readonly (keyof Signs)[];

/** No label is less sure than this: one odd word must not hide all else. */
const LEAST = -3;
const NEARLY = 1e-6;

export function signsOf({ runs, least }: Labelled, likely: number): Signs {
  return {
    likely: Math.log(likely / (1 - likely + NEARLY)),
    cue: Math.max(LEAST, least.cue),
    content: Math.max(LEAST, least.content),
    outside: Math.max(LEAST, least.outside),
    sourceless: runs.source.length === 0 ? 1 : 0,
  };
}

/** How often attributions with such signs are right, 0…1: logistic regression, fitted by training/reading/calibrate.ts. */
export function confidenceOf(signs: Signs, weights: ConfidenceWeights): number {
  const sum = SIGNS.reduce((total, sign) => total + weights[sign] * signs[sign], weights.bias);
  return 1 / (1 + Math.exp(-sum));
}
