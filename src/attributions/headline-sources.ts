import type { Parse, Sentence } from '../language/parse.ts';
import type { Candidate } from './candidates.ts';
import type { CueLexicon } from './lexicon.ts';
import type { Chosen } from './select.ts';
import { sourceKind } from './source-kind.ts';
import { lower, spanOf } from './tree.ts';
import { UNWEIGHED, withUnowned } from './unowned.ts';

/** Verbs that end a headline behind who says it, and that are taken for nouns there. */
const SAYS = /^(?:says?|claims?|warns?|alleges?|insists?|admits?|reports?|suggests?|announces?|confirms?)$/;
/** Who is told of by a word that else tells of no source. */
const SOMEBODY =
  /^(?:ally|allies|boss|brother|chief|daughter|deputy|ex-wife|father|foe|friend|husband|mother|neighbou?r|rival|sister|son|widow|wife)s?$/;
/** In words: "the opposition leader of Wexley" */
const LONGEST_SOURCE = 6;

/** Verbs among them that nobody takes for a noun: whoever stands before them says it. */
const ONLY_SAYS = /^says?$/;

/** "Mayor has quit, HER DEPUTY CLAIMS": a headline that ends in who says it, where neither rules nor model have it so. */
export function withHeadlineSources(parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): readonly Chosen[] {
  const more = parse.sentences.flatMap((sentence, i) =>
    isAlone(parse, i) ? (saidAtEnd(parse, sentence, lexicon) ?? []) : [],
  );
  const kept = chosen.filter(({ candidate }) => !more.some((one) => isCutWrong(candidate, one)));
  return withUnowned(parse, kept, more, ({ content, cue, source }) => [...content, ...cue, ...source]);
}

/** "Ferry sank | AFTER COLLISION, coast guard chief | says": the source begins before the comma. */
const isCutWrong = (chosen: Candidate, found: Candidate): boolean =>
  chosen.at === found.at && (chosen.source[0]?.[0] ?? found.source[0]![0]) < found.source[0]![0];

/** Does its block hold this sentence only? */
const isAlone = ({ sentences }: Parse, i: number): boolean =>
  sentences[i - 1]?.block !== sentences[i]!.block && sentences[i + 1]?.block !== sentences[i]!.block;

function saidAtEnd(parse: Parse, { run: [first, last] }: Sentence, lexicon: CueLexicon): Candidate | null {
  const { words } = parse;
  const at = last - 1;
  if (at - first < 4 || !SAYS.test(lower(words[at]!))) return null;
  let from = at;
  while (from > first && at - from <= LONGEST_SOURCE && /^(?:NN|JJ|DT$|PRP\$|POS$|IN$)/.test(words[from - 1]!.tag))
    from--;
  if (from === at || words[from - 1]?.text !== ',' || from - 1 - first < 2) return null;
  if (!ONLY_SAYS.test(lower(words[at]!)) && !isSomebody(parse, from, at)) return null;
  const [content, cue, source] = [
    spanOf(parse, [first, from - 1]),
    spanOf(parse, [at, last]),
    spanOf(parse, [from, at]),
  ];
  if (!content || !cue || !source) return null;
  return {
    ...{ cueClass: 'verb', lemma: lexicon.lemma(lower(words[at]!)), frame: 'parenthesis', at, rate: UNWEIGHED },
    ...{ content: [content], cue: [cue], source: [source] },
  };
}

/** "opposition leader", "Vance", "her deputy"; not "insurance claims" */
function isSomebody({ words, text }: Parse, from: number, at: number): boolean {
  const last = words[at - 1]!;
  if (SOMEBODY.test(lower(last)) || (last.tag.startsWith('NNP') && /^\p{Lu}/u.test(last.text))) return true;
  return sourceKind(text.slice(words[from]!.start, last.end)) !== null || sourceKind(lower(last)) !== null;
}
