import { genderOfGiven, isGivenName } from '../attributions/given-names.ts';
import { isFirmName } from '../attributions/source-kind.ts';

export type Gender = 'male' | 'female';

/** "Defense Secretary Ann Lee" → titles [defense, secretary], given "Ann", surname "Lee" */
export interface PersonName {
  readonly titles: readonly string[];
  readonly given: string | null;
  readonly surname: string;
  readonly gender: Gender | null;
}

/** What stands before a name, in small letters and without its stop; with whom it can only be said of. */
// biome-ignore format: a table
const TITLES: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ['mr', 'male'], ['mrs', 'female'], ['ms', 'female'], ['miss', 'female'], ['sir', 'male'], ['dame', 'female'], ['lord', 'male'], ['lady', 'female'],
  ['king', 'male'], ['queen', 'female'], ['prince', 'male'], ['princess', 'female'], ['pope', 'male'],
  ...('dr prof rev gov sen rep gen lt col maj capt adm sgt cpl brig president vice minister prime chancellor secretary senator congressman ' +
    'congresswoman representative governor mayor general colonel major captain lieutenant admiral sergeant commander judge justice professor ' +
    'doctor ambassador envoy director chairman chairwoman chair chief spokesman spokeswoman spokesperson premier leader commissioner ' +
    'sheriff inspector detective superintendent constable officer archbishop bishop cardinal father sister ayatollah imam sheikh emir sultan ' +
    'attorney deputy undersecretary counsel speaker marshal coach analyst foreign defense defence interior finance justice treasury state health ' +
    'ceo cfo executive principal rector dean consul premier-designate energy trade education transport environment agriculture culture labor labour national security house senate majority minority press white').split(' ')
    .map((word): [string, null] => [word, null]),
]);
const PARTICLES = /^(?:de|da|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el|bint|ter|ten|y|e|dos|das)$/i;
const SUFFIX = /^(?:Jr|Sr|II|III|IV|KC|QC|MP|MEP|MSP|OBE|CBE|MBE|PhD|MD|Esq)\.?$/;

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '');

export const isTitle = (word: string): boolean => TITLES.has(bare(word));

/** Common titles that a name stands behind, not a word that only may come before one: "Mr.", "Sen.", "President" */
export const genderOfTitle = (word: string): Gender | null => TITLES.get(bare(word)) ?? null;

export function personName(words: readonly string[]): PersonName | null {
  const from = startOfName(words);
  const titles = words.slice(0, from).map(bare).filter(isTitle);
  const rest = words.slice(from).filter((word) => !SUFFIX.test(word));
  if (rest.length === 0) return null;
  const given = rest.length > 1 ? rest[0]! : null;
  const surname = surnameOf(rest);
  const gender = genderOf(words.slice(0, from), rest);
  return { titles, given, surname, gender };
}

/** "Apple CEO | Tim Cook", "U.S. Secretary of State | Antony Blinken", "spokesman | Li Wei": behind the last title. */
function startOfName(words: readonly string[]): number {
  const last = words.findLastIndex((word, i) => (isTitle(word) || /^\p{Ll}/u.test(word)) && !isParticle(words, i));
  return last + 1;
}

const isParticle = (words: readonly string[], at: number): boolean =>
  PARTICLES.test(words[at]!) && at > 0 && at + 1 < words.length;

/** "Ursula von der Leyen" → "von der Leyen"; "Ana Torv" → "Torv" */
function surnameOf(rest: readonly string[]): string {
  const particle = rest.findIndex((word, i) => i > 0 && PARTICLES.test(word));
  return particle > 0 ? rest.slice(particle).join(' ') : rest.at(-1)!;
}

function genderOf(titles: readonly string[], rest: readonly string[]): Gender | null {
  for (const title of titles) {
    const gender = genderOfTitle(title);
    if (gender) return gender;
    if (/woman$/i.test(title)) return 'female';
    if (/[a-z]man$/i.test(title)) return 'male';
  }
  return rest.length > 1 ? genderOfGiven(rest[0]!) : null;
}

/** Words of the name itself, without what stands in front of it. */
export const nameWords = (words: readonly string[]): readonly string[] => words.slice(startOfName(words));

/** Does the first word say that a person is meant: a title, or a given name with another word behind it? */
export const isSurelyPerson = (words: readonly string[]): boolean =>
  words.length > 1 &&
  (isPersonTitle(words[0]!) ||
    (!isFirmName(words.join(' ')) && (isGivenName(words[0]!) || hasGivenBehindTitle(words))));

/** "Police Chief Ray Dunmore" */
function hasGivenBehindTitle(words: readonly string[]): boolean {
  const own = nameWords(words);
  return own.length > 1 && own.length < words.length && isGivenName(own[0]!);
}

const isPersonTitle = (word: string): boolean =>
  /^(?:mr|mrs|ms|miss|sir|dame|lord|lady|dr|prof|rev|gov|sen|rep|gen|lt|col|maj|capt|adm|sgt)$/.test(bare(word));
