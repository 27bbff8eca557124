import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correction, correctionsIn } from '../../src/claims/corrections.ts';
import type { Document } from '../../src/text/document.ts';
import { contains, type Span, slice } from '../../src/text/span.ts';
import { documentFrom, type Part } from '../attributions/document.ts';

const BODY = 'The ferry left Selm at noon on Monday with 41 people on board, the harbour office said.';
const CLOSE = 'The ferry was built in 1962.';

const at = (parts: readonly Part[]): Document => documentFrom(parts, { outlet: 'The Wexley Courier' });
/** A notice that closes a report, and one that opens it. */
const closing = (notice: string): Document =>
  at([['headline', 'Ferry Sinks Off Selm'], BODY, BODY, BODY, CLOSE, notice]);
const opening = (notice: string): Document =>
  at([['headline', 'Ferry Sinks Off Selm'], notice, BODY, BODY, CLOSE, CLOSE, CLOSE, CLOSE]);

const said = ({ text }: Document, span: Span | null | undefined): string | null => (span ? slice(text, span) : null);
const kinds = (document: Document): string[] => correctionsIn(document).map(({ kind }) => kind);

describe('which kind of notice', () => {
  it.each<[reason: string, notice: string, kind: string | null]>([
    ['a label', 'Correction: The ferry was built in 1962.', 'corrected'],
    ['a label in capitals', 'CORRECTION: The ferry was built in 1962.', 'corrected'],
    ['a label with its day', 'Correction, Nov. 26, 2024: The ferry was built in 1962.', 'corrected'],
    ['a label with its day in brackets', 'Correction (26 November 2024): The ferry was built in 1962.', 'corrected'],
    ['a label with its hour', 'UPDATE, 10:15 a.m.: The harbour was opened again.', 'updated'],
    ['a label with its hour and a stop', 'Update at 2:02 p.m. ET. The harbour was opened again.', 'updated'],
    ['a label with a dash', 'CORRECTION — The ferry was built in 1962.', 'corrected'],
    ['a label with a star', '*Correction: The ferry was built in 1962.', 'corrected'],
    ['corrections and clarifications', 'Corrections and clarifications: The ferry was built in 1962.', 'corrected'],
    ['a label of another kind', 'Clarification: The ferry carried cars as well.', 'clarified'],
    ['a label, of a paper that takes it back', 'Retraction: The report below did not meet our standards.', 'withdrawn'],
    ['what the wires call it', 'KILL: The story about a ferry off Selm is wrong.', 'withdrawn'],
    ['what the wires call it, milder', 'WITHDRAWAL: The story about a ferry off Selm is withdrawn.', 'withdrawn'],
    ['a note for editors', 'Eds: CORRECTS: The name of the ferry is Alma.', 'corrected'],
    ['a note by the editor that says it is one', 'Editor’s note: This article has been amended.', 'corrected'],
    ['a note by the editor that takes it back', 'Editors’ Note: This article has been retracted.', 'withdrawn'],
    ['a note by the editor on what is in it', 'Editor’s note: This story describes a drowning.', null],
    ['amended', 'This article was amended on 26 November 2024. It gave a wrong year.', 'corrected'],
    [
      'amended, to say what it left open',
      'This article was amended on 3 May 2024 to clarify who owned the ferry.',
      'clarified',
    ],
    [
      'amended, to add what the other side said',
      'This article was amended on 3 May 2024 to include a response from the owner.',
      'updated',
    ],
    [
      'corrected, in the words of the wires',
      '(This Nov. 21 story has been corrected to say the ferry was empty)',
      'corrected',
    ],
    ['refiled, in the words of the wires', '(This story has been refiled to fix a typo in the headline)', 'refiled'],
    ['updated', 'This story has been updated with comments from the owner.', 'updated'],
    [
      'updated, because it was wrong',
      'This story has been updated to correct the year in which the ferry was built.',
      'corrected',
    ],
    ['an earlier version', 'An earlier version of this article misstated the year.', 'corrected'],
    ['a previous version', 'A previous version of this story said nine people had died.', 'corrected'],
    [
      'an earlier version that left it open',
      'An earlier version of this article did not make clear who owned the ferry.',
      'clarified',
    ],
    ['the headline', 'The headline on this story has been changed.', 'corrected'],
    ['brackets of the wires: corrects', '(Corrects paragraph 3 to show the ferry was empty)', 'corrected'],
    ['brackets of the wires: refiles', '(Refiles to remove extra word in headline)', 'refiled'],
    ['brackets of the wires: adds', '(Adds quotes, background)', 'updated'],
    ['brackets of the wires: updates', '(Updates with harbour office, paragraphs 2-4)', 'updated'],
    ['brackets of the wires: clarifies', '(Clarifies that the ferry was moored)', 'clarified'],
    ['this version corrects', '(This version CORRECTS the spelling of Selm.)', 'corrected'],
    ['has been retracted', 'This article has been retracted.', 'withdrawn'],
    [
      'has been withdrawn, and why',
      'This story has been withdrawn because its main source could not be reached.',
      'withdrawn',
    ],
    ['its own outlet takes it back', 'The Wexley Courier has retracted this report.', 'withdrawn'],
    ['we', 'We have corrected this article.', 'corrected'],
    ['an editing error', 'Because of an editing error, the ferry’s name was given as Anna.', 'corrected'],
    ['regret', 'The ferry’s name is Alma. We regret the error.', 'corrected'],
    ['misspelled', 'This article originally misspelled the name of the ferry.', 'corrected'],
    ['an article of the day before', 'An article on Tuesday about a ferry misidentified its owner.', 'corrected'],
  ])('%s', (_reason, notice, kind) => {
    expect(kinds(closing(notice))).toEqual(kind === null ? [] : [kind]);
  });

  it.each<[reason: string, headline: string, kind: string | null]>([
    ['the second update', 'UPDATE 2-Ferry sinks off Selm', 'updated'],
    ['refiled', 'REFILE-Ferry sinks off Selm', 'refiled'],
    ['an update that was filed again', 'REFILE-UPDATE 1-Ferry sinks off Selm', 'refiled'],
    ['an update that was wrong', 'CORRECTED-UPDATE 2-Ferry sinks off Selm', 'corrected'],
    ['by whoever said it first', 'CORRECTED-(OFFICIAL)-Ferry sinks off Selm', 'corrected'],
    ['a headline that is a label', 'Correction: Selm-Ferry story', 'corrected'],
    ['repeated as it was', 'RPT-Ferry sinks off Selm', null],
    ['a headline about an update', 'Update on talks in Selm is due on Monday', null],
    ['a headline about a correction', 'Correction in shares goes on', null],
  ])('in a headline: %s', (_reason, headline, kind) => {
    expect(kinds(at([['headline', headline], BODY, CLOSE]))).toEqual(kind === null ? [] : [kind]);
  });
});

