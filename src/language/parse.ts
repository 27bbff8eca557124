import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { depend, LABELS } from './depend.ts';
import { lexemeOf } from './lexeme.ts';
import { englishModel, type LanguageModel } from './model.ts';
import { type Quotation, quotations } from './quotations.ts';
import { type Run, sentences } from './sentences.ts';
import { nominal, TAGS, tag } from './tag.ts';
import { bodyWords, isTitleCase, untitled } from './title-case.ts';
import { type Token, tokenize } from './tokens.ts';

/** A token with its Penn tag and its place in the sentence's tree. */
export interface Word extends Token {
  /** as the word lists have it: small letters, straight apostrophes */
  readonly form: string;
  readonly tag: string;
  /** index of the word that governs it; -1 for the root of the sentence */
  readonly head: number;
  /** Stanford dependency: nsubj, ccomp, dobj … */
  readonly label: string;
}

export interface Sentence {
  /** words `[first, last)` */
  readonly run: Run;
  readonly span: Span;
  /** index of the block it stands in */
  readonly block: number;
}

/** What the language stage knows of a document: words, sentences, trees and quotation marks. */
export interface Parse {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /** the words that each word governs, in text order */
  readonly dependents: readonly (readonly number[])[];
}

/** The longest run of words that is read as one sentence: a text without full stops must not take quadratic time. */
const LONGEST = 200;

export function parse(document: Document, model: LanguageModel = englishModel()): Parse {
  const words: Word[] = [];
  const found: Sentence[] = [];
  const body = bodyWords(document);
  document.blocks.forEach((block, index) => {
    const tokens = tokenize(document.text, withoutDateline(document, block.span));
    const titled = /^head/.test(block.kind) && isTitleCase(tokens);
    for (const run of sentences(tokens).flatMap(shorten)) {
      const part = tokens.slice(...run);
      const first = words.length;
      words.push(
        ...treeOf(part, titled ? part.map((token) => untitled(token.text, body)) : part.map(textOf), first, model),
      );
      found.push({ run: [first, words.length], span: [part[0]!.start, part.at(-1)!.end], block: index });
    }
  });
  return {
    text: document.text,
    words,
    sentences: found,
    quotations: quotations(document),
    dependents: dependentsOf(words),
  };
}

function shorten([first, last]: Run): Run[] {
  const parts: Run[] = [];
  for (let at = first; at < last; at += LONGEST) parts.push([at, Math.min(last, at + LONGEST)]);
  return parts;
}

const textOf = (token: Token): string => token.text;

/** "SEOUL, Nov. 2 (Agency) —" is no part of the sentence after it. */
function withoutDateline({ text, dateline }: Document, [start, end]: Span): Span {
  if (!dateline || dateline[0] < start || dateline[1] >= end) return [start, end];
  const agency = /^\s*(?:\([^()]{1,60}\))?\s*[—–:-]*\s*/.exec(text.slice(dateline[1], Math.min(end, dateline[1] + 80)));
  return [dateline[1] + (agency?.[0].length ?? 0), end];
}

/** @param seen the words as the tagger should see them */
function treeOf(tokens: readonly Token[], seen: readonly string[], first: number, model: LanguageModel): Word[] {
  const lexemes = seen.map(lexemeOf);
  const tags = nominal(seen, tag(model.tagger, lexemes));
  const tree = depend(model.moves, model.labels, lexemes, tags);
  return tokens.map(({ start, end, text }, i) => ({
    start,
    end,
    text,
    form: lexemes[i]!.form,
    tag: TAGS[tags[i]!]!,
    head: tree.heads[i]! >= tokens.length || tree.heads[i]! < 0 ? -1 : first + tree.heads[i]!,
    label: LABELS[tree.labels[i]!]!,
  }));
}

/** Most words govern none or one: a list that begins empty takes room for seventeen at the first push. */
function dependentsOf(words: readonly Word[]): readonly (readonly number[])[] {
  const none: number[] = [];
  const dependents = words.map(() => none);
  words.forEach(({ head }, i) => {
    if (head < 0) return;
    if (dependents[head] === none) dependents[head] = [i];
    else dependents[head]!.push(i);
  });
  return dependents;
}
