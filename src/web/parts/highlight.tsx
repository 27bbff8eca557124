import type { ReactNode } from 'react';

/** Words with what was searched for lit, as far as it stands in them letter for letter. */
export function Highlight({
  words,
  sought,
}: {
  readonly words: string;
  readonly sought: string | undefined;
}): ReactNode {
  const pattern = sought ? patternOf(sought) : null;
  if (!pattern) return words;
  const parts = words.split(pattern);
  // split with one group: every second part is what was found
  return parts.map((part, i) =>
    i % 2 === 1 ? (
      <mark className="found" key={i}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

/** patternOf('"shock troops" gener*') → /("shock troops" or words that begin with "gener")/ */
export function patternOf(sought: string): RegExp | null {
  const terms = [...sought.matchAll(/"([^"]+)"|(\S+)/g)]
    .map(([, phrase, word]) => (phrase ?? word!.replace(/"/g, '')).trim())
    .filter((term) => term.replace(/\*$/, '') !== '');
  if (terms.length === 0) return null;
  const told = terms.map((term) => {
    const isBeginning = term.endsWith('*');
    const words = escaped(isBeginning ? term.slice(0, -1) : term);
    return `(?<![\\p{L}\\p{N}])${words}${isBeginning ? '[\\p{L}\\p{N}]*' : '(?![\\p{L}\\p{N}])'}`;
  });
  return new RegExp(`(${told.join('|')})`, 'giu');
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
