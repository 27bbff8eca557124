/**
 * Writes the registers of names from the shared data:
 *
 *     node training/registers.ts [--shared ../shared]
 *
 * lexicons/en/governments.tsv  countries, their capitals (GeoNames, CC BY 4.0) and other seats of power
 * lexicons/en/outlets.tsv      state-affiliated agencies and outlets (Alliance for Securing Democracy, MIT), and the
 *                              large agencies and papers, listed here
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const { values: opt } = parseArgs({
  options: { shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' } },
});
const textOf = (bytes: Buffer, packed: boolean): string => (packed ? gunzipSync(bytes) : bytes).toString('utf8');
const data = (...path: string[]): string[][] =>
  textOf(readFileSync(join(opt.shared, 'data', ...path)), path.at(-1)!.endsWith('.gz'))
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));

/** Usual names that GeoNames' table does not have. */
// biome-ignore format: a table
const ALSO: Readonly<Record<string, string>> = {
  'South Korea': 'KR', 'North Korea': 'KP', Seoul: 'KR', Pyongyang: 'KP', Kyiv: 'UA', Kiev: 'UA', Washington: 'US', 'U.S.': 'US',
  US: 'US', 'the United States': 'US', America: 'US', Britain: 'GB', 'the United Kingdom': 'GB', UK: 'GB', 'U.K.': 'GB',
  'the Netherlands': 'NL', 'the Philippines': 'PH', Burma: 'MM', 'Ivory Coast': 'CI', Turkey: 'TR', Brussels: 'EU', 'the European Union': 'EU', EU: 'EU',
  'the EU': 'EU', Congo: 'CD', 'Czech Republic': 'CZ', Palestine: 'PS', Rangoon: 'MM', 'Vatican': 'VA', 'the Vatican': 'VA', 'Tel Aviv': 'IL',
};

/** Houses, streets and squares that a government is called by. */
// biome-ignore format: a table
const SEATS: Readonly<Record<string, string>> = {
  'the Kremlin': 'RU', Kremlin: 'RU', 'the White House': 'US', 'White House': 'US', 'the Pentagon': 'US', Pentagon: 'US', 'Foggy Bottom': 'US',
  'Capitol Hill': 'US', 'the Oval Office': 'US', 'Downing Street': 'GB', 'No. 10': 'GB', 'Number 10': 'GB', Whitehall: 'GB', Westminster: 'GB', 'the Élysée': 'FR',
  'the Elysée': 'FR', 'the Elysee': 'FR', 'Élysée Palace': 'FR', 'the Quai d’Orsay': 'FR', "the Quai d'Orsay": 'FR', Zhongnanhai: 'CN', 'the Blue House': 'KR',
  'Blue House': 'KR', 'the Holy See': 'VA', 'Holy See': 'VA', 'Washington, D.C.': 'US', 'Washington DC': 'US', 'the US': 'US', 'the U.S.': 'US', USA: 'US', 'U.S.A.': 'US',
  'United States of America': 'US', 'the United States of America': 'US', 'the UK': 'GB', 'the U.K.': 'GB', 'Great Britain': 'GB', 'the DPRK': 'KP', DPRK: 'KP', 'the Bundestag': 'DE',
  Berlin: 'DE', 'New Delhi': 'IN', Delhi: 'IN', UAE: 'AE', 'the UAE': 'AE', 'the United Arab Emirates': 'AE', Bosnia: 'BA', Macedonia: 'MK', Astana: 'KZ', Naypyidaw: 'MM',
  'the Czech Republic': 'CZ', 'Timor-Leste': 'TL', 'East Timor': 'TL', 'DR Congo': 'CD', 'the Democratic Republic of the Congo': 'CD', Holland: 'NL', Netherlands: 'NL', Swaziland: 'SZ', 'Cape Verde': 'CV',
};
/** Governments whose name is another country's, region's or large city's too, so that it alone does not tell whose. */
const UNSURE = new Set([
  'Georgia',
  'Congo',
  'Dominica',
  'Jersey',
  'Micronesia',
  'Saint Martin',
  'Jerusalem',
  'East Jerusalem',
]);
/** A capital is surely meant when it has this many times the people of every other place of its name: as in the gazetteer. */
const DOMINANT = 5;

const people = new Map<string, number[]>();
for (const [, ascii, , , , , count] of data('geo', 'cities.tsv.gz'))
  people.set(
    ascii!,
    [...(people.get(ascii!) ?? []), Number(count)].sort((a, b) => b - a),
  );
const isSure = (name: string, capital: boolean): boolean => {
  const [most = 0, next = 0] = people.get(name) ?? [];
  return !UNSURE.has(name) && (!capital || most >= DOMINANT * next);
};

