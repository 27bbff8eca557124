import { isNamed, isSourceNoun, singular, sourceKind } from '../attributions/source-kind.ts';
import { firstWordAt, lower } from '../attributions/tree.ts';
import type { Parse, Word } from '../language/parse.ts';
import { governmentOf } from '../meaning/metonym.ts';
import { type Span, slice } from '../text/span.ts';
import { isDescription, isPersonNoun, kindOfNoun } from './described.ts';
import type { Mention } from './mention.ts';
import { isName, nameRuns, TAKES_OF } from './name-runs.ts';
import { isRole } from './office.ts';
import { type Gender, isSurelyPerson, isTitle, nameWords, type PersonName, personName } from './person-name.ts';

type Run = readonly [number, number];

/** What tells of the whole text, made once. */
export interface Ground {
  readonly parse: Parse;
  /** the sentence of each word */
  readonly sentence: Int32Array;
  /** is the word between quotation marks? */
  readonly quoted: Uint8Array;
}

export function groundOf(parse: Parse): Ground {
  const sentence = new Int32Array(parse.words.length);
  for (const [i, { run }] of parse.sentences.entries()) sentence.fill(i, ...run);
  const quoted = new Uint8Array(parse.words.length);
  let until = 0; // quotations lie in one another: no word is marked twice
  for (const { span } of parse.quotations.toSorted((a, b) => a.span[0] - b.span[0])) {
    if (span[1] <= until) continue;
    mark(parse, quoted, [Math.max(span[0], until), span[1]]);
    until = span[1];
  }
  return { parse, sentence, quoted };
}

function mark(parse: Parse, quoted: Uint8Array, [start, end]: Span): void {
  for (let at = firstWordAt(parse, start); at < quoted.length && parse.words[at]!.start < end; at++) quoted[at] = 1;
}

const PERSONAL: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ...['he', 'him', 'his', 'himself'].map((word): [string, Gender] => [word, 'male']),
  ...['she', 'her', 'hers', 'herself'].map((word): [string, Gender] => [word, 'female']),
  ...[
    'it',
    'its',
    'they',
    'them',
    'their',
    'theirs',
    'i',
    'me',
    'my',
    'we',
    'us',
    'our',
    'who',
    'whom',
    'which',
    'that',
  ].map((word): [string, null] => [word, null]),
]);

