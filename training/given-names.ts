/**
 * Writes lexicons/en/given-names.tsv: given names and whose they nearly always are.
 *
 *     node training/given-names.ts name_data.json
 *
 * The file is in the PyPI package `nomquamgender` 0.1.4 (MIT; Van Buskirk, Clauset and Larremore, "An open-source
 * cultural consensus approach to name-based gender classification", ICWSM 2023): for each name the number of sources
 * that have it, how often they have it, and the share of women.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { wordList } from '../src/text/word-list.ts';

/** Fewer sources than this, or bearers, and the name is a misspelling or a surname as often as not. */
const LEAST_SOURCES = 8;
const LEAST_BEARERS = 100;
/** A name is one sex's when at most this share bears it in the other: at more, a pronoun would often be kept from its own. */
const OTHERS = 0.07;

const file = process.argv[2];
if (!file) throw new Error('which file holds the names? node training/given-names.ts name_data.json');
const data = JSON.parse(readFileSync(file, 'utf8')) as Record<
  string,
  [sources: number, bearers: number, women: number]
>;

/** Countries and capitals, months, and words that begin names of bodies and places more often than of people. */
const NO_NAMES = new Set(
  [
    ...wordList('governments').map(([name]) => name!),
    ...'April May June August Will Mark Christian Victoria Virginia Carolina Georgia Charlotte Madison Santa San Royal Sun Star Faith Hope Grace Trinity Mercy Justice Constitution Independence Lord Lady Prince Duke King Queen Saint Major General Sheikh Asia Africa America Europa Europe Park Long Young Summer Winter Day Angel Baron Bishop Dean Judge Van Von De La El Le Di Da Du Bin Ben Al'.split(
      ' ',
    ),
  ].filter((name) => !/^(?:Mark|Grace|Faith|Hope|Ben|Victoria|Charlotte)$/.test(name)),
);

const rows = Object.entries(data)
  .filter(
    ([name, [sources, bearers]]) => /^[a-z]{3,}$/.test(name) && sources >= LEAST_SOURCES && bearers >= LEAST_BEARERS,
  )
  .flatMap(([name, [, , women]]) => {
    const sex = women >= 1 - OTHERS ? 'female' : women <= OTHERS ? 'male' : null;
    const printed = name[0]!.toUpperCase() + name.slice(1);
    return sex && !NO_NAMES.has(printed) ? [`${printed}\t${sex}`] : [];
  })
  .sort();
const head = [
  '# What: given names, without accents, and whose they nearly always are: `name, male|female`.',
  '# Why:  "Ana Torv … she": a pronoun goes with somebody of its own sex. A name that both bear is not listed.',
  '# Whence: nomquamgender 0.1.4 (MIT; Van Buskirk, Clauset and Larremore 2023), the names of eight sources or more, by',
  '#       training/given-names.ts.',
];
writeFileSync(new URL('../lexicons/en/given-names.tsv', import.meta.url), `${[...head, ...rows].join('\n')}\n`);
console.log(`${rows.length} names`);
