/** begin, inside, end and single word of a source, cue and content; training/reading/model.py has the same list */
export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

const POSITIONS = 'BIES';
/** `0` is for words outside; then four labels a role. */
export const LABELS = 1 + ROLES.length * POSITIONS.length;

const position = (label: number): string => (label === 0 ? 'O' : POSITIONS[(label - 1) % 4]!);
const opens = (label: number): boolean => 'OBS'.includes(position(label));
const closes = (label: number): boolean => 'OES'.includes(position(label));
const role = (label: number): number => (label - 1) >> 2;

/** @param label of a word that is not outside */
export const roleOf = (label: number): Role => ROLES[role(label)]!;

/** The labels that may stand before each label: every span begins and ends. */
const BEFORE = Array.from({ length: LABELS }, (_, next) =>
  Array.from({ length: LABELS }, (_, label) => label).filter((label) =>
    opens(next) ? closes(label) : 'BI'.includes(position(label)) && role(label) === role(next),
  ),
);

/**
 * The likeliest labels of a row of words among those in which every span begins and ends (Viterbi 1967).
 *
 * @param scores log probabilities, `words` × LABELS, from `from` on
 */
export function bestLabels(scores: Float32Array, from: number, words: number): Uint8Array {
  const back = new Uint8Array(words * LABELS);
  let now = Float64Array.from({ length: LABELS }, (_, label) => (opens(label) ? scores[from + label]! : -Infinity));
  for (let w = 1; w < words; w++) {
    const next = new Float64Array(LABELS);
    for (let label = 0; label < LABELS; label++) {
      const before = likeliest(now, BEFORE[label]!);
      back[w * LABELS + label] = before;
      next[label] = now[before]! + scores[from + w * LABELS + label]!;
    }
    now = next;
  }
  const labels = new Uint8Array(words);
  let label = likeliest(now, CLOSING);
  for (let w = words - 1; w >= 0; w--) {
    labels[w] = label;
    label = back[w * LABELS + label]!;
  }
  return labels;
}

const CLOSING = Array.from({ length: LABELS }, (_, label) => label).filter(closes);

function likeliest(scores: Float64Array, among: readonly number[]): number {
  let top = among[0]!;
  for (const label of among) if (scores[label]! > scores[top]!) top = label;
  return top;
}

/** Runs of words `[first, last)` by role. */
export function runsOf(labels: Uint8Array): Readonly<Record<Role, (readonly [number, number])[]>> {
  const runs = { source: [], cue: [], content: [] } as Record<Role, [number, number][]>;
  labels.forEach((label, word) => {
    if (label === 0) return;
    const own = runs[roleOf(label)];
    if ('BS'.includes(position(label))) own.push([word, word + 1]);
    else own.at(-1)![1] = word + 1;
  });
  return runs;
}
