/**
 * Copies made of texts with known truth: so many of the sentences kept, words edited, the rest filled with other sentences.
 * The same number always makes the same copy.
 */
export interface Made {
  readonly text: string;
  /** words of the original that are left, of all its words */
  readonly kept: number;
}

export interface Edit {
  /** share of the sentences that are kept */
  readonly keep: number;
  /** share of the words of a kept sentence that are changed */
  readonly words: number;
  /** sentences of other texts put round the kept ones, until the copy is about as long as its original */
  readonly filler: readonly string[];
  /** kept sentences change places */
  readonly reorder: boolean;
}

/** mulberry32: chance that is the same on every machine */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words that editors put for others. What is not here is dropped, or another word is put in its place. */
const SYNONYMS = new Map(
  [
    'said stated',
    'says states',
    'told informed',
    'president leader',
    'officials authorities',
    'also additionally',
    'people individuals',
    'about around',
    'after following',
    'before ahead',
    'many numerous',
    'called described',
    'including among',
    'government administration',
    'against opposing',
    'because since',
    'campaign bid',
    'house chamber',
    'former ex',
    'week days',
    'news reports',
    'might could',
    'support backing',
    'plan proposal',
    'bill measure',
    'lawmakers legislators',
    'country nation',
    'made created',
    'long lengthy',
    'asked questioned',
    'added noted',
    'wrote posted',
    'percent pct',
    'think believe',
    'want wish',
    'such similar',
    'first initial',
    'statement remarks',
    'attack assault',
    'killed slain',
    'group organization',
    'decision ruling',
    'money funds',
    'help aid',
  ].map((pair) => pair.split(' ') as [string, string]),
);
const OTHERS =
  'however meanwhile reportedly earlier largely local recent further broad several major key early late whole'.split(
    ' ',
  );

export const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .flatMap((line) => line.match(/[^.!?]+(?:[.!?]+["”’)]*|$)\s*/g) ?? [])
    .map((s) => s.trim())
    .filter(Boolean);

function editedWords(sentence: string, share: number, next: () => number): string {
  const words = sentence.split(' ');
  const left: string[] = [];
  for (const word of words) {
    if (next() >= share) {
      left.push(word);
      continue;
    }
    const other = SYNONYMS.get(word.toLowerCase());
    const turn = next();
    if (other) left.push(other);
    else if (turn < 0.4) continue;
    else if (turn < 0.7) left.push(OTHERS[Math.floor(next() * OTHERS.length)]!);
    else left.push(word, OTHERS[Math.floor(next() * OTHERS.length)]!);
  }
  return left.join(' ');
}

export function edited(text: string, seed: number, { keep, words, filler, reorder }: Edit): Made {
  const next = chance(seed);
  const own = sentencesOf(text);
  const many = Math.max(1, Math.round(own.length * keep));
  const order = own.map((_, i) => [next(), i] as const).sort((x, y) => x[0] - y[0]);
  const picked = order
    .slice(0, many)
    .map(([, i]) => i)
    .sort((x, y) => x - y);
  if (reorder) for (let i = 0; i + 1 < picked.length; i += 3) [picked[i], picked[i + 1]] = [picked[i + 1]!, picked[i]!];
  const kept = picked.map((i) => editedWords(own[i]!, words, next));
  const others = filler.slice(0, Math.max(0, own.length - many));
  const lead = others.slice(0, Math.ceil(others.length / 2));
  const length = (list: readonly string[]) => list.join(' ').length;
  return {
    text: [...lead, ...kept, ...others.slice(lead.length)].join('\n\n'),
    kept: length(picked.map((i) => own[i]!)) / length(own),
  };
}
