import { nounPhrase } from '../attributions/source.ts';
import { dependentOf, isVerb, lower, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { isOf } from './event-lexicon.ts';
import { isDemonym, type Run } from './event-party.ts';

/** "Angolan REBELS", where the tree has a verb and so no phrase */
function wordsBefore(parse: Parse, head: number): Run {
  const [from] = sentenceOf(parse, head).run;
  let first = head;
  while (first > from && /^(?:NN|JJ|CD|DT$)/.test(parse.words[first - 1]!.tag)) first--;
  return [first, head + 1];
}

/** Without the preposition before it, what a verb behind it says, and days. */
export function phrase(parse: Parse, head: number): Run {
  const [first, last] = wholePhrase(parse, head);
  let from = first;
  const [start] = sentenceOf(parse, head).run;
  while (from > start && isOpening(parse, from - 1, head)) from--;
  if (
    isDemonym(parse, from) &&
    from - 2 >= start &&
    parse.words[from - 1]!.form === 'and' &&
    isDemonym(parse, from - 2)
  )
    from -= 2;
  return [from, last];
}

/** "ELEVEN hostages", with the number hung on something else */
const isOpening = (parse: Parse, at: number, head: number): boolean =>
  at < head &&
  (parse.words[at]!.tag === 'CD' ||
    (/^(?:det|amod)$/.test(parse.words[at]!.label) && /^(?:DT|JJ)/.test(parse.words[at]!.tag)));

const CUTS = /^(?:VBD|VBZ|VBP|MD|WDT|WP)$/;

function wholePhrase(parse: Parse, head: number): Run {
  const [first, last] =
    isVerb(parse.words[head]!) || parse.words[head]!.label === 'compound'
      ? wordsBefore(parse, head)
      : nounPhrase(parse, head, dependentOf(parse, head, 'case'));
  for (let at = head + 1; at < last; at++) {
    const { tag, label } = parse.words[at]!;
    if (CUTS.test(tag) || (tag === 'VBN' && label === 'acl')) return [first, at];
    if (tag === 'VBG' && /^(?:of|for|by|in|with)$/.test(parse.words[at - 1]!.form))
      return [first, Math.max(head + 1, at - 1)];
    if (isOf('notparty', lower(parse.words[at]!)))
      return [first, /^(?:on|in|last|this)$/.test(parse.words[at - 1]!.form) ? at - 1 : at];
  }
  return [first, last];
}