/** Every name, every personal pronoun and every noun phrase for somebody, in text order. */
export function mentionsIn(ground: Ground): Mention[] {
  const { parse } = ground;
  const found = nameRuns(parse).flatMap((run) => nameMention(ground, run) ?? []);
  parse.words.forEach(({ tag, form }, at) => {
    if (/^PRP\$?$/.test(tag) && PERSONAL.has(form)) found.push(mentionOf(ground, [at, at + 1], at, 'pronoun'));
    else if (/^NNS?$/.test(tag) && endsPhrase(parse, at) && isSomebody(parse.words[at]!))
      found.push(phraseMention(ground, at));
  });
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

const endsPhrase = ({ words }: Parse, at: number): boolean => !/^(?:NN|POS)/.test(words[at + 1]?.tag ?? '');

const isSomebody = (word: Word): boolean => {
  const noun = singular(word.form);
  return isDescription(noun) || isSourceNoun(noun) || isPersonNoun(noun);
};

/** "the former inspector", "two Western officials": back from the noun to the article. */
function phraseMention(ground: Ground, noun: number): Mention {
  const { words } = ground.parse;
  const { run } = ground.parse.sentences[ground.sentence[noun]!]!;
  let first = noun;
  while (first > run[0] && /^(?:NN|JJ|CD$|HYPH$|VB[GN]$|POS$|RBS$|JJS$)/.test(words[first - 1]!.tag)) first--;
  if (first > run[0] && /^(?:DT|PRP\$)$/.test(words[first - 1]!.tag)) first--;
  return nounMention(ground, [first, noun + 1], noun);
}

function nounMention(ground: Ground, [first, last]: Run, head: number): Mention {
  const { words, text } = ground.parse;
  const definite = /^(?:the|that|this|these|those)$/.test(words[first]!.form);
  const phrase = slice(text, [words[first]!.start, words[last - 1]!.end]).replace(/\s+/g, ' ');
  const whole = mentionOf(ground, [first, last], head, definite ? 'definite' : 'indefinite');
  return {
    ...whole,
    kind: sourceKind(phrase) ?? (isPersonNoun(singular(words[head]!.form)) ? 'anonymous' : null),
    plural: words[head]!.tag.endsWith('S'),
    gender: genderOfNoun(ground.parse, head),
  };
}

const MONTH_OR_DAY =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\.?$/;

function nameMention(ground: Ground, [first, last]: Run): Mention | null {
  const { words } = ground.parse;
  let from = first;
  while (from < last && MONTH_OR_DAY.test(words[from]!.text)) from++;
  if (from === last || isNumbered(words, last)) return null;
  return mentionOf(ground, [from, last], headOf(words, from, last), 'name');
}

/** "Quay 6", "Gate 12" is a place with its number, and nobody. */
const isNumbered = (words: readonly Word[], last: number): boolean =>
  /^\d{1,4}[A-Za-z]?$/.test(words[last]?.text ?? '') &&
  /^(?:Quay|Pier|Dock|Berth|Wharf|Jetty|Gate|Terminal|Platform|Track|Route|Highway|Junction|Block|Room|Ward|Floor|Level|Hangar|Shed|Tank|Unit|Sector|Zone|Area|Checkpoint|Well|Shaft|Reactor|Building|Plot|Lot)$/.test(
    words[last - 1]!.text,
  );

/** "the University of Kansas" hangs on "University" */
function headOf(words: readonly Word[], first: number, last: number): number {
  for (let at = last - 1; at >= first; at--) {
    const { head } = words[at]!;
    if (head < first || head >= last) return at;
  }
  return last - 1;
}

function mentionOf(ground: Ground, run: Run, head: number, form: Mention['form']): Mention {
  const { parse, sentence, quoted } = ground;
  const span: Span = [parse.words[run[0]]!.start, parse.words[run[1] - 1]!.end];
  const name = bareName(slice(parse.text, span));
  const { label, tag } = parse.words[head]!;
  const kind = form === 'name' ? sourceKind(name) : null;
  const person = form === 'name' && kindBefore(parse, run) === null ? personOf(parse, run, kind) : null;
  return {
    form,
    span,
    run,
    head,
    governor: parse.words[head]!.head,
    name,
    kind: form === 'name' ? kindOfName(parse, run, name, kind, person) : kind,
    person,
    gender: person?.gender ?? PERSONAL.get(lower(parse.words[head]!)) ?? null,
    plural:
      form === 'name'
        ? tag === 'NNPS' && kind !== 'organisation'
        : /^(?:they|them|their|theirs|we|us|our)$/.test(lower(parse.words[head]!)),
    sentence: sentence[head]!,
    block: parse.sentences[sentence[head]!]!.block,
    modifier: form === 'name' && isModifier(parse, head, run[1]),
    located: /^(?:in|on|near|at|from|across|outside|inside|around|toward|towards|through)$/.test(
      parse.words[run[0] - 1]?.form ?? '',
    ),
    place: /subj/.test(label) ? 'subject' : label === 'nmod:poss' || tag === 'PRP$' ? 'owner' : 'other',
    quoted: quoted[head] === 1,
  };
}

function kindOfName(
  parse: Parse,
  run: Run,
  name: string,
  kind: Mention['kind'],
  person: PersonName | null,
): Mention['kind'] {
  if (person && isSurelyPerson(name.split(' '))) return 'person';
  return kindBefore(parse, run) ?? (kind === 'person' && !person ? null : kind);
}

/** "the paper | Södra Bladet": what the noun before a name says it is. */
function kindBefore({ words }: Parse, [first]: Run): Mention['kind'] {
  const noun = words[first - 1];
  if (!noun || !/^(?:NN|JJ)$/.test(noun.tag) || isRole(noun) || words[first]!.start - noun.end > 1) return null;
  if (noun.form === 'agency' && words[first - 2]?.form === 'news') return 'agency';
  return kindOfNoun(noun.form);
}

/** "the Torv campaign", not "Torv's campaign" nor "spokesman Torv" */
function isModifier({ words }: Parse, head: number, last: number): boolean {
  const { label, head: above } = words[head]!;
  return label === 'compound' && above >= last && words[last]?.text !== "'s" && above - head <= 4;
}

function personOf({ words }: Parse, [first, last]: Run, kind: Mention['kind']): PersonName | null {
  const own = words.slice(first, last).map(({ text }) => text);
  if (kind !== null && kind !== 'person' && kind !== 'office' && !isSurelyPerson(own)) return null;
  if (nameWords(own).some((word) => /^(?:of|for|&)$/.test(word))) return null;
  const before = words[first - 1];
  if (/^(?:the|The)$/.test(before?.text ?? '') && !isTitle(words[first]!.text)) return null; // "the Suez Mirror"
  const role = before && /^NN$/.test(before.tag) && /^\p{Ll}/u.test(before.text) ? [before.text] : [];
  return personName([...role, ...own]);
}

export const bareName = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|The|a|A|an|An)\s+(?=\S)/, '')
    .replace(/[’']s?$/, '');

/** The mention that a source's words are: one of the names and pronouns found, or a noun phrase of its own. */
export function sourceMention(ground: Ground, span: Span, at: ReadonlyMap<number, Mention>): Mention | null {
  const { parse } = ground;
  const first = firstWordAt(parse, span[0]);
  let last = first;
  while (last < parse.words.length && parse.words[last]!.start < span[1]) last++;
  if (first === last) return null;
  const phrase = slice(parse.text, span);
  const core = endOfCore(parse, first, last);
  if (core === first + 1 && PERSONAL.has(lower(parse.words[first]!)) && parse.words[first]!.text !== 'WHO')
    return at.get(first) ?? mentionOf(ground, [first, last], first, 'pronoun');
  if (/^(?:nobody|no|none|neither)$/.test(parse.words[first]!.form)) return null; // "Nobody has claimed it"
  const joined = joinedNames(parse, at, first, core);
  if (joined) return { ...nounMention(ground, [first, core], core - 1), kind: 'collective', plural: true };
  const named = namedIn(at, first, core);
  if (named && isNamed(bareName(phrase)) && !isOnlyTitle(named)) return named;
  return nounMention(
    ground,
    [first, beforeComma(parse, first, last)],
    Math.min(core - 1, Math.max(first, headOf(parse.words, first, core))),
  );
}

/** "the man | who shot the guard", "her lawyer | , Terrence Oduya" */
function beforeComma({ words }: Parse, first: number, last: number): number {
  let at = first + 1;
  while (at < last && words[at]!.text !== ',' && !/^(?:WP|WDT)$/.test(words[at]!.tag)) at++;
  return at;
}

/** "Maria Smith and Peter Jones" are two, and neither of them alone. */
function joinedNames({ words }: Parse, at: ReadonlyMap<number, Mention>, first: number, core: number): boolean {
  for (let word = first + 1; word < core; word++) {
    if (words[word]!.tag !== 'CC') continue;
    const before = namedIn(at, first, word) !== null;
    if (before && namedIn(at, word + 1, core) !== null) return true;
  }
  return false;
}

const isOnlyTitle = ({ name }: Mention): boolean => governmentOf(name) === null && name.split(' ').every(isTitle);

function genderOfNoun({ words }: Parse, noun: number): Gender | null {
  const word = lower(words[noun]!);
  if (/woman$|women$|^(?:mother|sister|daughter|widow|wife|girl|queen|princess|actress)s?$/.test(word)) return 'female';
  return /[a-z]man$|men$|^(?:father|brother|son|widower|husband|boy|king|prince)s?$/.test(word) ? 'male' : null;
}

/** "a spokesman | for the ministry", "Hong Min | , a senior analyst": where the phrase's own name or noun ends. */
function endOfCore({ words }: Parse, first: number, last: number): number {
  for (let at = first + 1; at < last; at++) {
    const { tag, text } = words[at]!;
    const joins =
      text === 'of' || text === 'for'
        ? TAKES_OF.test(words[at - 1]!.text) && isName(words[at + 1] ?? words[at]!)
        : false;
    if (
      text === ',' ||
      (tag === 'POS' && !/^(?:NN|JJ)/.test(words[at + 1]?.tag ?? '')) ||
      ((tag === 'IN' || tag === 'TO' || tag === 'WP' || tag === 'WDT') && !joins)
    )
      return at;
  }
  return last;
}

/** The name that ends where the phrase's core ends: "Gen. Kim Yong" in "spokesman Gen. Kim Yong" */
function namedIn(at: ReadonlyMap<number, Mention>, first: number, core: number): Mention | null {
  for (let word = first; word < core; word++) {
    const mention = at.get(word);
    if (mention?.form === 'name' && mention.run[1] === core) return mention;
  }
  return null;
}
