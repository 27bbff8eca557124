import { wordList } from '../text/word-list.ts';

/** Endings of inflection first, then of derivation, the longest first: "deployments" → "deployment" → "deploy". */
const INFLECTED: readonly (readonly [RegExp, string])[] = [
  [/'s$|'$/, ''],
  [/ies$/, 'y'],
  [/(?<=ss|sh|ch|x|zz)es$/, ''],
  [/(?<=[^su])s$/, ''],
  [/ied$/, 'y'],
  [/(?<=[^aeiou])(?:ed|ing)$/, ''],
  [/(?<=[aeiouy][^aeiou]?)(?:ed|ing)$/, ''],
];
const DERIVED: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{4})(?:ization|isation)$/, 'ize'],
  [/(?<=.{3})(?:ment|ness|ful|ly)$/, ''],
  [/(?<=.{3})at(?:ion|ive|or)$/, 'at'],
  [/(?<=.{3}[st])(?:ion|or)$/, ''],
  [/(?<=.{4})(?:ity|ance|ence|ant|ent)$/, ''],
  [/(?<=.{3})is(e|ing|ed)?$/, 'iz'],
  [/(?<=.{2})y$/, 'i'],
  [/(?<=.{3})e$/, ''],
];

/** Shorter than this, nothing is cut off: "thing" is no "th". */
const LEAST = 3;

const hasVowel = (word: string): boolean => /[aeiouy]/.test(word);

function cut(word: string, endings: readonly (readonly [RegExp, string])[]): string {
  for (const [ending, instead] of endings) {
    if (!ending.test(word)) continue;
    const left = word.replace(ending, '') + instead;
    if (left.length >= LEAST && hasVowel(left)) return left;
  }
  return word;
}

/** "stopped" → "stop", "missing" stays as it is with "miss" */
const single = (word: string): string => word.replace(/([bdgkmnprt])\1$/, '$1');

/** The rule's stem of a word in small letters: "wounded" → "wound", "deployment" → "deploy", "armies" → "armi" as "army". */
export function bareStem(form: string): string {
  return cut(single(cut(form, INFLECTED)), DERIVED);
}

const same = new Map<string, string>();
for (const [relation, words] of wordList('synonyms')) {
  if (relation !== 'same') continue;
  const [first] = words!.split(' ');
  for (const word of words!.split(' ')) {
    if (!same.has(word)) same.set(word, first!);
  }
}

const MOST_KNOWN = 50_000;
const known = new Map<string, string>();

/** One key for all words that say the same: "injured", "hurt" → "wound". */
export function stemOf(form: string): string {
  const before = known.get(form);
  if (before !== undefined) return before;
  const bare = cut(form, INFLECTED);
  // "injuring" is "injure" without its e
  const full = /(?:ed|ing)$/.test(form) ? same.get(`${bare}e`) : undefined;
  const stem = same.get(form) ?? same.get(bare) ?? full ?? bareStem(form);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(form, stem);
  return stem;
}

interface Phrase {
  readonly says: string;
  /** "-" nothing, "+" whatever it be */
  readonly objects: ReadonlySet<string>;
  readonly notBefore: ReadonlySet<string>;
}
const phrases = new Map<string, Phrase>();
for (const [relation, words] of wordList('synonyms')) {
  if (relation !== 'phrase') continue;
  const [verbs, particles, says, objects, notBefore] = words!.split(' | ').map((some) => some.split(' '));
  const phrase = { says: stemOf(says![0]!), objects: new Set(objects), notBefore: new Set(notBefore) };
  for (const verb of verbs!) for (const particle of particles!) phrases.set(`${verb} ${particle}`, phrase);
}

/**
 * "stepped", "down" → the key of "resign"; undefined where a verb with its particle says no more than the verb.
 * @param object to what it is done: "plane" of "shot down a plane"
 * @param next the word after it
 */
export function phraseKey(verb: string, particle: string, object: string | null, next: string): string | undefined {
  const phrase = phrases.get(`${verb} ${particle}`);
  if (!phrase || phrase.notBefore.has(next)) return undefined;
  const { objects } = phrase;
  return (object === null ? objects.has('-') : objects.has('+') || objects.has(object)) ? phrase.says : undefined;
}

type Pairs = ReadonlyMap<string, ReadonlySet<string>>;

function pairsOf(relation: string): Pairs {
  const pairs = new Map<string, Set<string>>();
  const put = (a: string, b: string) => pairs.set(a, (pairs.get(a) ?? new Set()).add(b));
  for (const [name, words] of wordList('synonyms')) {
    if (name !== relation) continue;
    const [left, right] = words!.split(' | ').map((side) => side.split(' ').map(stemOf));
    for (const a of left!)
      for (const b of right!)
        if (a !== b)
          for (const [x, y] of [
            [a, b],
            [b, a],
          ])
            put(x!, y!);
  }
  return pairs;
}

const near = pairsOf('near');
const opposite = pairsOf('opposite');

/** Stems that say almost the same: "fight", "attack". */
export const isNear = (a: string, b: string): boolean => near.get(a)?.has(b) ?? false;
/** Stems of which only one can hold: "survive", "die". */
export const isOpposite = (a: string, b: string): boolean => opposite.get(a)?.has(b) ?? false;
/** One key for most of what is near: where pairs are only looked for. */
export const roughly = (stem: string): string => [stem, ...(near.get(stem) ?? [])].reduce((a, b) => (a < b ? a : b));
