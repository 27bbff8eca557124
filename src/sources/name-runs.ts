import type { Parse, Word } from '../language/parse.ts';
import { isTitle } from './person-name.ts';

type Run = readonly [number, number];

export const isName = ({ tag, text }: Word): boolean => /^NNPS?$/.test(tag) && /^[\p{Lu}\d]/u.test(text);

/** Words of a body that go on after "of": "Bank of England", "Institute for National Unification" */
export const TAKES_OF =
  /^(?:Bank|Department|Ministry|Minister|University|Institute|Office|Secretary|Council|House|Centre|Center|Board|Bureau|Committee|Commission|School|College|Church|Court|Society|League|Union|Association|Federation|Republic|Kingdom|States|Chamber|Chief|Director|Organization|Organisation|Community|Congress|Academy|Museum|Fund|Agency|Foundation|Campaign|Party|Movement|Army|Bishop|Archbishop|Prince|Duke|City|State|Isle|Isles|Sea|Bay|Gulf|Cape|Corporation|Commonwealth)$/;

/** The runs of words that make names, the longest at each place, in text order. */
export function nameRuns(parse: Parse): Run[] {
  const { words } = parse;
  const starts = new Set(
    parse.sentences.filter(({ block }, i, all) => block !== all[i - 1]?.block).map(({ run }) => run[0]),
  );
  const breaks = (at: number): boolean => starts.has(at) || isApart(words, at);
  const runs: Run[] = [];
  for (let at = 0; at < words.length; ) {
    if (!isName(words[at]!)) {
      at++;
      continue;
    }
    const last = endOfName(words, at, breaks);
    const missed = at > 0 && isMissedName(words[at - 1]!) && !breaks(at);
    const titled = at > 0 && isTitle(words[at - 1]!.text) && /^\p{Lu}/u.test(words[at - 1]!.text) && !breaks(at);
    const first = spelledOut(words, last, at) ?? (missed || titled ? at - 1 : at);
    while (runs.length && runs.at(-1)![0] >= first) runs.pop();
    runs.push([Math.max(first, runs.at(-1)?.[1] ?? 0), last]);
    at = last;
  }
  return [...runs, ...missedAtStart(parse, runs)].sort((a, b) => a[0] - b[0]);
}

/** "WHITCOMBE was less generous": a sentence's first word that is part of a name elsewhere in the text. */
function missedAtStart({ words, sentences }: Parse, runs: readonly Run[]): Run[] {
  const known = new Set(runs.flatMap(([first, last]) => words.slice(first, last).map(({ text }) => text)));
  const taken = new Set(runs.map(([first]) => first));
  return sentences.flatMap(({ run: [from, to] }): Run[] => {
    const at = /^["“‘']$/.test(words[from]!.text) ? from + 1 : from;
    const word = words[at];
    if (!word || at >= to || taken.has(at) || isName(word) || word.text.length < 3) return [];
    return /^\p{Lu}\p{Ll}/u.test(word.text) &&
      known.has(word.text) &&
      !isTitle(word.text) &&
      !isName(words[at + 1] ?? word)
      ? [[at, at + 1]]
      : [];
  });
}

/** "HONG Min", "WILL Smith": a capital on a word that the tagger took for a preposition or a verb. */
const isMissedName = ({ text, tag, form }: Word): boolean =>
  /^(?:IN|VB[DGNPZ]?|MD|FW|UH|RB)$/.test(tag) && /^\p{Lu}\p{Ll}+$/u.test(text) && !SMALL_WORDS.has(form);

const SMALL_WORDS = new Set(
  (
    'in on at by for from of to with as if that while after before since until although though because when where whereas unless under over near ' +
    'during without within against between among amid despite like than about above below behind beyond per via whether once is are was were be ' +
    'has have had do does did said says told asked can may might could should would must shall not also then now however meanwhile still only ' +
    'even just here there yes no well oh according including speaking asked citing quoting calling following see seen made given let'
  ).split(' '),
);

/** "Energy and Air Institute (EAI)": back to the word with the first of the letters in brackets. */
function spelledOut(words: readonly Word[], last: number, at: number): number | null {
  const letters = words[last]?.text === '(' ? (words[last + 1]?.text ?? '') : '';
  if (!/^\p{Lu}{2,8}$/u.test(letters)) return null;
  let left = letters.length;
  for (let w = last - 1; w >= 0 && last - w < 14; w--) {
    const initial = words[w]!.text[0]!;
    if (initial.toUpperCase() === letters[left - 1] && initial === initial.toUpperCase()) left--;
    if (left === 0) return w <= at ? w : null;
    if (/^[.,;:"“”]$/.test(words[w]!.text)) return null;
  }
  return null;
}

function endOfName(words: readonly Word[], first: number, breaks: (at: number) => boolean): number {
  let at = first + 1;
  for (; at < words.length; at++) {
    if (breaks(at)) break;
    if (isName(words[at]!)) continue;
    const joins = /^(?:&|de|del|van|von|der|bin|al)$/.test(words[at]!.text) || joinsBody(words, at);
    if (!joins) break;
    const next = words[at + 1]?.text === 'the' ? at + 2 : at + 1;
    if (!words[next] || !isName(words[next])) break;
    at = next;
  }
  return at;
}

const joinsBody = (words: readonly Word[], at: number): boolean =>
  /^(?:of|for)$/.test(words[at]!.text) && TAKES_OF.test(words[at - 1]!.text);

/** A line end, or more than a space, ends a name. */
const isApart = (words: readonly Word[], at: number): boolean => words[at]!.start - words[at - 1]!.end > 1;
