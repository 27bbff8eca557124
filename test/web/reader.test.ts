import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowOf } from '../../src/export/jsonl.ts';
import { segments } from '../../src/export/segments.ts';
import { asCorrected } from '../../src/ledger/corrected-attribution.ts';
import type { Standing } from '../../src/ledger/standing.ts';
import { toldOf } from '../../src/web/reader/edits.ts';
import { factsIn } from '../../src/web/reader/facts.ts';
import { markedOf, type Node, treeOf } from '../../src/web/reader/marks.ts';
import { newStatement, toldOfNew, voicesBeside, withName, withPart } from '../../src/web/reader/new-statement.ts';
import { trimmed } from '../../src/web/reader/selected-span.ts';
import { inPlace } from '../../src/web/review/in-place.ts';
import { HARBOUR } from '../export/harbour.ts';

const row = rowOf(HARBOUR);
const marked = markedOf(row, HARBOUR.attributions);

describe('the text with its marks', () => {
  const wordsIn = (nodes: readonly Node[]): string =>
    nodes
      .map((node) =>
        node.kind === 'text' ? row.text.slice(...node.span) : node.kind === 'mark' ? wordsIn(node.inside) : '',
      )
      .join('');

  test('is the text, character for character, whatever is marked in it', () => {
    fc.assert(
      fc.property(fc.nat(row.text.length), fc.nat(row.text.length), (a, b) => {
        const span = [Math.min(a, b), Math.max(a, b)] as const;
        const marks = marked.marks.filter((mark) => mark.span[0] < span[1] && mark.span[1] > span[0]);
        expect(wordsIn(treeOf(segments(span, marks)))).toBe(row.text.slice(...span));
      }),
    );
  });

  test('has a card for every statement and unknown, in the order of the text', () => {
    expect(marked.notes).toHaveLength(HARBOUR.attributions.length + HARBOUR.unknowns.length);
    expect(marked.notes.map(({ at }) => at)).toEqual(marked.notes.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  test('facts of a statement stand in its words', () => {
    for (const attribution of HARBOUR.attributions) {
      for (const { span } of factsIn(row, { ...attribution, said: null })) {
        expect(attribution.content.some(([start, end]) => start <= span[0] && span[1] <= end)).toBe(true);
      }
    }
    expect(HARBOUR.attributions.flatMap((one) => factsIn(row, one)).length).toBeGreaterThan(0);
  });
});

describe('selected words', () => {
  test.each([
    ['spaces at both ends fall away', 'a bc d', [1, 5], [2, 4]],
    ['nothing but space is no selection', 'a   b', [1, 4], null],
    ['words as they are', 'a bc d', [2, 4], [2, 4]],
  ] as const)('%s', (_reason, text, span, expected) => {
    expect(trimmed(text, span)).toEqual(expected);
  });
});

describe('a statement as corrected', () => {
  const attribution = HARBOUR.attributions.find(({ chain }) => chain.length > 2)!;
  const corrected = (...fields: (readonly [field: string, to: unknown, fits?: boolean])[]) => {
    const corrections = fields.map(([field, to, fits = true], i) => {
      return { field, at: null, machine: null, to, words: [], fits, seq: i + 1, who: 'Ana' };
    });
    const standing: Standing = {
      ...{ statement: attribution.id, state: 'corrected', corrections, decisions: [] },
      ...{ found: true, instead: [], changed: [] },
    };
    return asCorrected(attribution, standing);
  };

  test('takes what people say, and leaves the rest as it was', () => {
    expect(corrected(['certainty', 'possible'])).toEqual({ ...attribution, certainty: 'possible' });
    expect(corrected(['author.polarity', 'affirms']).author.polarity).toBe('affirms');
    expect(corrected(['chain.0.name', 'Kyiv']).chain.map(({ name }) => name)).toEqual([
      'Kyiv',
      ...attribution.chain.slice(1).map(({ name }) => name),
    ]);
  });

  test('links that stay in a corrected chain keep their kind', () => {
    const [first] = attribution.chain;
    const { chain } = corrected(['chain', ['Kyiv', first!.name]]);
    expect(chain).toEqual([{ name: 'Kyiv', kind: null, span: null, source: null, basis: null }, first]);
  });

  test.each([
    [['chain', ['Odesa', 'x']], ['chain.0.name', 'Kyiv'], 'Kyiv'],
    [['chain.0.name', 'Kyiv'], ['chain', ['Odesa', 'x']], 'Odesa'],
  ] as const)('of a chain and a name in it the later correction stands, as in the ledger: %j, %j', (a, b, name) => {
    expect(corrected(a, b).chain[0]!.name).toBe(name);
  });

  test('what fits no more, or is of a figure, stays out', () => {
    expect(corrected(['certainty', 'possible', false])).toEqual(attribution);
    expect(corrected(['figure.min', 12])).toEqual(attribution);
  });
});

describe('what an edit decides', () => {
  const attribution = HARBOUR.attributions.find(({ chain }) => chain.length > 1)!;
  const alone = HARBOUR.attributions.find(({ kind }) => kind === 'voice')!;
  const { text } = row;
  const told = (
    edit: Parameters<typeof toldOf>[0]['edit'],
    value: string,
    selected: readonly [number, number] | null,
    of = attribution,
  ) =>
    toldOf({ edit, attribution: of, text, selected }, value, 'why').map((one) =>
      'field' in one ? [one.field, one.to] : [one.verb],
    );

  test('a speaker typed in is a name in the chain', () => {
    expect(told('speaker', 'Kyiv', null)).toEqual([['chain.0.name', 'Kyiv']]);
  });
  test('a speaker selected in the text is the source’s span too', () => {
    const selected = [0, text.indexOf(' ')] as const;
    expect(told('speaker', text.slice(...selected), selected)).toEqual([
      ['chain.0.name', text.slice(...selected)],
      ['source', [selected]],
    ]);
  });
  test('a speaker for what names nobody comes before the report in the chain', () => {
    expect(told('speaker', 'Kyiv', null, alone)).toEqual([['chain', ['Kyiv', ...alone.chain.map(({ name }) => name)]]]);
  });
  test('what is as it was decides nothing', () => {
    expect(told('firmness', attribution.certainty, null)).toEqual([]);
    expect(told('denial', attribution.polarity, null)).toEqual([]);
    expect(told('speaker', attribution.chain[0]!.name, null)).toEqual([]);
    expect(told('words', 'content', null)).toEqual([]);
  });
  test('selected words are what they are told to be; a hedge comes beside the others, in order', () => {
    const hedged = { ...attribution, hedges: [[40, 50]] as const };
    expect(told('words', 'cue', [5, 9])).toEqual([['cue', [[5, 9]]]]);
    expect(told('words', 'hedges', [5, 9], hedged)).toEqual([
      [
        'hedges',
        [
          [5, 9],
          [40, 50],
        ],
      ],
    ]);
  });
  test('reject is a rejection', () => {
    expect(told('reject', '', null)).toEqual([['reject']]);
  });
});

describe('a statement that is added', () => {
  const { text } = row;
  const voice = HARBOUR.attributions.find(({ kind }) => kind === 'voice')!;
  const [said] = voice.content;
  const [start, end] = said!;
  const bare = newStatement([start, end]);
  const report = { ...row, id: 'd' };

  test('is told once it has words, a speaker and a reason', () => {
    expect(toldOfNew(report, bare)).toBeNull();
    expect(toldOfNew(report, { ...bare, name: ' ' })).toBeNull();
    expect(toldOfNew(report, { ...newStatement(null), name: 'Ana' })).toBeNull();
    expect(toldOfNew(report, { ...bare, name: 'Ana', why: '' })).toBeNull();
    expect(toldOfNew(report, { ...bare, name: ' Ana ' })).toEqual({
      ...{ verb: 'add', on: { kind: 'document', id: 'd' }, content: [[start, end]], name: 'Ana' },
      ...{ polarity: 'affirms', why: 'the reader missed it', text: row.sha256 },
    });
  });

  test('has its speaker from the text, called as people say', () => {
    const selected = withPart(bare, 'source', [0, 4], text);
    expect(selected.name).toBe(text.slice(0, 4));
    expect(toldOfNew(report, selected)).toMatchObject({ source: [[0, 4]] });
    expect(toldOfNew(report, selected)).not.toHaveProperty('name');
    expect(toldOfNew(report, withName(selected, 'Ana'))).toMatchObject({ source: [[0, 4]], name: 'Ana' });
    expect(withName(selected, '').source).toBeNull();
    expect(toldOfNew(report, withPart(selected, 'cue', [5, 9], text))).toMatchObject({ cue: [[5, 9]] });
  });

  test('names what the report was taken to say itself in these words, but for what was rejected', () => {
    const beside = (content: readonly [number, number], state: Standing['state'] = 'suggested') =>
      voicesBeside(newStatement(content), HARBOUR.attributions, { [voice.id]: { state } }).map(
        ({ voice: { id }, isCovered }) => [id, isCovered],
      );
    expect(beside([start, end])).toEqual([[voice.id, true]]);
    expect(beside([start, start + 1])).toEqual([[voice.id, false]]);
    expect(beside([start, end], 'rejected')).toEqual([]);
    expect(voicesBeside(newStatement(null), HARBOUR.attributions, {})).toEqual([]);
  });
});

test('a passage under review stands at its own place: spans of the document fit it', () => {
  for (const attribution of HARBOUR.attributions) {
    const starts = [attribution.content, attribution.cue, attribution.source].flat().map(([start]) => start);
    const from = Math.max(0, Math.min(...starts) - 7);
    const passage = { text: row.text.slice(from), span: [Math.min(...starts) - from, 0] as const };
    const text = inPlace({ attribution, passage });
    for (const span of attribution.content) expect(text.slice(...span)).toBe(row.text.slice(...span));
  }
});
