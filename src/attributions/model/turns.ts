import type { Parse } from '../../language/parse.ts';
import type { Candidate } from '../candidates.ts';
import { firstWordAt } from '../tree.ts';

/** A line that opens with a name in capitals and a colon. */
const TURN = /^[^\S\n]*(\p{Lu}[\p{Lu}.’'-]{2,}(?:[^\S\n]\p{Lu}[\p{Lu}.’'-]+){0,3})(:)[^\S\n]+(\S[^\n]*)$/gmu;
/** "BREAKING: …" stands alone; whoever speaks in a transcript is answered. */
const SPEAKERS = 2;
/** Confidence in a turn of a transcript. */
const SPOKEN = 0.9;

/** The turns of a transcript: "WHITLOCK: Did you lock the door?" Nothing where fewer than two speak. */
export function turns(parse: Parse): Candidate[] {
  const found = [...parse.text.matchAll(TURN)];
  if (new Set(found.map(([, name]) => name)).size < SPEAKERS) return [];
  return found.map((turn) => {
    const [line, name, colon, said] = turn as unknown as [string, string, string, string];
    const source = turn.index + line.indexOf(name);
    const cue = source + name.length;
    const content = turn.index + line.indexOf(said, name.length + 1);
    return {
      cueClass: 'noun',
      lemma: colon,
      frame: 'quote-colon',
      at: Math.min(firstWordAt(parse, cue), parse.words.length - 1),
      content: [[content, content + said.trimEnd().length]],
      cue: [[cue, cue + 1]],
      source: [[source, cue]],
      rate: SPOKEN,
    };
  });
}
