/** A word → the numbers of its pieces in a vocabulary. */
export type WordPieces = (word: string) => readonly number[];

/** Words are read up to this many pieces: addresses and the like have no meaning past them. */
const LONGEST = 8;
/** As BERT has it: a longer run of characters is unknown as a whole. */
const LONGEST_RUN = 100;
/** A reader of a million words keeps the pieces of the commonest. */
const REMEMBERED = 50_000;

/** A longer word may be a slice that keeps its whole document in memory. */
const LONGEST_KNOWN = 12;

const MARK = /[\p{P}$+<=>^`|~]/u;
const RUNS = /[\p{P}$+<=>^`|~]|[^\p{P}$+<=>^`|~\s]+/gu;

/**
 * WordPiece as BERT's uncased models have it (Wu et al. 2016): small letters without accents, marks apart, then the
 * longest piece that the vocabulary knows, again and again.
 *
 * @param vocabulary one piece a line; its number is its line
 */
export function wordPieces(vocabulary: string): WordPieces {
  const numbers = new Map(vocabulary.split('\n').map((piece, number) => [piece, number]));
  const unknown = numbers.get('[UNK]')!;
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const pieces = piecesOf(word, numbers, unknown);
    if (known.size < REMEMBERED && word.length <= LONGEST_KNOWN) known.set(word, pieces);
    return pieces;
  };
}

function piecesOf(word: string, numbers: ReadonlyMap<string, number>, unknown: number): readonly number[] {
  const runs = plain(word).match(RUNS) ?? [];
  const pieces = runs.flatMap((run) => longestFirst(run, numbers, unknown)).slice(0, LONGEST);
  return pieces.length ? pieces : [unknown];
}

/** "Übergröße\u00ad" → "ubergroße": no control characters, and each Chinese character a word of its own */
function plain(word: string): string {
  const small = word
    .normalize('NFD')
    .replace(/[\p{Mn}\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, '')
    .toLowerCase();
  return small.replace(/\p{Script=Han}/gu, ' $& ');
}

function longestFirst(run: string, numbers: ReadonlyMap<string, number>, unknown: number): number[] {
  if (MARK.test(run)) return [numbers.get(run) ?? unknown];
  const letters = [...run];
  if (letters.length > LONGEST_RUN) return [unknown];
  const pieces: number[] = [];
  for (let from = 0; from < letters.length; ) {
    let to = letters.length;
    let number: number | undefined;
    for (; to > from; to--) {
      number = numbers.get((from > 0 ? '##' : '') + letters.slice(from, to).join(''));
      if (number !== undefined) break;
    }
    if (number === undefined) return [unknown];
    pieces.push(number);
    from = to;
  }
  return pieces;
}