describe('what is none', () => {
  it.each<[reason: string, text: string]>([
    ['somebody else’s words', 'The minister retracted his statement on Monday.'],
    ['somebody else’s paper', 'The journal said the study had been retracted.'],
    ['another outlet’s report', 'The Mapo Herald has retracted its report about the ferry.'],
    ['an earlier version of another thing', 'An earlier version of the bill set the fee at $12.'],
    ['a report of somebody’s', 'An earlier version of the report said nine people had died.'],
    ['troops that were withdrawn', 'This week troops were withdrawn from Selm.'],
    ['a credit', 'This story was edited by Ana Torv.'],
    ['cut for length', 'This interview has been edited for length and clarity.'],
    ['the market', 'A correction in shares is due, analysts said.'],
    ['an aside in brackets', 'The recipe (Adds a pinch of salt, says the chef) is old and this is the rest of it.'],
    ['another’s notice, quoted', 'Its note reads: “An earlier version of this story said nine had died.”'],
    ['another’s notice, in straight quotation marks', 'It wrote: "Sorry. This story has been corrected."'],
    ['it speaks of an update', 'Update your phones before Monday, the ministry said.'],
    ['this, but no report', 'This bridge was removed in 1962.'],
  ])('%s', (_reason, text) => {
    expect(
      correctionsIn(at([['headline', 'Ferry Sinks'], BODY, BODY, BODY, text, BODY, BODY, BODY, BODY, CLOSE])),
    ).toEqual([]);
  });
});

