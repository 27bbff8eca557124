import type { StatementAnswer } from '../../api/client.ts';

/** What a chain has for a speaker whom the text leaves unnamed: nobody can grade that. */
const UNNAMED = 'not named';

type GradedLink = StatementAnswer['grades'][number];

/**
 * Whose grade a brief tells: who speaks and who prints, also where nobody graded them, and whoever between them has one.
 * None where nobody graded any of them.
 */
export function linksToTell({ grades, document }: Pick<StatementAnswer, 'grades' | 'document'>): readonly GradedLink[] {
  if (grades.every(({ grade }) => grade === null)) return [];
  const last = grades.length - 1;
  return grades.flatMap((link, n) => {
    const { name, grade } = link;
    if (n === last) return document.outlet === null ? (grade ? [link] : []) : [{ name: document.outlet, grade }];
    return grade !== null || (n === 0 && name !== UNNAMED) ? [link] : [];
  });
}