const governments = new Map<string, string>([...Object.entries(ALSO), ...Object.entries(SEATS)]);
for (const name of UNSURE) governments.set(name, '-');
for (const [iso2, , name, capital] of data('geo', 'countries.tsv')) {
  for (const place of [name!, capital!])
    if (place && !governments.has(place)) governments.set(place, isSure(place, place === capital) ? iso2! : '-');
}

const AGENCIES =
  'Reuters|AP|The Associated Press|Associated Press|AFP|Agence France-Presse|UPI|United Press International|dpa|Deutsche Presse-Agentur|Yonhap|' +
  'Yonhap News Agency|Kyodo|Kyodo News|Xinhua|TASS|Tass|RIA Novosti|RIA|Interfax|KCNA|Korean Central News Agency|Anadolu|Anadolu Agency|ANSA|EFE|' +
  'PTI|Press Trust of India|PA|Press Association|Ukrinform|Bloomberg|Bloomberg News|IRNA|SANA|Antara|Belga|APA|TT|NTB|Ritzau';
// biome-ignore format: a table
const OUTLETS =
  'The New York Times|New York Times|The Wall Street Journal|Wall Street Journal|The Washington Post|Washington Post|Financial Times|The Guardian|' +
  'The Times|The Sunday Times|The Telegraph|The Daily Telegraph|Daily Mail|The Independent|The Economist|The Sun|The Mirror|Los Angeles Times|USA Today|' +
  'Chicago Tribune|The Boston Globe|The Atlantic|The New Yorker|Newsweek|Time|Politico|Axios|HuffPost|BuzzFeed|BuzzFeed News|The Hill|Vox|Slate|' +
  'Breitbart|Breitbart News|CNN|MSNBC|NBC|NBC News|ABC|ABC News|CBS|CBS News|Fox News|Fox|NPR|PBS|BBC|BBC News|Sky News|ITV|Channel 4 News|' +
  'Al Jazeera|Deutsche Welle|Der Spiegel|Die Zeit|Bild|Le Monde|Le Figaro|Libération|El País|La Repubblica|Corriere della Sera|NHK|Asahi Shimbun|' +
  'The Kyiv Independent|Ukrainska Pravda|Meduza|The Moscow Times|Haaretz|The Times of Israel|South China Morning Post|The Straits Times|CNBC|Forbes|' +
  'Bellingcat|ProPublica|The Intercept|The Daily Beast|Business Insider|The Korea Herald|Chosun Ilbo|Rodong Sinmun';

/** Names in the list that are common words or places when they stand alone. */
const TOO_COMMON = /^(?:\w{1,3}|The .{1,3}|Public Television|Radio|News|Television|National Radio|State Television)$/i;
const outlets = new Map<string, [kind: string, state: string]>();
for (const name of AGENCIES.split('|')) outlets.set(name, ['agency', '-']);
for (const name of OUTLETS.split('|')) outlets.set(name, ['outlet', '-']);
for (const [name, country, typology, , kind] of data('state-media', 'state-media.tsv')) {
  const plain = name!.replace(/\s*\([^)]*\)/g, '').trim();
  if (TOO_COMMON.test(plain) || governments.has(plain) || !/^[\p{Lu}\d]/u.test(plain)) continue;
  const known = outlets.get(plain);
  outlets.set(plain, [known?.[0] ?? (kind === 'news-agency' ? 'agency' : 'outlet'), `${country} ${typology}`]);
}

const write = (file: string, note: string, rows: string[]) =>
  writeFileSync(new URL(`../lexicons/en/${file}`, import.meta.url), `${note}\n${rows.sort().join('\n')}\n`);

write(
  'governments.tsv',
  `# What: countries, capitals and seats of power, whose names stand for governments: \`name, ISO 3166-1\`, EU for
#       the European Union, - where the name alone does not tell whose (Georgia is a country and a state).
# Why:  "Pyongyang has denied it" is said by a government.
# Whence: GeoNames (geonames.org), CC BY 4.0, by training/registers.ts; usual short names added there.`,
  [...governments].map(([name, code]) => `${name}\t${code}`),
);
write(
  'outlets.tsv',
  `# What: news agencies and outlets by name: \`name, kind, state\`; \`state\` is country and class of a state-affiliated one.
# Why:  "told Reuters", "cited by The Wall Street Journal": whoever passes a statement on is a link of its chain.
# Whence: state-affiliated ones from the State Media Profiles of the Alliance for Securing Democracy (MIT), entered by hand
#       there, with mistakes; the large agencies and papers from training/registers.ts, which writes this file.`,
  [...outlets].map(([name, [kind, state]]) => `${name}\t${kind}\t${state}`),
);
console.log(`${governments.size} governments, ${outlets.size} outlets`);
