/**
 * Writes the states of lexicons/en/register.tsv anew, and leaves what was entered by hand below them:
 *
 *     npm pack @rapideditor/country-coder && tar xzf rapideditor-country-coder-*.tgz
 *     node training/register.ts --borders package/src/data/borders.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { wordList } from '../src/text/word-list.ts';

const { values: opt } = parseArgs({ options: { borders: { type: 'string', default: 'borders.json' } } });

interface Feature {
  readonly properties: { readonly wikidata: string; readonly nameEn: string; readonly iso1A2?: string };
}
const { features } = JSON.parse(readFileSync(opt.borders, 'utf8')) as { features: readonly Feature[] };

/** No people of their own to speak for, no state, or only a part of one. */
const LEFT_OUT = new Set('AC AQ BV CC CP CQ CX DG EA EH EU FX GS HM IC IO PN SJ TA TF UM UN'.split(' '));
/** The realms, of which reports name the European country. */
const COUNTRY_IN_REALM: Readonly<Record<string, string>> = { DK: 'Denmark', NL: 'Netherlands' };

/** The usual name, and other names: "Korea" and "Congo" are two states each, and so nobody's name. */
// biome-ignore format: a table
const NAMES: Readonly<Record<string, string>> = {
  US: 'United States|U.S.|US|USA|U.S.A.|America', GB: 'United Kingdom|UK|U.K.|Britain|Great Britain', RU: 'Russia|Russian Federation',
  CN: 'China|PRC', KP: 'North Korea|DPRK|Korea', KR: 'South Korea|Republic of Korea|ROK|Korea', TW: 'Taiwan|Republic of China',
  CD: 'Democratic Republic of the Congo|DR Congo|DRC|D.R. Congo|Congo-Kinshasa|Congo', CG: 'Republic of the Congo|Congo-Brazzaville|Congo',
  CI: 'Ivory Coast', CZ: 'Czech Republic', MM: 'Myanmar|Burma', TR: 'Turkey|Türkiye|Turkiye', IE: 'Ireland', CY: 'Cyprus', VA: 'Vatican|Holy See',
  AE: 'United Arab Emirates|UAE|U.A.E.|Emirates', SA: 'Saudi Arabia|Kingdom of Saudi Arabia', SZ: 'Eswatini|Swaziland', MK: 'North Macedonia|Macedonia',
  TL: 'Timor-Leste', CV: 'Cape Verde|Cabo Verde', GM: 'Gambia', BS: 'Bahamas', PS: 'Palestine|State of Palestine', IR: 'Iran|Islamic Republic of Iran',
  SY: 'Syria', LA: 'Laos', VN: 'Vietnam|Viet Nam', BA: 'Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia', KN: 'Saint Kitts and Nevis',
  LC: 'Saint Lucia', VC: 'Saint Vincent and the Grenadines', ST: 'São Tomé and Príncipe|Sao Tome and Principe', AX: 'Åland Islands|Aland Islands',
  CW: 'Curaçao|Curacao', RE: 'Réunion|Reunion', BL: 'Saint Barthélemy|Saint Barthelemy', MF: 'Saint Martin', JE: 'Jersey', GG: 'Guernsey',
  VI: 'U.S. Virgin Islands', PG: 'Papua New Guinea|PNG', CF: 'Central African Republic|CAR', XK: 'Kosovo', DE: 'Germany', NZ: 'New Zealand|Aotearoa',
};

function stateOf(iso2: string): Feature['properties'] {
  const inRealm = COUNTRY_IN_REALM[iso2];
  const of = features.find(({ properties: p }) => (inRealm ? p.nameEn === inRealm : p.iso1A2 === iso2));
  if (!of) throw new Error(`${opt.borders} has no ${iso2}: give another --borders`);
  return of.properties;
}

function stateRow(iso2: string): string {
  const { wikidata, nameEn } = stateOf(iso2);
  const [name, ...others] = [...new Set([...(NAMES[iso2]?.split('|') ?? []), nameEn.replace(/^St\. /, 'Saint ')])];
  const aliases = [...others, ...(/^Saint /.test(name!) ? [name!.replace('Saint', 'St.')] : [])];
  return [wikidata, name, 'government', iso2, aliases.join('|') || '-', '-'].join('\t');
}

const codes = features.flatMap(({ properties: p }) => (p.iso1A2 && !LEFT_OUT.has(p.iso1A2) ? [p.iso1A2] : [])).sort();
const states = codes.map(stateRow);

const file = new URL('../lexicons/en/register.tsv', import.meta.url);
const lines = readFileSync(file, 'utf8').split('\n');
const first = lines.findIndex((line) => line.startsWith('# States')) + 1;
const after = lines.findIndex((line, i) => i >= first && line.startsWith('# '));
writeFileSync(file, [...lines.slice(0, first), ...states, ...lines.slice(after)].join('\n'));
console.log(`${states.length} states of ${wordList('register').length} rows`);
