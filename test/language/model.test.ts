import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexemeOf } from '../../src/language/lexeme.ts';
import { lineOf } from '../../src/language/line.ts';
import { englishModel, loadModel } from '../../src/language/model.ts';
import { loneScores, moveFeatures, scoreMoves } from '../../src/language/move-features.ts';
import { tag, tagFeatures } from '../../src/language/tag.ts';
import { allowed, apply, done, start } from '../../src/language/transitions.ts';
import { addLeads, addRows, best } from '../../src/language/weights.ts';

it('refuses weights that are not those of the manifest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-model-'));
  cpSync(new URL('../../models/language-en', import.meta.url), folder, { recursive: true });
  writeFileSync(join(folder, 'weights.zst'), 'other');
  expect(() => loadModel(pathToFileURL(`${folder}/`))).toThrow('install Hearsay anew');
});

const words = fc.array(
  fc.constantFrom('The', 'general', 'said', ',', '“', 'U.S.', '10,000', 'troops', 'over-the-horizon'),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe('what is added up beforehand comes to the same as all features', () => {
  it('tags', () => {
    const { tagger } = englishModel();
    const features = new Int32Array(64);
    fc.assert(
      fc.property(words, (sentence) => {
        const lexemes = sentence.map(lexemeOf);
        const tags = new Uint8Array(lexemes.length);
        for (let i = 0; i < tags.length; i++) {
          const scores = new Int32Array(tagger.classes);
          addRows(tagger, features, tagFeatures(lexemes, tags, i, features), scores);
          tags[i] = best(scores, tagger.classes);
        }
        expect([...tag(tagger, lexemes)]).toEqual([...tags]);
      }),
    );
  });

  it('moves', () => {
    const { moves } = englishModel();
    const features = new Int32Array(64);
    fc.assert(
      fc.property(words, fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }), (sentence, choices) => {
        const line = lineOf(sentence.map(lexemeOf), new Uint8Array(sentence.length));
        const lone = loneScores(moves, line);
        const state = start(line.n);
        while (!done(state)) {
          const quick = new Int32Array(3);
          const whole = new Int32Array(3);
          scoreMoves(moves, state, line, lone, quick);
          addLeads(moves, features, moveFeatures(state, line, features), whole);
          expect(quick).toEqual(whole);
          const wanted = choices.pop()!;
          apply(state, allowed(state, wanted) ? wanted : [0, 1, 2].find((move) => allowed(state, move))!);
        }
      }),
    );
  });
});
