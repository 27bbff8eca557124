import { dependentOf, dependentsOf, lower } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';

/** One key for a strike of workers and a walkout; not that of "hit". */
export const WALKOUT = 'walkout';

/** Who stops work; pilots and crews strike in either way. */
const WORKERS =
  /^(?:workers?|staff|employees?|unions?|unionists?|dockers?|nurses?|teachers?|doctors?|drivers?|miners?|cleaners?|porters?|stevedores?|dockworkers?|steelworkers?|railwaymen|lecturers?|academics?|actors?|writers?|clerks?|postmen|firefighters?|paramedics?|bakers?|fishermen|truckers?|labou?rers?|students?|farmers?)$/;
const KINDS = /^(?:pay|wage|general|wildcat|sympathy|solidarity|sit-down|union)$/;
/** Where nothing is told of war: there a port strike is one on a port. */
const PLACES =
  /^(?:rail|dock|port|tube|bus|train|transport|postal|school|hospital|nationwide|indefinite|[\w-]+-hour|[\w-]+-day)$/;
const AFTER = /^(?:action|ballots?|pay|notice|fund|committee)$/;
const ABOUT = /^(?:pay|wages?|conditions|pensions?|jobs|layoffs|redundanc(?:y|ies)|salar(?:y|ies)|bonus(?:es)?)$/;
const OF_WORK =
  /\b(?:unions?|walk-?outs?|pickets?|picketing|strikers?|on strike|industrial action|pay (?:rise|dispute|offer|deal|talks)|work stoppages?)\b/;
const OF_WAR =
  /\b(?:air ?strikes?|missiles?|drones?|bomb\w*|shell(?:s|ed|ing)|warplanes?|jets?|planes?|artillery|rockets?|troops|soldiers|army|navy|militants?|rebels?|kill(?:s|ed|ing)?|wound(?:s|ed|ing)?)\b/i;

interface Text {
  readonly ofWork: boolean;
  readonly ofWar: boolean;
}
const texts = new WeakMap<Parse, Text>();
function textOf(parse: Parse): Text {
  const known = texts.get(parse) ?? { ofWork: OF_WORK.test(parse.text), ofWar: OF_WAR.test(parse.text) };
  texts.set(parse, known);
  return known;
}

/** "Workers launched a STRIKE at the port", "went on STRIKE", "Dockers STRUCK over pay": work was stopped, and nothing hit. */
export function isStrikeOfWork(parse: Parse, at: number): boolean {
  const word = parse.words[at]!;
  if (!/^(?:strikes?|striking|struck)$/.test(lower(word))) return false;
  if (word.tag.startsWith('VB'))
    return dependentOf(parse, at, 'dobj', 'nsubjpass') === undefined && isByWorkers(parse, at);
  if (hasPhrase(parse, at, /^(?:on|against)$/, /^(?!\w+day$)/)) return false;
  const isDone = /^(?:dobj|nsubjpass)$/.test(word.label) && word.head >= 0;
  if (isCalledSo(parse, at) || isOfThem(parse, at) || (isDone && isByWorkers(parse, word.head))) return true;
  const { ofWork, ofWar } = textOf(parse);
  return ofWork && !ofWar;
}

/** "on STRIKE", "a pay STRIKE", "a rail STRIKE", "STRIKE action" */
function isCalledSo(parse: Parse, at: number): boolean {
  const [before, after] = [parse.words[at - 1]?.form ?? '', parse.words[at + 1]];
  if (before === 'on') return lower(parse.words[at]!) === 'strike' && !/^NN/.test(after?.tag ?? '');
  return KINDS.test(before) || AFTER.test(after?.form ?? '') || (PLACES.test(before) && !textOf(parse).ofWar);
}

/** "the nurses' STRIKE", "a STRIKE by nurses", "a STRIKE over pay" */
const isOfThem = (parse: Parse, at: number): boolean =>
  dependentsOf(parse, at, 'nmod:poss', 'compound').some((d) => WORKERS.test(lower(parse.words[d]!))) ||
  hasPhrase(parse, at, /^(?:by|of)$/, WORKERS) ||
  hasPhrase(parse, at, /^(?:over|for|about)$/, ABOUT);

const isByWorkers = (parse: Parse, verb: number): boolean =>
  dependentsOf(parse, verb, 'nsubj').some((d) => WORKERS.test(lower(parse.words[d]!))) ||
  hasPhrase(parse, verb, /^by$/, WORKERS);

const hasPhrase = (parse: Parse, at: number, preposition: RegExp, noun: RegExp): boolean =>
  dependentsOf(parse, at, 'nmod').some((d) => {
    const marker = dependentOf(parse, d, 'case');
    return marker !== undefined && preposition.test(lower(parse.words[marker]!)) && noun.test(lower(parse.words[d]!));
  });
