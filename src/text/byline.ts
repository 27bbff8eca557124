import type { Told } from './draft.ts';
import { isoDate } from './iso-date.ts';

/** "By Anna Berg and Tom Li", "BY ANNA BERG, Courier staff" */
const by = /^(?:by|von|par|por|di)[\s:]+(?=\p{Lu})/iu;
const longest = 120;

export const isByline = (line: string): boolean =>
  line.length <= longest && by.test(line) && !/[.!?]["”]?$/.test(line.replace(/\b\p{L}\.$/u, ''));

export const withoutBy = (byline: string): string => byline.trim().replace(by, '').trim();

/**
 * The lines under a headline: "By Anna Berg" / "The Courier, 24 November 2024" → byline, outlet, published.
 * Empty where the first line names nobody.
 */
export function bylineOf(lines: readonly string[]): Told {
  const [first, ...others] = lines.map((line) => line.trim());
  if (!first || !isByline(first) || others.some((line) => line.length > longest)) return {};
  const told: Told = { byline: withoutBy(first) };
  for (const line of others) Object.assign(told, outletAndDate(line));
  return told;
}

function outletAndDate(line: string): Told {
  const whole = isoDate(line);
  if (whole) return { published: whole };
  const [, outlet, day] = /^(.*?)[,|·—–-]\s*(.*\d{4}.*)$/.exec(line) ?? [];
  const published = isoDate(day);
  if (published) return isName(outlet!) ? { outlet: outlet!.trim(), published } : { published };
  return isName(line) ? { outlet: line } : {};
}

/** Capitals at both ends and no full stop: "The Podil Post" */
const isName = (line: string) => /^\p{Lu}[^.!?:"]{1,60}$/u.test(line.trim()) && /(?:^|\s)\p{Lu}\S*$/u.test(line.trim());
