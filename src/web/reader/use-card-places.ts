import { type RefObject, useLayoutEffect } from 'react';
import { stackCards } from './stack-cards.ts';

const GAP = 8;

/**
 * Puts every card beside its words, and again whenever the text or a card changes its size. On small screens and on paper the
 * style lays them out, and the places are not used.
 */
export function useCardPlaces(
  text: RefObject<HTMLElement | null>,
  cards: RefObject<HTMLElement | null>,
  current: string | null,
  shown: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: which cards are shown changes where they stand
  useLayoutEffect(() => {
    const [words, list] = [text.current, cards.current];
    if (!words || !list) return;
    const place = () => placeCards(words, list, current);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(words);
    for (const card of list.children) observer.observe(card);
    return () => observer.disconnect();
  }, [text, cards, current, shown]);
}

function placeCards(words: HTMLElement, list: HTMLElement, current: string | null): void {
  const cards = [...list.children] as HTMLElement[];
  const origin = list.getBoundingClientRect().top;
  const wanted = cards.map(({ dataset }) => {
    const mark = words.querySelector(`#s-${CSS.escape(dataset.s ?? '')}`);
    return mark ? topOf(mark) - origin : 0;
  });
  const heights = cards.map((card) => card.offsetHeight);
  const held = cards.findIndex(({ dataset }) => dataset.s === current);
  const tops = stackCards(wanted, heights, GAP, held < 0 ? null : held);
  for (const [i, card] of cards.entries()) card.style.setProperty('--top', `${Math.round(tops[i]!)}px`);
  list.style.setProperty('--height', `${Math.round((tops.at(-1) ?? 0) + (heights.at(-1) ?? 0))}px`);
}

/** Of words over several lines the first line counts. */
const topOf = (mark: Element): number => (mark.getClientRects()[0] ?? mark.getBoundingClientRect()).top;
