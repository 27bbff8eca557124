import type { Parse } from '../language/parse.ts';
import type { Quotation } from '../language/quotations.ts';
import type { Document } from '../text/document.ts';
import { contains, type Span } from '../text/span.ts';
import type { Attribution, Hop } from './attribution.ts';
import { type AttributionModel, accurateModel } from './attribution-model.ts';
import { authorOf, ownAuthor } from './author.ts';
import { hopsOf } from './chain.ts';
import { factualityOf, ownFactuality } from './factuality.ts';
import { mannerOf } from './manner.ts';
import { ownHop } from './own-hop.ts';
import type { Chosen } from './select.ts';
import { outermostOf } from './snap.ts';
import { statementId } from './statement-id.ts';
import { voicesOf } from './voices.ts';

/**
 * Every attributed statement of a document, and what it asserts itself, in text order: the model chooses cues with
 * their sources and contents; rules tell chain, manner and factuality. English only; of other languages nothing is said.
 */
export async function attribute(
  document: Document,
  parse: Parse,
  model: AttributionModel = accurateModel(),
): Promise<Attribution[]> {
  if (document.language !== null && document.language !== 'en') return [];
  const told = withTellers(parse, await model.choose(parse)).map((one) => withOffice(parse, withoutUs(parse, one)));
  const hops = told.map(({ candidate }) => hopsOf(parse, candidate));
  const chosen = told.map((one, i) => withoutCredit(parse, one, hops[i]!));
  const named = chosen.map(({ candidate }) => statementId(document, 'attribution', candidate.content, candidate.cue));
  const quotations = outermostOf(parse);
  const found = chosen.map((_, i) => attributionOf(document, parse, chosen, hops, named, quotations, i));
  const voices = voicesOf(document, parse, found).map((content) => voiceOf(document, parse, content));
  return [...found, ...voices].sort((a, b) => startOf(a) - startOf(b));
}

