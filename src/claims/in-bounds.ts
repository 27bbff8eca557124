/** "10,000 [or more]": where the words of the figure leave its bound to the sentence around them. */
export function inBounds(
  words: string,
  { min, max }: { readonly min: number | null; readonly max: number | null },
): string {
  if (min === max || !/^[\p{N}\p{P}\s]+$/u.test(words)) return words;
  return `${words} [${max === null ? 'or more' : min === null ? 'or fewer' : `${min} to ${max}`}]`;
}
