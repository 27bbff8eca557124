import { isAgencyName, isOutletName, outletIn } from './outlet-name.ts';

/** "By Anna Berg and Tom Li", "BY ANNA BERG, Courier staff" */
const by = /^(?:[Bb][Yy]|[Vv]on|[Pp](?:ar|or)|[Dd]i)[\s:]+(?=(?:the )?\p{Lu}|our |staff )/u;
const longest = 120;

const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const particle = '(?:de|da|di|do|dos|del|della|van|von|der|den|ter|ten|bin|ibn|ben|al|el|la|le|du|y|e)';
/** Two names or more, then others, their posts or where they were: "Anna Berg and Tom Li in Wexley" */
const person = new RegExp(
  `^(${word})((?: (?:${particle} ){0,2}${word}){1,4})(?:(?:,| and| und| et| y| &|;) .+| (?:in|for|of|at|from|with|on) .+| \\(.+\\))?$`,
  'u',
);
const ours =
  /^(?:(?:our|a|staff|special|foreign|the) )*(?:own )?(?:staff|correspondents?|reporters?|writers?|desk|agenc(?:y|ies))\b/i;
/** "By Any Means Necessary" is a title. */
const noName =
  /^(?:A|An|The|Any|All|No|My|Your|His|Her|Their|Our|This|That|These|Then|Now|Far|Way|Popular|Public|Next|Last|Early|Late|Noon|Midnight|Dawn|Dusk|Nightfall|Land|Sea|Air|Night|Day|Order|Law|Half|Design|Degrees|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/i;

const verb = /\b(?:Was|Were|Is|Are|Be|Has|Have|Had|Will|Would|Who|That|What|When|How|Not|To)\b/i;

export function isByline(line: string): boolean {
  if (line.length > longest || !by.test(line) || /[.!?]["”]?$/.test(line.replace(/\b\p{L}\.$/u, ''))) return false;
  const names = withoutBy(line);
  const [first, second] = person.exec(names)?.slice(1) ?? [];
  if (first && second && !verb.test(second)) return !noName.test(first) || isOutletName(names.split(',')[0]!);
  return ours.test(names) || isOutletName(names.split(/,| and /)[0]!);
}

export const withoutBy = (byline: string): string =>
  byline
    .trim()
    .replace(/^(?:by|von|par|por|di)[\s:]+(?=\p{L})/iu, '')
    .trim();

/** "Anna Berg, The Courier" → Anna Berg, who writes for The Courier; an agency writes for those who print it. */
export function outletOfByline(byline: string): { readonly byline: string; readonly outlet: string } | null {
  for (const { index, 0: comma } of byline.matchAll(/,\s+/g)) {
    const outlet = outletIn(byline.slice(index + comma.length));
    if (outlet) return isAgencyName(outlet) ? null : { byline: byline.slice(0, index), outlet };
  }
  return null;
}
