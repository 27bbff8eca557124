/**
 * Words that English uses all the time and no other language that it might be taken for: not "of", which is Dutch, nor
 * "for", "at" and "to", which are Danish, nor "was", which is German.
 */
const ENGLISH = new Set(
  (
    'the and that with from his her their they which who this these those been were would could should said says are ' +
    'but not it its has had when than there about after before because between through during other where while what'
  ).split(' '),
);

/** Fewer words tell too little. */
const FEWEST = 60;
/**
 * The share of words in the list. English news has 0.19 in the middle, and of 924 reports six fall below this; the
 * Universal Declaration of Human Rights has less than 0.06 in each of 500 languages but English and Scots.
 */
const LEAST = 0.1;
/** In either half: a text that goes on in another language is not English. */
const LEAST_IN_HALF = 0.06;
/** So many different ones: a list of titles has "the" in every line. */
const LEAST_KINDS = 8;

/** Is a text English beyond doubt? False says nothing. */
export function isPlainEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = words.filter((word) => ENGLISH.has(word));
  if (words.length < FEWEST || new Set(known).size < LEAST_KINDS) return false;
  const middle = words.length >> 1;
  const halves = [words.slice(0, middle), words.slice(middle)];
  return known.length >= LEAST * words.length && halves.every((half) => shareOf(half) >= LEAST_IN_HALF);
}

const shareOf = (words: readonly string[]): number => words.filter((word) => ENGLISH.has(word)).length / words.length;
