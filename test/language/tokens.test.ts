import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verbForms } from '../../src/language/forms.ts';
import { parse } from '../../src/language/parse.ts';
import { quotations } from '../../src/language/quotations.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

const tokens = (text: string): string[] => tokenize(text, [0, text.length]).map((token) => token.text);

it.each<[reason: string, text: string, expected: string[]]>([
  ['contractions are two words', 'They don’t know', ['They', 'do', 'n’t', 'know']],
  ['with straight marks too', "It's here", ['It', "'s", 'here']],
  ['cannot', 'We cannot go', ['We', 'can', 'not', 'go']],
  ['abbreviations keep their stops', 'the U.S. and Mr. Kim', ['the', 'U.S.', 'and', 'Mr.', 'Kim']],
  ['numbers keep their commas', 'at least 10,000 troops', ['at', 'least', '10,000', 'troops']],
  ['money', '$2.5 million', ['$', '2.5', 'million']],
  ['hyphens join', 'a long-range missile', ['a', 'long-range', 'missile']],
  ['marks stand alone', '“No,” he said…', ['“', 'No', ',', '”', 'he', 'said', '…']],
  ['an address is one', 'see https://a.example/x?y=1.', ['see', 'https://a.example/x?y=1', '.']],
  ['emoji are whole', 'so 😀 then', ['so', '😀', 'then']],
])('tokens: %s', (_reason, text, expected) => {
  expect(tokens(text)).toEqual(expected);
});

const sentences = (text: string): string[] => {
  const parsed = parse(documentFrom([text]));
  return parsed.sentences.map(({ span }) => slice(text, span));
};

it.each<[reason: string, text: string, expected: string[]]>([
  ['two', 'It fell. Nobody saw it.', ['It fell.', 'Nobody saw it.']],
  ['a title', 'Gen. Kim left. He slept.', ['Gen. Kim left.', 'He slept.']],
  ['a country in the middle', 'The U.S. Senate met.', ['The U.S. Senate met.']],
  ['a country at the end', 'He flew to the U.S. The trip was long.', ['He flew to the U.S.', 'The trip was long.']],
  ['a question with its speaker', '“Is it over?” Smith asked.', ['“Is it over?” Smith asked.']],
  ['a quotation that ends a sentence', 'He said: “No.” She left.', ['He said: “No.”', 'She left.']],
  ['decimals', 'It rose 3.5 percent. It fell.', ['It rose 3.5 percent.', 'It fell.']],
])('sentences: %s', (_reason, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

describe('quotations', () => {
  const quoted = (...paragraphs: string[]): string[] => {
    const document = documentFrom(paragraphs);
    return quotations(document).map(
      (q) => `${'>'.repeat(q.depth)}${slice(document.text, q.inner)}${q.continues ? '+' : ''}`,
    );
  };
  it.each<[reason: string, paragraphs: string[], expected: string[]]>([
    ['curly', ['“One,” he said, “two.”'], ['One,', 'two.']],
    ['straight', ['"One," he said, "two."'], ['One,', 'two.']],
    ['British, with an apostrophe', ['‘We don’t know,’ she said.'], ['We don’t know,']],
    ['British, with a possessive plural', ['‘It is the officials’ claim,’ she said.'], ['It is the officials’ claim,']],
    ['an apostrophe alone is none', ['The officials’ claim and the ’90s.'], []],
    ['one in the other', ['“He said ‘no’ to me,” she said.'], ['He said ‘no’ to me,', '>no']],
    ['over two paragraphs', ['“One.', '“Two,” she said.'], ['One.+', 'Two,']],
    ['never closed', ['“One. And more'], ['One. And more']],
    ['typewriter', ["``One,'' he said."], ['One,']],
    ['two apostrophes for either mark', ["''One,'' he said."], ['One,']],
  ])('%s', (_reason, paragraphs, expected) => {
    expect(quoted(...paragraphs)).toEqual(expected);
  });
});

it.each([
  ['deny', 'denied'],
  ['plan', 'planned'],
  ['say', 'said'],
  ['cite', 'citing'],
  ['lie', 'lying'],
  ['agree', 'agreeing'],
  ['publish', 'publishes'],
])('%s has the form %s', (lemma, form) => {
  expect(verbForms(lemma)).toContain(form);
});

it('words lie in order in the text and hang in trees of their own sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const parsed = parse(documentFrom(text ? [text] : []));
      let end = 0;
      for (const { start, end: to, text: word } of parsed.words) {
        expect(start).toBeGreaterThanOrEqual(end);
        expect(text.slice(start, to)).toBe(word);
        end = to;
      }
      for (const { run } of parsed.sentences) {
        for (let at = run[0]; at < run[1]; at++) {
          const seen = new Set<number>();
          for (let up = at; up >= 0; up = parsed.words[up]!.head) {
            expect(up >= run[0] && up < run[1] && !seen.has(up)).toBe(true);
            seen.add(up);
          }
        }
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});