/** "Let’S say there is no certificate": us, and nobody who says it. */
function withoutUs({ text }: Parse, chosen: Chosen): Chosen {
  const source = chosen.candidate.source.filter(([start, end]) => !/^['’]s$/i.test(text.slice(start, end)));
  return { ...chosen, candidate: { ...chosen.candidate, source } };
}

/** What stands behind the last quotation mark of what is said: "…,” the official, who asked not to be named" */
const BEHIND_QUOTE = /[,.!?]["”’]\s+((?:\p{L}|\d)[^"“”]*?)[\s,]*$/u;

/** What stands in the words of who tells stands in nothing that was told. */
function withTellers(parse: Parse, chosen: readonly Chosen[]): readonly Chosen[] {
  const told = chosen.map((one) => withTeller(parse, one));
  return told.map((one) => {
    const around = one.within === null ? null : told[one.within]!;
    if (around === null || around === chosen[one.within!]) return one;
    const isIn = around.candidate.content.some((span) => one.candidate.cue.every((cue) => contains(span, cue)));
    return isIn ? one : { ...one, within: null };
  });
}

/** "“A drone hit it,” THE OFFICIAL, who asked not to be named, told Meridian": whoever is told does not say it. */
function withTeller({ text }: Parse, chosen: Chosen): Chosen {
  const { content, cue, source } = chosen.candidate;
  const [said, told, whom] = [content[0], cue[0], source[0]];
  if (!said || !told || !whom || content.length > 1 || said[1] > told[0]) return chosen;
  if (!/\btold$/.test(text.slice(...told)) || text.slice(told[1], whom[0]).trim() !== '') return chosen;
  const teller = BEHIND_QUOTE.exec(text.slice(...said));
  if (!teller) return chosen;
  const start = said[0] + teller.index + teller[0].indexOf(teller[1]!, 2);
  const mark: Span = [said[0], said[0] + teller.index + 2];
  return {
    ...chosen,
    candidate: { ...chosen.candidate, content: [mark], source: [[start, start + teller[1]!.length]] },
  };
}

/** "THE OFFICE OF Mayor Harrow denied it": her office did, and not she. */
function withOffice({ text }: Parse, chosen: Chosen): Chosen {
  const source = chosen.candidate.source.map(([start, end]): Span => {
    const office = /\bthe (?:press )?office of (?:the )?$/i.exec(
      text.slice(Math.max(0, start - LONGEST_OFFICE), start),
    );
    return [start - (office?.[0].length ?? 0), end];
  });
  return { ...chosen, candidate: { ...chosen.candidate, source } };
}
const LONGEST_OFFICE = 'the press office of the '.length;

/** "The town was shelled, the agency said, CITING A MONITOR": whom it cites is no part of what is said. */
function withoutCredit({ text }: Parse, chosen: Chosen, hops: readonly Hop[]): Chosen {
  const isCredit = (span: Span): boolean =>
    /^(?:citing|quoting|attributing)\s/i.test(text.slice(...span)) &&
    hops.some(({ span: cited }) => cited && cited[0] > span[0] && cited[0] <= span[1] + ' to '.length);
  const content = chosen.candidate.content.filter((span, i) => i === 0 || !isCredit(span));
  return { ...chosen, candidate: { ...chosen.candidate, content } };
}

const startOf = ({ content, cue, source }: Attribution): number =>
  Math.min(...[content[0], cue[0], source[0]].filter((span) => span !== undefined).map(([start]) => start));

function attributionOf(
  document: Document,
  parse: Parse,
  chosen: readonly Chosen[],
  hops: readonly (readonly Hop[])[],
  ids: readonly string[],
  quotations: readonly Quotation[],
  i: number,
): Attribution {
  const { candidate, within } = chosen[i]!;
  const { content, cue, source, rate } = candidate;
  const factuality = factualityOf(parse, candidate);
  return {
    id: ids[i]!,
    kind: 'attribution',
    manner: mannerOf(content, quotations),
    content,
    cue,
    source,
    chain: [...relayed(parse, chosen, hops, i), ownHop(document)],
    ...factuality,
    author: authorOf(parse, candidate, factuality, within !== null),
    said: null,
    within: within === null ? null : ids[within]!,
    confidence: Math.round(rate * 100) / 100,
  };
}

/** Nobody reports on the word of more than this many others; a text that seems to is broken. */
const DEEPEST = 6;

/** Its own links, then those of the statements that it stands in: the words of Kim, on the word of state media. */
function relayed(parse: Parse, chosen: readonly Chosen[], hops: readonly (readonly Hop[])[], i: number): Hop[] {
  const chain: Hop[] = [];
  let at: number | null = i;
  let below = i;
  for (let depth = 0; at !== null && depth < DEEPEST; depth++) {
    for (const own of hops[at]!) {
      const hop =
        depth > 0 && own === hops[at]![0] && own.basis === null && wasTold(parse, chosen[below]!)
          ? { ...own, basis: 'told' as const }
          : own;
      if (!chain.some(({ name, span }) => name === hop.name && (span === null) === (hop.span === null)))
        chain.push(hop);
    }
    below = at;
    at = chosen[at]!.within;
  }
  return chain;
}

/** "a guard had TOLD HIM", "she WAS TOLD by": whoever passes it on had it told. */
function wasTold({ words }: Parse, { candidate: { at, lemma } }: Chosen): boolean {
  if (!/^(?:tell|inform|warn|assure)$/.test(lemma)) return false;
  return (
    /^(?:him|her|them|me|us)$/.test(words[at + 1]?.form ?? '') ||
    /^(?:was|were|been|be)$/.test(words[at - 1]?.form ?? '')
  );
}

function voiceOf(document: Document, parse: Parse, content: readonly Span[]): Attribution {
  const factuality = ownFactuality(parse, content);
  return {
    id: statementId(document, 'voice', content, []),
    kind: 'voice',
    manner: 'indirect',
    content,
    cue: [],
    source: [],
    chain: [ownHop(document)],
    ...factuality,
    author: ownAuthor(parse, content, factuality),
    said: null,
    within: null,
    confidence: 1,
  };
}