describe('what was wrong, and what is right', () => {
  it.each<
    [reason: string, notice: string, about: string | null, mistakes: [wrong: string | null, right: string | null][]]
  >([
    ['to say, not', '(This story has been corrected to say 12 people died, not 21)', null, [['21', '12 people died']]],
    ['instead of', '(Corrects paragraph 3 to say Alma instead of Anna)', 'paragraph 3', [['Anna', 'Alma']]],
    ['to, not', '(Corrects number of dead to 12, not 21)', 'number of dead', [['21', '12']]],
    ['to, from', '(Corrects number of dead to 12 from 21)', 'number of dead', [['21', '12']]],
    ['from, to', 'Correction: We have changed the number of dead from 21 to 12.', 'the number of dead', [['21', '12']]],
    [
      'only what is right',
      '(Corrects paragraph 3 to show the ferry was empty)',
      'paragraph 3',
      [[null, 'the ferry was empty']],
    ],
    ['only what it is about', '(Corrects spelling of the captain’s name)', 'spelling of the captain’s name', []],
    [
      'only what was wrong',
      'An earlier version of this article said that nine people had died.',
      null,
      [['nine people had died', null]],
    ],
    [
      'what is right in a sentence of its own',
      'An earlier version of this article said that nine people had died. It should have said six.',
      null,
      [['nine people had died', 'six']],
    ],
    [
      'wrong and right after it',
      'Correction: An earlier version of this story misstated the year of the ferry. It was built in 1962, not 1926.',
      'the year of the ferry',
      [['1926', 'built in 1962']],
    ],
    [
      'what is actually so',
      'An earlier version of this story said the letter came from the mayor. The letter was actually from the harbour office.',
      null,
      [['the letter came from the mayor', 'from the harbour office']],
    ],
    [
      'only what it was not',
      'An earlier version of this article misstated the place of the fire. The office said a fire broke out in Selm, not Harwick.',
      'the place of the fire',
      [['Harwick', null]],
    ],
    ['a picture that shows', 'Correction: This video turned out to have been cut to show a wave.', null, []],
    [
      'wrongly given as',
      'An earlier version of this article incorrectly described Piet Vandam as the owner.',
      'Piet Vandam',
      [['the owner', null]],
    ],
    [
      'in an earlier version he was',
      'In an earlier version of this article, Piet Vandam was wrongly described as the owner.',
      'Piet Vandam',
      [['the owner', null]],
    ],
    ['misspelled', 'This article originally misspelled the name of the ferry.', 'the name of the ferry', []],
    [
      'where somebody had said',
      'Correction: An earlier version of this report gave the number of men as 10,000, where officials had said “at least 10,000.”',
      'the number of men',
      [['10,000', '“at least 10,000.”']],
    ],
    [
      'what is not known is not said to be right',
      'Correction: An earlier version of this report said he was hurt on a Wednesday; the day is not known.',
      null,
      [['he was hurt on a Wednesday', null]],
    ],
    ['nothing told', 'This article has been amended.', null, []],
  ])('%s', (_reason, notice, about, mistakes) => {
    const document = closing(notice);
    const [found] = correctionsIn(document);
    expect(said(document, found?.about)).toBe(about);
    expect(found?.mistakes.map(({ wrong, right }) => [said(document, wrong), said(document, right)])).toEqual(mistakes);
  });
});

describe('where a notice stands', () => {
  const whole = (document: Document): (string | null)[] =>
    correctionsIn(document).map(({ span }) => said(document, span));

  it.each<[reason: string, document: Document, notices: string[]]>([
    ['a paragraph of its own', opening('Correction: It was Alma. Not Anna.'), ['Correction: It was Alma. Not Anna.']],
    [
      'in brackets at the end of a paragraph',
      closing(`${CLOSE} (This story has been corrected to say 12, not 21)`),
      ['(This story has been corrected to say 12, not 21)'],
    ],
    [
      'sentences at the end of a paragraph',
      closing(`${CLOSE} This article was amended. It is red.`),
      ['This article was amended.'],
    ],
    [
      'under a heading',
      at([['headline', 'Ferry'], BODY, ['heading', 'Correction'], 'It was Alma.', CLOSE]),
      ['Correction\n\nIt was Alma.'],
    ],
    [
      'under a label with its day',
      at([['headline', 'Ferry'], BODY, 'Correction: August 19, 2024', 'It was Alma.', CLOSE]),
      ['Correction: August 19, 2024\n\nIt was Alma.'],
    ],
    ['a slug is no more than itself', at([['headline', 'UPDATE 2-Ferry sinks'], BODY]), ['UPDATE 2-']],
    [
      'one of each',
      at([['headline', 'UPDATE 1-Ferry'], '(Corrects name)', BODY, 'This story has been updated.']),
      ['UPDATE 1-', '(Corrects name)', 'This story has been updated.'],
    ],
    [
      'a credit line',
      at([['headline', 'Ferry'], BODY, ['credit', 'This article was amended on 3 May 2024.']]),
      ['This article was amended on 3 May 2024.'],
    ],
  ])('%s', (_reason, document, notices) => {
    expect(whole(document)).toEqual(notices);
  });
});

it('keeps every span inside its notice, and every notice inside the text', () => {
  const words =
    'Correction|:|An earlier version of this article|said|that|nine|, not|This story|has been|corrected|retracted|to say|(Corrects|)|.|Editor’s note:|Nov. 26|\n|“|UPDATE 2-|from|to|in fact|should have said'.split(
      '|',
    );
  const notice = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(
      fc.array(
        notice.filter((each) => each.trim() !== ''),
        { minLength: 1, maxLength: 4 },
      ),
      (parts) => {
        const document = at(parts);
        const found = correctionsIn(document);
        expect(correctionsIn(document)).toEqual(found);
        found.forEach((each, i) => {
          expect(slice(document.text, each.span).length).toBe(each.span[1] - each.span[0]);
          expect(each.span[0]).toBeGreaterThanOrEqual(found[i - 1]?.span[1] ?? 0);
          for (const inner of innerOf(each)) expect(contains(each.span, inner)).toBe(true);
        });
      },
    ),
    { numRuns: 400 },
  );
});

const innerOf = ({ cue, about, mistakes }: Correction): Span[] =>
  [cue, about, ...mistakes.flatMap(({ wrong, right }) => [wrong, right])].filter((span) => span !== null);

it('reads a long text without a full stop in a moment', () => {
  const long = 'This article was corrected and then this story said it was updated to say so '.repeat(20_000);
  expect(correctionsIn(at([long])).length).toBeLessThanOrEqual(1);
});
