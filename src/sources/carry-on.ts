import type { Attribution, Hop } from '../attributions/attribution.ts';
import { firstWordAt, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';

/** In paragraphs: so long an unnamed source goes on telling the one it was introduced as telling. */
const REACH = 2;

/**
 * "Two officials told the Post …. THEY SAID …": who is not named and spoke to a paper is still speaking to it. The link
 * has no words of its own there.
 */
export function carryOn(parse: Parse, attributions: readonly Attribution[]): Attribution[] {
  const told = new Map<string, { readonly relay: Hop; readonly block: number }>();
  return attributions.map((attribution) => {
    const [knows, ...rest] = attribution.chain;
    if (!knows?.source || !/^(?:anonymous|collective)$/.test(knows.kind ?? '') || attribution.within !== null)
      return attribution;
    const block = blockOf(parse, attribution);
    const relay = rest.slice(0, -1).find(({ basis, span }) => basis === 'told' && span !== null);
    if (relay) told.set(knows.source, { relay, block });
    const before = told.get(knows.source);
    if (rest.length !== 1 || !before || block - before.block > REACH) return attribution;
    return { ...attribution, chain: [knows, { ...before.relay, span: null }, ...rest] };
  });
}

const blockOf = (parse: Parse, { content, cue, source }: Attribution): number => {
  const [first] = [...cue, ...source, ...content];
  const at = first ? firstWordAt(parse, first[0]) : parse.words.length;
  return at < parse.words.length ? sentenceOf(parse, at).block : 0;
};
